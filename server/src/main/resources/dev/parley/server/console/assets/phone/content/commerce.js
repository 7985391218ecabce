// Product messages and the order that answers them.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';
import { formatted } from '../format.js';
import { usePhone } from '../context.js';
import { catalogSections, dish, itemCount, messageSections, money, productOf } from '../catalog.js';
import { countOf } from '../describe.js';
import { ProductSheet } from '../sheets/ProductSheet.js';
import { ProductsSheet } from '../sheets/ProductsSheet.js';
import { SentCartSheet } from '../sheets/SentCartSheet.js';

export function orderParts(message) {
  const { order } = message;
  return {
    wide: true,
    body: (room) => html`<${OrderCard} order=${order} />
      <div class="ph-text">${order.text ?? ''}${room}</div>`,
    foot: html`<${Row} sheet=${SentCartSheet} props=${{ order }}>View sent cart<//>`,
  };
}

function OrderCard({ order }) {
  const { catalogs } = usePhone();
  const items = order.product_items ?? [];
  const first = productOf(catalogs, items[0]?.product_retailer_id, order.catalog_id);
  const sum = items.reduce((n, i) => n + i.quantity * Number(i.item_price ?? 0), 0);
  return html`<div class="ph-order">${first.image && html`<img src=${first.image} alt="" />`}
    <div><div class="ph-order__count"><${Icon.Cart} size=${18} />${itemCount(countOf(order))}</div>
    <div class="ph-small">${money(sum, items[0]?.currency)} (estimated total)</div></div></div>`;
}

export function productParts({ interactive }, message) {
  const { catalog_id: catalogId, product_retailer_id: id } = interactive.action;
  return {
    wide: true,
    body: (room) => html`<${ProductFace} id=${id} catalogId=${catalogId} />
      ${interactive.body?.text && html`<div class="ph-text">
      ${formatted(interactive.body.text, interactive.footer ? null : room)}</div>`}
      ${interactive.footer?.text && html`<div class="ph-footer">${interactive.footer.text}${room}
      </div>`}
      ${!interactive.body?.text && !interactive.footer?.text && html`<div class="ph-text">${room}
      </div>`}`,
    foot: html`<${Row} sheet=${ProductSheet}
      props=${{ retailerId: id, catalogId, message }}>View<//>`,
  };
}

/** Picture, name and price of one product. */
export function ProductFace({ id, catalogId }) {
  const { catalogs } = usePhone();
  const product = productOf(catalogs, id, catalogId);
  return html`<${Table} products=${[product]} />
    <div class="ph-text ph-bold">${product.name}</div><div class="ph-small">
    ${money(product.price, product.currency)}</div>`;
}

export function productListParts({ interactive }, message) {
  const n = interactive.action.sections.reduce((sum, s) => sum + s.product_items.length, 0);
  return {
    wide: true,
    body: (room) => html`<${ListTable} interactive=${interactive} />
      <div class="ph-text ph-bold">${interactive.header?.text}</div><div class="ph-small">
      ${itemCount(n)}</div>
      <div class="ph-text">${formatted(interactive.body.text, interactive.footer ? null : room)}
      </div>
      ${interactive.footer?.text && html`<div class="ph-footer">${interactive.footer.text}${room}
      </div>`}`,
    foot: html`<${Row} sheet=${ProductsSheet}
      props=${{ title: interactive.header?.text, message, sectionsOf: listed(interactive) }}>
      View items<//>`,
  };
}

/**
 * The products of a list on a table.
 * @param lead retailer id of the one in the middle; the first where left out
 */
export function ListTable({ interactive, lead }) {
  const { catalogs } = usePhone();
  const listed = messageSections(interactive, catalogs).flatMap((s) => s.products);
  const products = [
    ...listed.filter((p) => p.retailer_id === lead),
    ...listed.filter((p) => p.retailer_id !== lead),
  ];
  // The first leads; the ones around it come from the far end, so that the table shows variety.
  const laid = [products[0], products[3] ?? products[1], products[5] ?? products[2], products[4]];
  return html`<${Table} products=${laid.filter(Boolean)} />`;
}

export function catalogParts({ interactive }, message) {
  const thumbnail = interactive.action.parameters?.thumbnail_product_retailer_id;
  return {
    wide: true,
    body: (room) => html`<${CatalogFace} thumbnail=${thumbnail} />
      <div class="ph-text">${formatted(interactive.body.text, interactive.footer ? null : room)}
      </div>
      ${interactive.footer?.text && html`<div class="ph-footer">${interactive.footer.text}${room}
      </div>`}`,
    foot: html`<${Row} sheet=${ProductsSheet}
      props=${{ message, sectionsOf: wholeCatalog }}>View catalog<//>`,
  };
}

export const wholeCatalog = (catalogs, number) => {
  const catalog = catalogs.find((c) => c.id === number?.catalog_id) ?? catalogs[0];
  return catalog ? catalogSections(catalog) : [];
};

/** Picture and name of a catalog. */
export function CatalogFace({ thumbnail }) {
  const { catalogs, number } = usePhone();
  const catalog = catalogs.find((c) => c.id === number.catalog_id) ?? catalogs[0];
  const product = thumbnail ? productOf(catalogs, thumbnail, catalog?.id) : catalog?.products[0];
  return html`${product && html`<${Table} products=${[product]} />`}<div class="ph-text ph-bold">
    ${catalog?.name ?? 'Catalog'}</div>`;
}

const listed = (interactive) => (catalogs) => messageSections(interactive, catalogs);

/** Dishes laid on a wooden table: the first in the middle, up to three around it. */
export function Table({ products }) {
  return html`<div class=${`ph-table ph-table--${products.length}`} role="img"
    aria-label=${products[0].name}>
    ${products.map((p) => p.image && html`<img src=${dish(p.image)} alt="" loading="lazy" />`)}
    </div>`;
}

/** A full-width row that opens a sheet. */
export function Row({ sheet, props, icon, children }) {
  const { openSheet } = usePhone();
  return html`<button class="ph-row" onClick=${() => openSheet(sheet, props)}>${icon}${children}
    </button>`;
}
