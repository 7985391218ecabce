// What the business sent to be answered: lists, buttons, links, products, requests.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';
import { formatted, inline } from '../format.js';
import { usePhone } from '../context.js';
import { catalogParts, productListParts, productParts, Row } from './commerce.js';
import {
  addressParts,
  callPermissionParts,
  contactInfoParts,
  flowParts,
  voiceCallParts,
} from './asks.js';
import { orderDetailsParts, orderStatusParts } from './bill.js';
import { Cards, cardsOf } from './carousel.js';
import { Header } from './header.js';
import { ListSheet } from '../sheets/ListSheet.js';
import { LinkSheet } from '../sheets/LinkSheet.js';
import { LocationSheet } from '../sheets/LocationSheet.js';

export function interactiveParts(message) {
  const { interactive } = message;
  const { action } = interactive;
  const words = {
    wide: true,
    body: (room) => html`<${Words} interactive=${interactive} message=${message} room=${room} />`,
  };
  switch (interactive.type) {
    case 'list':
      return {
        ...words,
        foot: html`<${Row} sheet=${ListSheet} props=${{ message }}
      icon=${html`<${Icon.List} size=${20} />`}>${action.button}<//>`,
      };
    case 'button':
      return { ...words, below: html`<${ReplyButtons} message=${message} />` };
    case 'cta_url':
      return {
        ...words,
        foot: html`<${Row} sheet=${LinkSheet} props=${{ message }}
      icon=${html`<${Icon.Out} size=${18} />`}>${action.parameters.display_text}<//>`,
      };
    case 'location_request_message':
      return {
        ...words,
        foot: html`<${Row} sheet=${LocationSheet}
      props=${{ message }} icon=${html`<${Icon.Pin} size=${20} />`}>Send location<//>`,
      };
    case 'product':
      return productParts({ interactive }, message);
    case 'product_list':
      return productListParts({ interactive }, message);
    case 'catalog_message':
      return catalogParts({ interactive }, message);
    case 'carousel':
      return { ...words, below: html`<${Cards} message=${message} cards=${cardsOf(message)} />` };
    case 'flow':
      return flowParts(message, words);
    case 'address_message':
      return addressParts(message, words);
    case 'call_permission_request':
      return callPermissionParts(message, words);
    case 'voice_call':
      return voiceCallParts(message, words);
    case 'request_contact_info':
      return contactInfoParts(message, words);
    case 'order_details':
      return orderDetailsParts(message);
    case 'order_status':
      return orderStatusParts(message, words);
    default:
      return { ...words, foot: html`<${UnknownRow} kind=${interactive.type} />` };
  }
}

/** Header, body and footer; the last of them leaves room for the time. */
export function Words({ interactive, message, room }) {
  const { header, body, footer } = interactive;
  return html`<${Header} header=${header} message=${message} />
    ${body?.text && html`<div class="ph-text">${formatted(body.text, footer?.text ? null : room)}
    </div>`}
    ${footer?.text && html`<div class="ph-footer">${inline(footer.text)}${room}</div>`}
    ${!body?.text && !footer?.text && html`<div class="ph-text">${room}</div>`}`;
}

/** Up to three rows of their own under the bubble. The message may be tapped again later. */
function ReplyButtons({ message }) {
  const { store, wa, number, blocked, say } = usePhone();
  const tap = (id) =>
    blocked ? say('Unblock this business to answer it') : store.tap(wa, number.id, message.id, id);
  return html`${message.interactive.action.buttons.map(
    ({ reply }) => html`<button key=${reply.id} class="ph-reply"
    onClick=${() => tap(reply.id)}><${Icon.Reply} size=${20} /><span>${reply.title}</span>
      </button>`,
  )}`;
}

/** A kind that came after this page was written: its words are shown, and that it is unknown. */
function UnknownRow({ kind }) {
  const { say } = usePhone();
  const why = `“${kind}” can’t be answered here yet`;
  return html`<button class="ph-row ph-row--off" aria-disabled="true" title=${why}
    onClick=${() => say(why)}>Open</button>`;
}
