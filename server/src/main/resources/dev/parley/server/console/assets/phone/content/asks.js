// What the business asks for with a button that opens a form or a question: flows, addresses,
// contact details, calls.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';
import { useNow } from '../../store.js';
import { usePhone } from '../context.js';
import { Row } from './commerce.js';
import { AddressSheet } from '../sheets/AddressSheet.js';
import { CallPermissionSheet } from '../sheets/CallPermissionSheet.js';
import { CallSheet } from '../sheets/CallSheet.js';
import { ContactInfoSheet } from '../sheets/ContactInfoSheet.js';
import { FlowSheet } from '../sheets/FlowSheet.js';

/** Life of a call button whose message names none: seven days. */
const CALL_TTL_MINUTES = 10_080;
const MINUTE_MS = 60_000;

const icon = (KindIcon) => html`<${KindIcon} size=${20} />`;

/** @param words the parts of any interactive message: its header, body and footer */
export function flowParts(message, words) {
  const { flow_cta: label, mode } = message.interactive.action.parameters ?? {};
  return {
    ...words,
    foot: html`${
      mode === 'draft' &&
      html`<div class="ph-draft"><${Icon.Info} size=${14} />
      Draft: only its testers can open it</div>`
    }
      <${Row} sheet=${FlowSheet} props=${{ message }}
        icon=${icon(Icon.Flow)}>${label ?? 'Open'}<//>`,
  };
}

export const addressParts = (message, words) => ({
  ...words,
  foot: html`<${Row} sheet=${AddressSheet} props=${{ message }}
    icon=${icon(Icon.Home)}>Provide address<//>`,
});

export const contactInfoParts = (message, words) => ({
  ...words,
  foot: html`<${Row} sheet=${ContactInfoSheet} props=${{ message }}
    icon=${icon(Icon.Person)}>Share contact info<//>`,
});

export function callPermissionParts(message, words) {
  const { body } = message.interactive;
  return {
    ...words,
    ...(!body?.text && { body: (room) => html`<${AsksToCall} room=${room} />` }),
    foot: html`<${Row} sheet=${CallPermissionSheet} props=${{ message }}
      icon=${icon(Icon.Phone)}>Choose preference<//>`,
  };
}

function AsksToCall({ room }) {
  const { number } = usePhone();
  return html`<div class="ph-text">${number.name} would like to call you.${room}</div>`;
}

export const voiceCallParts = (message, words) => ({
  ...words,
  foot: html`<${CallRow} message=${message} />`,
});

function CallRow({ message }) {
  const { store, openSheet, say } = usePhone();
  const now = useNow(store, MINUTE_MS);
  const { display_text: label, ttl_minutes: ttl } = message.interactive.action.parameters ?? {};
  const until = Date.parse(message.at) + (ttl ?? CALL_TTL_MINUTES) * MINUTE_MS;
  const over = until <= now;
  const press = () =>
    over ? say('This call button has expired') : openSheet(CallSheet, { message, until });
  return html`<button class=${`ph-row ${over ? 'ph-row--off' : ''}`} onClick=${press}
    aria-disabled=${over ? 'true' : undefined}><${Icon.Phone} size=${20} />
    ${label ?? 'Call Now'}</button>`;
}
