// @kapso/whatsapp-cloud-api.
import { WhatsAppClient } from '@kapso/whatsapp-cloud-api';
import { normalizeWebhook, verifySignature } from '@kapso/whatsapp-cloud-api/server';
import { PICTURE, run, there, WORDS, world } from './runner.mjs';

const api = new WhatsAppClient({
  accessToken: world.token ?? 'none',
  baseUrl: world.base ?? 'http://localhost',
  graphVersion: 'v23.0',
});
const call = (method, message) => async () => {
  const answer = await api.messages[method]({
    phoneNumberId: world.number,
    to: world.to,
    ...message,
  });
  return answer.messages[0].id;
};
const link = (name) => ({ link: `https://example.com/${name}` });

await run(
  {
    text: call('sendText', { body: WORDS, previewUrl: true }),
    'reply to a message': call('sendText', { body: WORDS, contextMessageId: world.inbound }),
    reaction: call('sendReaction', { reaction: { messageId: world.inbound, emoji: '👍' } }),
    location: call('sendLocation', {
      location: { latitude: 52.5163, longitude: 13.3777, name: 'Tor', address: 'Berlin' },
    }),
    contacts: call('sendContacts', {
      contacts: [
        {
          name: { formattedName: 'Ada Lovelace', firstName: 'Ada' },
          phones: [{ phone: '+1 555 010 0101', type: 'CELL' }],
        },
      ],
    }),
    image: call('sendImage', { image: { ...link('picture.jpg'), caption: WORDS } }),
    'uploaded image': () =>
      there({
        upload: async () => {
          const answer = await api.media.upload({
            phoneNumberId: world.number,
            type: 'image/png',
            file: new Blob([PICTURE], { type: 'image/png' }),
            fileName: 'dish.png',
          });
          return answer.id;
        },
        send: (id) => call('sendImage', { image: { id, caption: WORDS } })(),
        bytes: (mediaId) => api.media.download({ mediaId, auth: 'always' }),
        remove: async (mediaId) => (await api.media.delete({ mediaId })).success,
      }),
    document: call('sendDocument', { document: { ...link('a.pdf'), filename: 'menü.pdf' } }),
    audio: call('sendAudio', { audio: link('a.mp3') }),
    video: call('sendVideo', { video: link('a.mp4') }),
    sticker: call('sendSticker', { sticker: link('a.webp') }),
    'interactive button': call('sendInteractiveButtons', {
      header: { type: 'text', text: 'Grüße' },
      bodyText: WORDS,
      footerText: 'Olive & Ember',
      buttons: [
        { id: 'yes', title: 'Ja, gern' },
        { id: 'no', title: 'Nein' },
      ],
    }),
    'interactive list': call('sendInteractiveList', {
      bodyText: WORDS,
      buttonText: 'Öffnen',
      sections: [{ title: 'Süß', rows: [{ id: 'a', title: 'Äpfel', description: 'frisch' }] }],
    }),
    'interactive cta_url': call('sendInteractiveCtaUrl', {
      bodyText: WORDS,
      parameters: { displayText: 'Öffnen', url: 'https://example.com/' },
    }),
    'interactive location_request_message': call('sendInteractiveLocationRequest', {
      bodyText: WORDS,
      parameters: { requestMessage: 'Where are you?' },
    }),
    'interactive product': call('sendInteractiveProduct', {
      bodyText: WORDS,
      catalogId: world.catalog,
      productRetailerId: 'sku-01',
    }),
    'interactive product_list': call('sendInteractiveProductList', {
      header: { type: 'text', text: 'Karte' },
      bodyText: WORDS,
      catalogId: world.catalog,
      sections: [{ title: 'Pizza', productItems: [{ productRetailerId: 'sku-01' }] }],
    }),
    'interactive catalog_message': call('sendInteractiveCatalogMessage', {
      bodyText: WORDS,
      parameters: { thumbnailProductRetailerId: 'sku-01' },
    }),
    'interactive flow': call('sendInteractiveFlow', {
      bodyText: WORDS,
      parameters: {
        flowId: '700000000000001',
        flowCta: 'Buchen',
        flowToken: 'token',
        flowAction: 'navigate',
        flowActionPayload: { screen: 'FIRST' },
      },
    }),
    'interactive address_message': call('sendInteractiveAddress', {
      bodyText: WORDS,
      parameters: { country: 'IN' },
    }),
    'interactive carousel': call('sendInteractiveCarousel', {
      bodyText: WORDS,
      cards: [0, 1].map((cardIndex) => ({
        cardIndex,
        header: { type: 'image', image: link('picture.jpg') },
        bodyText: WORDS,
        action: { type: 'cta_url', displayText: 'Öffnen', url: 'https://example.com/' },
      })),
    }),
    template: call('sendTemplate', {
      template: { name: 'hello_world', language: { code: 'en_US' } },
    }),
    read: async () => {
      const answer = await api.messages.markRead({
        phoneNumberId: world.number,
        messageId: world.inbound,
      });
      return String(answer.success);
    },
  },
  ({ secret, signature, body }) => {
    if (!verifySignature({ appSecret: secret, rawBody: body, signatureHeader: signature })) {
      throw new Error('refused');
    }
    return normalizeWebhook(JSON.parse(body.toString())).messages[0].text.body;
  },
);
