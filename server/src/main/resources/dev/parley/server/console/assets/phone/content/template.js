// Templates, as the server rendered them (`message.rendered`). Where the definition is unknown the
// template's name, its values and its buttons are shown as far as the message tells.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';
import { useNow } from '../../store.js';
import { formatted } from '../format.js';
import { usePhone } from '../context.js';
import { billOf } from '../bill.js';
import { itemCount, messageSections } from '../catalog.js';
import { bodyText, buttonsOf, cardsOfTemplate, headerOf, offerOf } from '../template.js';
import { Bill, ITEMS_SHOWN_MAX, Stage } from './bill.js';
import { Cards } from './carousel.js';
import { Header } from './header.js';
import { CatalogFace, ListTable, ProductFace, Row, wholeCatalog } from './commerce.js';
import { BillSheet } from '../sheets/BillSheet.js';
import { CallPermissionSheet } from '../sheets/CallPermissionSheet.js';
import { CallSheet } from '../sheets/CallSheet.js';
import { ContactInfoSheet } from '../sheets/ContactInfoSheet.js';
import { FlowSheet } from '../sheets/FlowSheet.js';
import { LinkSheet } from '../sheets/LinkSheet.js';
import { OptionsSheet } from '../sheets/OptionsSheet.js';
import { ProductSheet } from '../sheets/ProductSheet.js';
import { ProductsSheet } from '../sheets/ProductsSheet.js';

/** More buttons than this go into the sheet "See all options". */
const ROWS_MAX = 3;

export function templateParts(message) {
  const buttons = buttonsOf(message);
  const cards = cardsOfTemplate(message);
  const footer = message.rendered?.footer;
  const header = headerOf(message);
  const status = message.rendered?.order_status;
  const order = orderOf(header, buttons);
  return {
    wide: true,
    body: (room) => html`<${Head} header=${header} buttons=${buttons} message=${message} />
      <${Offer} offer=${offerOf(message)}
        code=${buttons.find(({ kind }) => kind === 'COPY_CODE')?.code} />
      ${order && html`<${Bill} bill=${billOf(order)} catalogId=${order.order?.catalog_id}
        most=${ITEMS_SHOWN_MAX} />`}
      ${status && html`<${Stage} reference=${status.reference_id} order=${status.order ?? {}} />`}
      <div class="ph-text">${formatted(bodyText(message), footer ? null : room)}</div>
      ${footer && html`<div class="ph-footer">${footer}${room}</div>`}`,
    foot: foot(message, buttons),
    below: cards.length > 0 && html`<${Cards} message=${message} cards=${cards}
      Button=${TemplateButton} />`,
  };
}

/** An order that the bubble shows: under a picture it stands only in the sheet. */
function orderOf(header, buttons) {
  const order = buttons.find(({ kind }) => kind === 'ORDER_DETAILS')?.defined.order_details;
  return order?.total_amount && (!header || header.type === 'text') ? order : null;
}

/** The header, or what the phone draws itself above goods. */
function Head({ header, buttons, message }) {
  const catalog = buttons.find(({ kind }) => kind === 'CATALOG')?.defined;
  const list = buttons.find(({ kind }) => kind === 'MPM')?.defined;
  if (header?.type === 'product') {
    const { product_retailer_id: id, catalog_id: catalogId } = header.product ?? {};
    return html`<${ProductFace} id=${id} catalogId=${catalogId} />`;
  }
  if (catalog) return html`<${CatalogFace} thumbnail=${catalog.thumbnail_product_retailer_id} />`;
  if (!list?.sections?.length)
    return html`<${Header} header=${header} message=${message} />`;
  const count = list.sections.reduce((sum, section) => sum + section.product_items.length, 0);
  return html`<${ListTable} lead=${list.thumbnail_product_retailer_id}
      interactive=${{ action: { sections: list.sections } }} />
    <${Header} header=${header} message=${message} /><div class="ph-small">${itemCount(count)}</div>`;
}

function foot(message, buttons) {
  if (message.rendered?.call_permission_request)
    return html`<${Row} sheet=${CallPermissionSheet} props=${{ message }}
      icon=${html`<${Icon.Phone} size=${20} />`}>Choose preference<//>`;
  return buttons.length > 0 && html`<${TemplateRows} message=${message} buttons=${buttons} />`;
}

/** How often the end of an offer is looked at. */
const OFFER_REDRAWN_MS = 30_000;

const HOUR_MS = 3_600_000;

const UNTIL = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

function Offer({ offer, code }) {
  const { store } = usePhone();
  const now = useNow(store, OFFER_REDRAWN_MS);
  if (!offer) return null;
  const left = offer.expires - now;
  return html`<div class="ph-kind ph-offer"><span class="ph-kind__mark">
    <${Icon.Tag} size=${22} /></span><span><b>${offer.text ?? 'Limited offer'}</b>
    ${
      offer.expires &&
      html`<small data-soon=${left > 0 && left < HOUR_MS}>${endOf(offer.expires, left)}</small>`
    }
    ${code && html`<small>Code: ${code}</small>`}</span></div>`;
}

const endOf = (expires, left) =>
  left > 0 ? `Ends ${UNTIL.format(new Date(expires))}` : 'Offer ended';

function TemplateRows({ message, buttons }) {
  const { openSheet } = usePhone();
  const shown = buttons.length > ROWS_MAX ? buttons.slice(0, ROWS_MAX - 1) : buttons;
  return html`${shown.map(
    (button, i) => html`<${TemplateButton} key=${i} message=${message}
    button=${button} />`,
  )}
    ${
      shown.length < buttons.length &&
      html`<button class="ph-row"
        onClick=${() => openSheet(OptionsSheet, { message, buttons, Button: TemplateButton })}>
      <${Icon.List} size=${20} />See all options</button>`
    }`;
}

const ICONS = {
  QUICK_REPLY: Icon.Reply,
  URL: Icon.Out,
  PHONE_NUMBER: Icon.Phone,
  VOICE_CALL: Icon.Phone,
  COPY_CODE: Icon.Copy,
  OTP: Icon.Copy,
  CATALOG: Icon.Store,
  MPM: Icon.Store,
  SPM: Icon.Store,
  FLOW: Icon.Flow,
  ORDER_DETAILS: Icon.Receipt,
  PAYMENT_REQUEST: Icon.Copy,
  REQUEST_CONTACT_INFO: Icon.Person,
};

const MINUTE_MS = 60_000;

/** The products of a button that the number's catalog has. */
const listed = (sections) => (catalogs, number) =>
  messageSections({ action: { sections, catalog_id: number?.catalog_id } }, catalogs)
    .map((section) => ({ ...section, products: section.products.filter((p) => !p.unknown) }))
    .filter((section) => section.products.length > 0);

/** What the sheet of a Flow shows, as in a message with one. */
const flowOf = ({ text, defined }) => ({
  flow_cta: text,
  flow_id: defined.flow_id,
  flow_name: defined.flow_name,
  flow_action: defined.flow_action,
  flow_token: defined.flow_token,
  flow_action_payload: { screen: defined.navigate_screen, data: defined.flow_action_data },
});

/** @param done closes the sheet that the button stands in; left out where it stands in a bubble */
export function TemplateButton({ message, button, done }) {
  const { store, wa, number, blocked, openSheet, replaceSheet, say } = usePhone();
  const KindIcon = ICONS[button.kind] ?? Icon.Reply;
  const open = done ? replaceSheet : openSheet;
  const defined = button.defined ?? {};
  const copy = (text) =>
    navigator.clipboard?.writeText(text).then(
      () => say('Code copied'),
      () => say('The browser does not allow copying here'),
    );
  const press = () => {
    switch (button.kind) {
      case 'QUICK_REPLY':
        done?.();
        if (blocked) return say('Unblock this business to answer it');
        return store.tap(wa, number.id, message.id, button.id);
      case 'URL':
        return open(LinkSheet, {
          message,
          url: button.url,
          label: button.text,
          card: button.card,
        });
      case 'COPY_CODE':
      case 'OTP':
      case 'PAYMENT_REQUEST':
        done?.();
        return copy(button.code ?? '');
      case 'CATALOG':
        return open(ProductsSheet, { message, sectionsOf: wholeCatalog });
      case 'MPM':
        return open(ProductsSheet, { message, sectionsOf: listed(defined.sections ?? []) });
      case 'SPM': {
        const product = headerOf(message)?.product ?? {};
        return open(ProductSheet, {
          retailerId: product.product_retailer_id,
          catalogId: product.catalog_id,
          message,
        });
      }
      case 'FLOW':
        return open(FlowSheet, { message, parameters: flowOf(button) });
      case 'REQUEST_CONTACT_INFO':
        return open(ContactInfoSheet, { message });
      case 'PHONE_NUMBER':
        return open(CallSheet, { message, phone: defined.phone_number });
      case 'VOICE_CALL': {
        const until = Date.parse(message.at) + (defined.ttl_minutes ?? 0) * MINUTE_MS;
        return open(CallSheet, { message, payload: defined.payload, until });
      }
      case 'ORDER_DETAILS':
        if (!defined.order_details?.total_amount) return say('The message brings no order');
        return open(BillSheet, { parameters: defined.order_details });
      default:
        done?.();
        return say(`“${button.text}” can’t be used here yet`);
    }
  };
  return html`<button class="ph-row" onClick=${press}><${KindIcon} size=${18} />${button.text}
    </button>`;
}
