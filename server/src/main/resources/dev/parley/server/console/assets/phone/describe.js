// A message in one line: for the chat list, quotes and the live region.
import * as Icon from '../icons.js';
import { plain } from './format.js';
import { itemCount } from './catalog.js';
import { statusWords } from './bill.js';
import { noteText } from './content/note.js';
import { callPermissionWords } from './content/reply.js';
import { unsupportedWords } from './content/unsupported.js';
import { bodyText } from './template.js';

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
      return message.audio?.voice
        ? { icon: Icon.Mic, text: 'Voice message' }
        : { icon: Icon.Headphones, text: 'Audio' };
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
        text: firstLine(
          plain(message.rendered ? bodyText(message) : (message.template?.name ?? 'Template')),
        ),
      };
    case 'interactive':
      return describeInteractive(message.interactive);
    case 'system':
    case 'request_welcome':
      return { icon: Icon.Info, text: noteText(message) };
    case 'unsupported':
    case 'unknown':
      return { icon: Icon.Info, text: unsupportedWords(message) };
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
      return interactive.nfm_reply.name === 'address_message'
        ? { icon: Icon.Home, text: firstLine(interactive.nfm_reply.body ?? 'Address') }
        : { icon: Icon.Flow, text: 'Response sent' };
    case 'carousel':
      return { icon: Icon.Image, text: words || 'Cards' };
    case 'address_message':
      return { icon: Icon.Home, text: words || 'Address' };
    case 'request_contact_info':
      return { icon: Icon.Person, text: words || 'Contact info' };
    case 'voice_call':
      return { icon: Icon.Phone, text: words || 'Call' };
    case 'call_permission_request':
      return { icon: Icon.Phone, text: words || 'Asks to call you' };
    case 'call_permission_reply':
      return {
        icon: Icon.Phone,
        text: callPermissionWords(interactive.call_permission_reply).title,
      };
    case 'order_details':
      return { icon: Icon.Receipt, text: words || 'Order' };
    case 'order_status':
      return {
        icon: Icon.Box,
        text: words || statusWords(interactive.action.parameters?.order?.status),
      };
    default:
      return { icon: Icon.Flow, text: words || interactive.type };
  }
}

const firstLine = (text) => text.trim().split('\n', 1)[0];
