// What the user wrote and a business can't be shown: the phone names it as the user's app would.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';

const WORDS = {
  button: 'Button',
  edit: 'Edited message',
  event: 'Event',
  gif: 'GIF',
  group_invite: 'Group invitation',
  keep_in_chat: 'Kept message',
  link_preview: 'Link preview',
  media_placeholder: 'Media',
  pin: 'Pinned message',
  poll_creation: 'Poll',
  poll_update: 'Vote in a poll',
};

/** `Poll`, `Edited message`; the wire's own word where it has no other. */
export function unsupportedWords(message) {
  const kind = message.unsupported?.type;
  if (!kind) return 'Message';
  const words = WORDS[kind] ?? kind.replaceAll('_', ' ');
  return words[0].toUpperCase() + words.slice(1);
}

export function unsupportedParts(message) {
  const kind = message.unsupported?.type ?? '';
  const KindIcon = kind.startsWith('poll') ? Icon.Poll : kind === 'event' ? Icon.Clock : Icon.Info;
  const code = message.errors?.[0]?.code;
  return {
    wide: true,
    body: (room) => html`<div class="ph-kind"><span class="ph-kind__mark"><${KindIcon} size=${22} />
      </span><span><b>${unsupportedWords(message)}</b><small>A business can’t be shown this
      ${code && ` (${code})`}</small></span></div><div class="ph-text">${room}</div>`,
  };
}
