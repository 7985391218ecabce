// "View sent cart": what was ordered, at the prices of then.
import { html } from '../../html.js';
import { itemCount, money, productOf } from '../catalog.js';
import { countOf } from '../describe.js';
import { usePhone } from '../context.js';
import { Sheet } from '../Sheet.js';

export function SentCartSheet({ order, closing }) {
  const { catalogs, number } = usePhone();
  const items = order.product_items ?? [];
  const sum = items.reduce((n, i) => n + i.quantity * Number(i.item_price ?? 0), 0);
  return html`<${Sheet} title="Sent cart" size="tall" closing=${closing}>
    <div class="ph-section ph-section--products">${items.map((item) => {
      const product = productOf(catalogs, item.product_retailer_id, order.catalog_id);
      return html`<div class="ph-product" key=${item.product_retailer_id}>
        <span class="ph-product__face">
          ${product.image && html`<img src=${product.image} width="72" height="72" alt="" />`}
          </span>
        <div class="ph-product__text"><span class="ph-product__name">${product.name}</span>
          <small>Quantity ${item.quantity}</small><b>${money(item.item_price, item.currency)}</b>
          </div></div>`;
    })}</div>
    <div class="ph-total"><span><b>Estimated total</b><small>${itemCount(countOf(order))}</small>
    </span><output>${money(sum, items[0]?.currency)}</output></div>
    ${order.text && html`<div class="ph-field ph-field--read"><span>Note to the business</span><p>
    ${order.text}</p></div>`}
    <p class="ph-fine">Sent to ${number.name}.</p><//>`;
}
