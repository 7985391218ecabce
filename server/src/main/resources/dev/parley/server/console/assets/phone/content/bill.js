// An order to be paid, and how far an order has got.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';
import { chatKey, useStore } from '../../store.js';
import { billOf, stageOf, STAGES, statusWords } from '../bill.js';
import { itemCount, productOf } from '../catalog.js';
import { usePhone } from '../context.js';
import { mediaSource } from '../media-source.js';
import { Row } from './commerce.js';
import { Header } from './header.js';
import { Words } from './interactive.js';
import { BillSheet } from '../sheets/BillSheet.js';

/** More items than this stand only in the sheet. */
export const ITEMS_SHOWN_MAX = 3;

export function orderDetailsParts(message) {
  const { interactive } = message;
  const parameters = interactive.action.parameters ?? {};
  return {
    wide: true,
    body: (room) => html`<${Header} header=${interactive.header} message=${message} />
      <${Bill} bill=${billOf(parameters)} catalogId=${parameters.order?.catalog_id}
        most=${ITEMS_SHOWN_MAX} />
      <${Words} interactive=${{ ...interactive, header: undefined }} room=${room} />`,
    foot: html`<${Row} sheet=${BillSheet} props=${{ parameters }}
      icon=${html`<${Icon.Receipt} size=${20} />`}>Review and pay<//>`,
  };
}

/** Items, sums and total; used in the bubble and in the sheet. */
export function Bill({ bill, catalogId, most = Infinity }) {
  const hidden = Math.max(0, bill.items.length - most);
  return html`<div class="ph-bill">
    <div class="ph-bill__head"><span class="ph-bill__mark"><${Icon.Receipt} size=${20} /></span>
      <span><b>Order #${bill.reference}</b><small>${itemCount(bill.count)} · ${bill.goods}</small>
      </span></div>
    <ul class="ph-bill__items">${bill.items.slice(0, most).map(
      (item, i) => html`<li key=${i}><${ItemFace} item=${item} catalogId=${catalogId} />
        <span class="ph-bill__name">${item.name}<small>Quantity ${item.quantity}</small></span>
        <span class="ph-bill__price">${item.before && html`<s>${item.before}</s>`}${item.price}
        </span></li>`,
    )}${hidden > 0 && html`<li class="ph-small">and ${itemCount(hidden)} more</li>`}</ul>
    <dl class="ph-bill__sums">${bill.lines.map(
      (line) =>
        html`<div key=${line.label}><dt>${line.label}${
          line.about &&
          html`<small>
        ${line.about}</small>`
        }</dt><dd>${line.amount}</dd></div>`,
    )}<div class="ph-bill__total"><dt>Total</dt><dd>${bill.total}</dd></div></dl></div>`;
}

function ItemFace({ item, catalogId }) {
  const { catalogs } = usePhone();
  const known = item.retailerId ? productOf(catalogs, item.retailerId, catalogId) : {};
  const src = mediaSource({ link: item.image }).src ?? known.image;
  return src
    ? html`<img src=${src} width="36" height="36" alt="" loading="lazy" />`
    : html`<i>
    <${Icon.Box} size=${18} /></i>`;
}

export function orderStatusParts(message, words) {
  const { reference_id: reference, order = {} } = message.interactive.action.parameters ?? {};
  return {
    wide: true,
    body: (room) => html`<${Stage} reference=${reference} order=${order} />${words.body(room)}`,
    foot: html`<${OrderRow} message=${message} reference=${reference} order=${order} />`,
  };
}

/** The status of an order with the way it has come. */
export function Stage({ reference, order }) {
  const stage = stageOf(order.status);
  const bad = order.status === 'canceled' || order.status === 'failed';
  const StageIcon = bad
    ? Icon.Block
    : stage === 3
      ? Icon.Truck
      : stage === 4
        ? Icon.Check
        : Icon.Box;
  return html`<div class="ph-stage" data-bad=${bad}><div class="ph-bill__head">
      <span class="ph-bill__mark"><${StageIcon} size=${20} /></span>
      <span><b>${statusWords(order.status)}</b><small>Order #${reference}</small></span></div>
    ${
      stage > 0 &&
      html`<div class="ph-stage__way" role="img"
        aria-label=${`Stage ${stage} of ${STAGES.length}: ${statusWords(order.status)}`}>
        ${STAGES.map((name, i) => html`<i key=${name} data-done=${i < stage} />`)}</div>`
    }
    ${order.description && html`<p class="ph-small">${order.description}</p>`}</div>`;
}

function OrderRow({ message, reference, order }) {
  const { store, wa, number } = usePhone();
  const messages = useStore(store, (s) => s.chats[chatKey(wa, number.id)]?.messages);
  const ordered = messages?.findLast(
    (m) =>
      m.interactive?.type === 'order_details' &&
      m.interactive.action.parameters?.reference_id === reference,
  );
  return html`<${Row} sheet=${BillSheet} props=${{
    parameters: ordered?.interactive.action.parameters ?? null,
    status: { reference, order },
  }}>View order<//>`;
}
