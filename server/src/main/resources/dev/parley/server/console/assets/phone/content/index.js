// What stands in a bubble, by type of message. A type answers parts:
//   body   what is read; it takes the room for the time after its last words
//   foot   full-width rows inside the bubble, over a hairline
//   below  separate rows under the bubble
//   wide   as wide as an interactive message
//   bare   no bubble around it (sticker)
//   flush  the picture's time lies on the picture
import { html } from '../../html.js';
import * as Icon from '../../icons.js';
import { textParts } from './text.js';
import { audioParts } from './audio.js';
import { documentParts } from './document.js';
import { mediaParts, stickerParts } from './media.js';
import { unsupportedParts } from './unsupported.js';
import { locationParts, contactsParts } from './place.js';
import { interactiveParts } from './interactive.js';
import { replyParts } from './reply.js';
import { orderParts } from './commerce.js';
import { templateParts } from './template.js';

export function partsOf(message) {
  if (message.deleted)
    return { body: (room) => html`<${Deleted} mine=${message.direction === 'in'} room=${room} />` };
  switch (message.type) {
    case 'text':
      return textParts(message);
    case 'image':
    case 'video':
      return mediaParts(message);
    case 'audio':
      return audioParts(message);
    case 'document':
      return documentParts(message);
    case 'sticker':
      return stickerParts(message);
    case 'location':
      return locationParts(message);
    case 'contacts':
      return contactsParts(message);
    case 'order':
      return orderParts(message);
    case 'template':
      return templateParts(message);
    case 'button':
      return { body: (room) => html`<div class="ph-text">${message.button.text}${room}</div>` };
    case 'interactive':
      return message.direction === 'in'
        ? replyParts(message.interactive)
        : interactiveParts(message);
    case 'unsupported':
    case 'unknown':
      return unsupportedParts(message);
    default:
      return notDrawn(`A message of type “${message.type}”`);
  }
}

/** A kind that the phone does not draw yet says so; its JSON is in the inspector. */
export function notDrawn(what) {
  return {
    body: (room) => html`<div class="ph-text ph-text--gone">${what} is not drawn here yet.
    Its JSON is in the menu of this bubble.${room}</div>`,
  };
}

function Deleted({ mine, room }) {
  return html`<div class="ph-text ph-text--gone"><${Icon.Block} size=${16} />
    ${mine ? 'You deleted this message' : 'This message was deleted'}${room}</div>`;
}
