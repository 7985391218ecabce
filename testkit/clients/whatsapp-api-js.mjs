// whatsapp-api-js. Its host is fixed, so its own hook for another `fetch` puts ours in its place.
import { WhatsAppAPI } from 'whatsapp-api-js';
import * as m from 'whatsapp-api-js/messages';
import { PICTURE, run, there, WORDS, world } from './runner.mjs';

function client(appSecret) {
  return new WhatsAppAPI({
    token: world.token ?? 'none',
    appSecret,
    v: 'v24.0',
    ponyfill: {
      fetch: (url, init) => fetch(String(url).replace('https://graph.facebook.com', world.base), init),
    },
  });
}

const api = client('unused');

async function send(message, context) {
  const answer = await api.sendMessage(world.number, world.to, message, context);
  if (!answer.messages) throw new Error(JSON.stringify(answer));
  return answer.messages[0].id;
}

const body = new m.Body(WORDS);
const footer = new m.Footer('Olive & Ember');
const photo = 'https://example.com/picture.jpg';
const product = (sku) => new m.Product(sku);

await run(
  {
    text: () => send(new m.Text(WORDS, true)),
    'reply to a message': () => send(new m.Text(WORDS), world.inbound),
    reaction: () => send(new m.Reaction(world.inbound, '👍')),
    'reaction taken back': () => send(new m.Reaction(world.inbound)),
    location: () => send(new m.Location(13.3777, 52.5163, 'Tor', 'Berlin')),
    contacts: () =>
      send(
        new m.Contacts([
          new m.Name('Ada Lovelace', 'Ada', 'Lovelace'),
          new m.Phone('+1 555 010 0101', 'HOME', '15550100101'),
        ]),
      ),
    image: () => send(new m.Image(photo, false, WORDS)),
    'uploaded image': () =>
      there({
        upload: async () => {
          const form = new FormData();
          form.set('file', new Blob([PICTURE], { type: 'image/png' }), 'dish.png');
          form.set('messaging_product', 'whatsapp');
          const answer = await api.uploadMedia(world.number, form);
          if (!answer.id) throw new Error(JSON.stringify(answer));
          return answer.id;
        },
        send: (id) => send(new m.Image(id, true, WORDS)),
        bytes: async (id) => {
          const { url } = await api.retrieveMedia(id);
          return (await api.fetchMedia(url)).arrayBuffer();
        },
        remove: async (id) => (await api.deleteMedia(id)).success,
      }),
    document: () => send(new m.Document('https://example.com/a.pdf', false, WORDS, 'menü.pdf')),
    audio: () => send(new m.Audio('https://example.com/a.mp3')),
    video: () => send(new m.Video('https://example.com/a.mp4', false, WORDS)),
    sticker: () => send(new m.Sticker('https://example.com/a.webp')),
    'interactive button': () =>
      send(
        new m.Interactive(
          new m.ActionButtons(new m.Button('yes', 'Ja, gern'), new m.Button('no', 'Nein')),
          body,
          new m.Header('Grüße'),
          footer,
        ),
      ),
    'interactive list': () =>
      send(
        new m.Interactive(
          new m.ActionList(
            'Öffnen',
            new m.ListSection('Süß', new m.Row('a', 'Äpfel', 'frisch'), new m.Row('b', 'Brot')),
          ),
          body,
        ),
      ),
    'interactive cta_url': () =>
      send(new m.Interactive(new m.ActionCTA('Öffnen', 'https://example.com/'), body)),
    'interactive location_request_message': () =>
      send(new m.Interactive(new m.ActionLocation(), body)),
    'interactive product': () =>
      send(
        new m.Interactive(new m.ActionProduct(new m.CatalogProduct('sku-01', world.catalog)), body),
      ),
    'interactive product_list': () =>
      send(
        new m.Interactive(
          new m.ActionProductList(
            world.catalog,
            new m.ProductSection('Pizza', product('sku-01'), product('sku-02')),
          ),
          body,
          new m.Header('Karte'),
        ),
      ),
    'interactive catalog_message': () =>
      send(new m.Interactive(new m.ActionCatalog(product('sku-01')), body)),
    'interactive flow': () =>
      send(
        new m.Interactive(
          new m.ActionNavigateFlow('token', '700000000000001', 'Buchen', 'FIRST'),
          body,
        ),
      ),
    'interactive call_permission_request': () =>
      send(new m.Interactive(new m.ActionCallPermission(), body)),
    'interactive request_contact_info': () =>
      send(new m.Interactive(new m.ActionContactRequest(), body)),
    template: () => send(new m.Template('hello_world', new m.Language('en_US'))),
    read: async () => {
      const answer = await api.markAsRead(world.number, world.inbound, 'text');
      return String(answer.success);
    },
  },
  async ({ secret, signature, body: raw }) => {
    const receiver = client(secret);
    let words;
    receiver.on.message = ({ message }) => {
      words = message.text.body;
    };
    await receiver.post(JSON.parse(raw.toString()), raw.toString(), signature);
    return words;
  },
);
