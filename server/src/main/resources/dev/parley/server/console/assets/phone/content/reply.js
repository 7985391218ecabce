// The user's answers to interactive messages: the choice that was made, under the quote.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';

export function replyParts(interactive) {
  switch (interactive.type) {
    case 'list_reply':
      return listReply(interactive.list_reply);
    case 'button_reply':
      return {
        body: (room) => html`<div class="ph-text">${interactive.button_reply.title}${room}</div>`,
      };
    case 'nfm_reply':
      return {
        body: (room) => html`<div class="ph-text"><${Icon.Flow} size=${16} class="ph-inline-icon" />
      ${interactive.nfm_reply.body ?? 'Answer sent'}${room}</div>`,
      };
    default:
      return { body: (room) => html`<div class="ph-text">${interactive.type}${room}</div>` };
  }
}

function listReply({ title, description }) {
  if (!description)
    return { body: (room) => html`<div class="ph-text ph-bold">${title}${room}</div>` };
  return {
    wide: true,
    body: (room) =>
      html`<div class="ph-text ph-bold">${title}</div><div class="ph-small">${description}${room}
        </div>`,
  };
}
