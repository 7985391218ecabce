// One product: picture, price, description, quantity, "Add to cart", "Message business".
import { html, useState } from '../../html.js';
import * as Icon from '../../icons.js';
import { dish, money, productOf } from '../catalog.js';
import { usePhone } from '../context.js';
import { ActionButton, Sheet } from '../Sheet.js';
import { CartSheet } from './CartSheet.js';
import { Stepper } from './Stepper.js';
import { withQuantity } from './ProductsSheet.js';

export function ProductSheet({ retailerId, catalogId, message, back, closing }) {
  const { store, wa, number, catalogs, cart, setCart, blocked, openSheet, closeSheets, say } =
    usePhone();
  const product = productOf(catalogs, retailerId, catalogId);
  const inCart = cart[retailerId] ?? 0;
  const [quantity, setQuantity] = useState(Math.max(1, inCart));
  const count = Object.values(cart).reduce((a, b) => a + b, 0);
  const add = () => {
    setCart((c) => withQuantity(c, product, quantity));
    say(`${quantity} × ${product.name} in the cart`);
  };
  const ask = () => {
    closeSheets();
    store.askAboutProduct(
      wa,
      number.id,
      `Hi, I have a question about ${product.name}.`,
      catalogId ?? number.catalog_id,
      retailerId,
    );
  };
  const foot = html`<div class="ph-action-pair">
    <${ActionButton} onClick=${add} disabled=${product.unknown || quantity === inCart}
      icon=${html`<${Icon.Cart} size=${20} />`}>
      ${inCart === 0 ? 'Add to cart' : quantity === inCart ? 'In the cart' : 'Update cart'}<//>
    ${count > 0 && html`<${ActionButton}
      onClick=${() => openSheet(CartSheet, { message })}>View cart (${count})<//>`}</div>`;
  return html`<${Sheet} title=${product.name} size="tall" back=${back} closing=${closing}
    foot=${foot}>
    <div class="ph-table ph-table--1 ph-table--hero">${product.image && html`<img
      src=${dish(product.image)} alt=${product.name} />`}</div>
    <div class="ph-details"><h3>${product.name}</h3><b>${money(product.price, product.currency)}</b>
      <p>${product.description}</p>
      ${!product.unknown && html`<div class="ph-details__row"><span>Quantity</span>
      <${Stepper} quantity=${quantity} name=${product.name}
        onChange=${(n) => setQuantity(Math.max(1, n))} /></div>`}
      <button class="ph-outline" onClick=${ask} disabled=${blocked}>
      <${Icon.Chat} size=${20} />Message business</button></div><//>`;
}
