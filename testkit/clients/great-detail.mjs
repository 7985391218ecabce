// @great-detail/whatsapp.
import Client from '@great-detail/whatsapp';
import { PICTURE, run, there, WORDS, world } from './runner.mjs';

const api = new Client({
  prefixUrl: world.base ?? 'http://localhost',
  request: { headers: { Authorization: `Bearer ${world.token}` }, retry: 0 },
});
const send = (type, content, rest) => async () => {
  const answer = await api.message
    .createMessage({ phoneNumberID: world.number, to: world.to, type, [type]: content, ...rest })
    .json();
  return answer.messages[0].id;
};
const link = (name) => ({ link: `https://example.com/${name}` });

await run(
  {
    text: send('text', { body: WORDS }),
    'reply to a message': send('text', { body: WORDS }, { context: { message_id: world.inbound } }),
    reaction: send('reaction', { message_id: world.inbound, emoji: '👍' }),
    location: send('location', { latitude: 52.5163, longitude: 13.3777, name: 'Tor' }),
    contacts: send('contacts', [
      { name: { formatted_name: 'Ada Lovelace', first_name: 'Ada' }, phones: [{ phone: '+1555' }] },
    ]),
    image: send('image', { ...link('picture.jpg'), caption: WORDS }),
    'uploaded image': () =>
      there({
        upload: async () => {
          const answer = await api.media
            .upload({
              phoneNumberID: world.number,
              file: new Blob([PICTURE], { type: 'image/png' }),
              filename: 'dish.png',
              mimeType: 'image/png',
            })
            .json();
          return answer.id;
        },
        send: (id) => send('image', { id, caption: WORDS })(),
        bytes: async (mediaID) => {
          const { url } = await api.media.getURL({ mediaID }).json();
          const headers = { Authorization: `Bearer ${world.token}` };
          return api.media.download({ mediaURL: url, request: { headers } }).arrayBuffer();
        },
        remove: async (mediaID) => (await api.media.delete({ mediaID }).json()).success,
      }),
    document: send('document', { ...link('a.pdf'), filename: 'menü.pdf' }),
    audio: send('audio', link('a.mp3')),
    video: send('video', link('a.mp4')),
    sticker: send('sticker', link('a.webp')),
    'interactive button': send('interactive', {
      type: 'button',
      body: { text: WORDS },
      action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Ja, gern' } }] },
    }),
    template: send('template', { name: 'hello_world', language: { code: 'en_US' } }),
    read: async () => {
      const answer = await api.message
        .createStatus({
          phoneNumberID: world.number,
          message_id: world.inbound,
          status: 'read',
          typing_indicator: { type: 'text' },
        })
        .json();
      return String(answer.success);
    },
  },
  async ({ secret, signature, body }) => {
    const event = await api.webhook.eventNotification({
      method: 'POST',
      query: {},
      body: body.toString(),
      headers: { 'x-hub-signature-256': signature },
    });
    await event.verifySignature(secret);
    return event.eventNotification.entry[0].changes[0].value.messages[0].text.body;
  },
);
