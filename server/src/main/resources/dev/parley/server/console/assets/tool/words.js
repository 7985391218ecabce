// What an event is called on the timeline: icon, tone, title and the grey kind beside it.

import { duration, isoDuration, millis } from './times.js';

/** Nothing longer than this is quoted in a title. */
const QUOTE_CHARS_MAX = 48;

export function shortened(text, max = QUOTE_CHARS_MAX) {
  const line = String(text ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  const chars = [...line];
  return chars.length > max ? `${chars.slice(0, max - 1).join('')}…` : line;
}

const SENT_THINGS = {
  image: 'a photo',
  video: 'a video',
  audio: 'a sound',
  voice: 'a voice note',
  document: 'a document',
  sticker: 'a sticker',
  location: 'a location',
  contacts: 'contacts',
  order: 'an order',
};

/** @returns {{icon: string, tone: string, title: string, note: string}} */
export function eventWords(event, name) {
  const type = event.type ?? '';
  const text = event.text ?? '';
  switch (event.kind) {
    case 'message.accepted':
      return { icon: 'arrowOut', tone: 'accent', title: 'Message accepted', note: type };
    case 'message.sent':
      return { icon: 'tick', tone: 'plain', title: 'Sent', note: '' };
    case 'message.delivered':
      return { icon: 'ticks', tone: 'plain', title: 'Delivered', note: '' };
    case 'message.read':
      return { icon: 'ticks', tone: 'read', title: 'Read', note: '' };
    case 'message.played':
      return { icon: 'ticks', tone: 'read', title: 'Played', note: '' };
    case 'message.failed':
      return { icon: 'close', tone: 'bad', title: 'Failed', note: errorNote(event.error) };
    case 'message.received':
      return { ...receivedWords(type, text, name), tone: 'ok' };
    case 'message.read_by_business':
      return {
        icon: 'ticks',
        tone: 'read',
        title: 'Marked read by the bot',
        note: event.typing ? 'and typing shown' : '',
      };
    case 'typing.shown':
      return { icon: 'typing', tone: 'quiet', title: 'Typing shown', note: `on ${name}’s phone` };
    case 'message.deleted':
      return { icon: 'bin', tone: 'quiet', title: `${name} deleted a message`, note: type };
    case 'link.opened':
      return { icon: 'link', tone: 'ok', title: `${name} opened the link`, note: text || type };
    case 'clock.moved':
      return { icon: 'clock', tone: 'quiet', title: clockTitle(event), note: '' };
    case 'handset.changed':
      return { icon: 'phone', tone: 'quiet', title: `${name}’s handset changed`, note: text };
    case 'template.changed':
      return templateWords(event);
    default:
      return { icon: 'pulse', tone: 'quiet', title: kindAsWords(event.kind), note: type || text };
  }
}

function templateWords(event) {
  const value = event.webhook?.entry?.[0]?.changes?.[0]?.value ?? {};
  const name = `“${shortened(value.message_template_name)}”`;
  const became = (value.event ?? value.new_quality_score ?? value.new_category ?? '').toLowerCase();
  const titles = {
    message_template_status_update: `Template ${name} is ${became}`,
    message_template_quality_update: `Quality of ${name} is ${became}`,
    template_category_update: `Category of ${name} is ${became}`,
  };
  return {
    icon: 'template',
    tone: ['REJECTED', 'PAUSED', 'DISABLED'].includes(value.event) ? 'bad' : 'quiet',
    title: titles[event.type] ?? kindAsWords(event.kind),
    note: value.message_template_language ?? '',
  };
}

function receivedWords(type, text, name) {
  const quoted = text ? `“${shortened(text)}”` : '';
  switch (type) {
    case 'list_reply':
      return { icon: 'tap', title: `${name} chose ${quoted || 'a row'}`, note: type };
    case 'button_reply':
    case 'button':
      return { icon: 'tap', title: `${name} tapped ${quoted || 'a button'}`, note: type };
    case 'reaction':
      return {
        icon: 'smile',
        title: text ? `${name} reacted ${text}` : `${name} took a reaction back`,
        note: type,
      };
    case 'text':
      return { icon: 'arrowIn', title: `${name} wrote ${quoted || 'a message'}`, note: type };
    case 'flow':
    case 'nfm_reply':
      return { icon: 'tap', title: `${name} answered a flow`, note: type };
    case 'address_message':
      return { icon: 'tap', title: `${name} filled in an address`, note: type };
    case 'call_permission_reply':
      return { icon: 'tap', title: callPermissionTitle(text, name), note: type };
    case 'system':
      return {
        icon: 'phone',
        title: text ? shortened(text) : `${name}’s account changed`,
        note: type,
      };
    case 'unsupported':
      return {
        icon: 'arrowIn',
        title: `${name} sent something a business can’t be shown`,
        note: text || type,
      };
    case 'request_welcome':
      return { icon: 'arrowIn', title: `${name} opened the chat`, note: type };
    default:
      return {
        icon: type === 'location' ? 'pin' : type === 'order' ? 'cart' : 'arrowIn',
        title: `${name} sent ${SENT_THINGS[type] ?? 'a message'}${quoted ? ` ${quoted}` : ''}`,
        note: type,
      };
  }
}

function callPermissionTitle(answer, name) {
  if (!answer) return `${name} answered whether calls are allowed`;
  return `${name} ${answer === 'accept' ? 'allowed' : 'refused'} calls`;
}

export function errorNote(error) {
  return error ? `${error.code} ${error.title ?? ''}`.trim() : '';
}

function clockTitle({ from, to, text }) {
  const ms = from && to ? millis(to) - millis(from) : isoDuration(text);
  return ms == null ? 'Clock moved forward' : `Clock moved forward ${duration(ms)}`;
}

/** What changed of a handset. */
export function handsetChange(before, after, name) {
  if (before.online !== after.online) {
    return after.online ? `${name}’s phone is back online` : `${name}’s phone went offline`;
  }
  if (before.read_receipts !== after.read_receipts) {
    return `${name} switched read receipts ${after.read_receipts ? 'on' : 'off'}`;
  }
  if (before.auto_read !== after.auto_read) {
    return `${name}’s phone ${after.auto_read ? 'reads everything at once' : 'waits to be read'}`;
  }
  const [had, has] = [before.blocked?.length ?? 0, after.blocked?.length ?? 0];
  if (had !== has) return `${name} ${has > had ? 'blocked' : 'unblocked'} a business`;
  return `${name}’s handset changed`;
}

function kindAsWords(kind) {
  const words = String(kind).replaceAll(/[._]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The kind without what the small screen need not say: `interactive list` → `list`. */
export function shortKind(note) {
  return note.replace(/^interactive /, '');
}
