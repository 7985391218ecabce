// What the business sent to be answered: lists, buttons, links, products, requests.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';
import { formatted, inline } from '../format.js';
import { usePhone } from '../context.js';
import { catalogParts, productListParts, productParts, Row } from './commerce.js';
import { DocumentCard, MediaTile } from './media.js';
import { ListSheet } from '../sheets/ListSheet.js';
import { LinkSheet } from '../sheets/LinkSheet.js';
import { LocationSheet } from '../sheets/LocationSheet.js';

/**
 * Kinds that come with a later version; their words are shown, their row says why it does nothing.
 */
const LATER = {
  flow: ['flow_cta', 'Flows can’t be filled in here yet'],
  address_message: [null, 'Address forms can’t be filled in here yet', 'Provide address'],
  voice_call: ['display_text', 'Calls can’t be made here', 'Call now'],
  call_permission_request: [null, 'Calls can’t be made here', 'Choose preference'],
  order_details: [null, 'Payments can’t be made here', 'Review and pay'],
  order_status: [null, 'Payments can’t be made here', 'View order'],
  request_contact_info: [null, 'Contact details can’t be shared here yet', 'Share contact info'],
};

export function interactiveParts(message) {
  const { interactive } = message;
  const { action } = interactive;
  const words = {
    wide: true,
    body: (room) => html`<${Words} interactive=${interactive} room=${room} />`,
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
    default:
      return { ...words, foot: html`<${LaterRow} interactive=${interactive} />` };
  }
}

/** Header, body and footer; the last of them leaves room for the time. */
export function Words({ interactive, room }) {
  const { header, body, footer } = interactive;
  return html`<${Header} header=${header} />
    ${body?.text && html`<div class="ph-text">${formatted(body.text, footer?.text ? null : room)}
    </div>`}
    ${footer?.text && html`<div class="ph-footer">${inline(footer.text)}${room}</div>`}
    ${!body?.text && !footer?.text && html`<div class="ph-text">${room}</div>`}`;
}

export function Header({ header }) {
  switch (header?.type) {
    case undefined:
      return null;
    case 'text':
      return html`<div class="ph-text ph-bold">${header.text}</div>`;
    case 'document':
      return html`<${DocumentCard} media=${header.document} />`;
    default:
      return header[header.type]
        ? html`<${MediaTile} kind=${header.type} media=${header[header.type]} />`
        : null;
  }
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

function LaterRow({ interactive }) {
  const { say } = usePhone();
  const parameters = interactive.action?.parameters ?? {};
  const [field, why, label] = LATER[interactive.type] ?? [
    null,
    `“${interactive.type}” can’t be answered here yet`,
  ];
  return html`<button class="ph-row ph-row--off" aria-disabled="true" title=${why}
    onClick=${() => say(why)}>
    ${parameters[field] ?? label ?? 'Open'}</button>`;
}
