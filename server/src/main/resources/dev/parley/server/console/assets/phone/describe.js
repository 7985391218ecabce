// A message in one line: for the chat list, quotes and the live region.
import * as Icon from '../icons.js';
import { plain } from './format.js';
import { itemCount } from './catalog.js';

/** @returns {{icon?: Function, text: string}} */
export function describe(message) {
  if (message.deleted) return { icon: Icon.Block, text: 'This message was deleted' };
  switch (message.type) {
    case 'text':
      return { text: firstLine(plain(message.text?.body ?? '')) };
    case 'image':
      return {
        icon: Icon.Image,
        text: message.image?.caption ? plain(message.image.caption) : 'Photo',
      };
    case 'video':
      return {
        icon: Icon.Play,
        text: message.video?.caption ? plain(message.video.caption) : 'Video',
      };
    case 'audio':
      return { icon: Icon.Mic, text: message.audio?.voice ? 'Voice message' : 'Audio' };
    case 'document':
      return { icon: Icon.Document, text: message.document?.filename ?? 'Document' };
    case 'sticker':
      return { icon: Icon.Smile, text: 'Sticker' };
    case 'location':
      return { icon: Icon.Pin, text: message.location?.name ?? 'Location' };
    case 'contacts':
      return { icon: Icon.Person, text: contactNames(message.contacts) };
    case 'order':
      return { icon: Icon.Cart, text: itemCount(countOf(message.order)) };
    case 'button':
      return { text: message.button?.text ?? 'Button' };
    case 'template':
      return {
        text: firstLine(plain(message.rendered?.body ?? message.template?.name ?? 'Template')),
      };
    case 'interactive':
      return describeInteractive(message.interactive);
    default:
      return { text: message.type };
  }
}

export const countOf = (order) => (order?.product_items ?? []).reduce((n, i) => n + i.quantity, 0);

/** "Ada", "Ada and Grace", "Ada and 2 others". */
export function contactNames(contacts = []) {
  const [first, second] = contacts.map((c) => c.name?.formatted_name ?? 'Contact');
  if (contacts.length < 2) return first ?? 'Contact';
  return contacts.length === 2
    ? `${first} and ${second}`
    : `${first} and ${contacts.length - 1} others`;
}

function describeInteractive(interactive) {
  const words = firstLine(plain(interactive.header?.text ?? interactive.body?.text ?? ''));
  switch (interactive.type) {
    case 'list':
      return { icon: Icon.List, text: words || 'List' };
    case 'button':
      return { icon: Icon.Reply, text: words || 'Buttons' };
    case 'cta_url':
      return { icon: Icon.Out, text: words || 'Link' };
    case 'location_request_message':
      return { icon: Icon.Pin, text: words };
    case 'product':
    case 'product_list':
    case 'catalog_message':
      return { icon: Icon.Store, text: words || 'Product' };
    case 'list_reply':
      return { text: interactive.list_reply.title };
    case 'button_reply':
      return { text: interactive.button_reply.title };
    case 'nfm_reply':
      return { icon: Icon.Flow, text: interactive.nfm_reply.body ?? 'Answer sent' };
    default:
      return { icon: Icon.Flow, text: words || interactive.type };
  }
}

const firstLine = (text) => text.trim().split('\n', 1)[0];
