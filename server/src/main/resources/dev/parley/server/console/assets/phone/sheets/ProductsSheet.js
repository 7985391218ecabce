// Products to choose from: the sections of a multi-product message or the whole catalog, with a
// quantity at each, and the way to the cart.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';
import { money } from '../catalog.js';
import { usePhone } from '../context.js';
import { ActionButton, Sheet } from '../Sheet.js';
import { CartSheet } from './CartSheet.js';
import { ProductSheet } from './ProductSheet.js';
import { Stepper } from './Stepper.js';

/** @param sectionsOf (catalogs, number) → `[{title, products}]` */
export function ProductsSheet({ title, message, sectionsOf, closing }) {
  const { catalogs, number, cart, setCart, openSheet } = usePhone();
  const sections = sectionsOf(catalogs, number);
  const count = Object.values(cart).reduce((a, b) => a + b, 0);
  const foot =
    count > 0 &&
    html`<${ActionButton} icon=${html`<${Icon.Cart} size=${20} />`}
    onClick=${() => openSheet(CartSheet, { message })}>View cart (${count})<//>`;
  return html`<${Sheet} title=${title ?? catalogs[0]?.name ?? 'Catalog'} size="tall"
    closing=${closing} foot=${foot}>
    ${sections.map(
      (section) => html`<div class="ph-section ph-section--products" key=${section.title}>
      ${section.title && html`<h3>${section.title}</h3>`}
      ${section.products.map(
        (product) => html`<${ProductRow} key=${product.retailer_id} product=${product}
        quantity=${cart[product.retailer_id] ?? 0}
          onQuantity=${(n) => setCart((c) => withQuantity(c, product, n))}
        onOpen=${() =>
          openSheet(ProductSheet, { retailerId: product.retailer_id, message, back: true })} />`,
      )}</div>`,
    )}
  <//>`;
}

/** A product with its picture, price and quantity. */
export function ProductRow({ product, quantity, onQuantity, onOpen, inCart = false }) {
  return html`<div class="ph-product" data-product=${product.retailer_id}>
    <button class="ph-product__face" onClick=${onOpen} disabled=${!onOpen}
      aria-label=${product.name} tabindex=${onOpen ? 0 : -1}>
      ${product.image ? html`<img src=${product.image} width="72" height="72" alt=""
        loading="lazy" />` : html`<${Icon.Image} size=${28} />`}</button>
    <div class="ph-product__text"><span class="ph-product__name">${product.name}</span><small>
    ${product.description}</small>
      <b>${money(product.price, product.currency)}</b></div>
    ${!product.unknown && html`<${Stepper} quantity=${quantity} name=${product.name}
      onChange=${onQuantity} bin=${inCart} />`}</div>`;
}

/** The cart with this many of a product; none takes it out. */
export function withQuantity(cart, product, n) {
  const { [product.retailer_id]: _, ...others } = cart;
  return n > 0 ? { ...cart, [product.retailer_id]: n } : others;
}
