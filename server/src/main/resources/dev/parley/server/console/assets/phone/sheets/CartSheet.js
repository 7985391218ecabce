// The cart: quantities, total, a note, and "Send to business", which becomes an order.
import { html, useState } from '../../html.js';
import * as Icon from '../../icons.js';
import { itemCount, money, productOf, total } from '../catalog.js';
import { usePhone } from '../context.js';
import { ActionButton, Sheet } from '../Sheet.js';
import { ProductRow, withQuantity } from './ProductsSheet.js';

/**
 * @param message the product message that is answered; without one the cart came from the catalog
 */
export function CartSheet({ message, closing }) {
  const { store, wa, number, catalogs, blocked, cart, setCart, closeSheets } = usePhone();
  const [note, setNote] = useState('');
  const catalogId = catalogOf(message) ?? number.catalog_id;
  const lines = Object.entries(cart).map(([id, n]) => [productOf(catalogs, id, catalogId), n]);
  const count = lines.reduce((sum, [, n]) => sum + n, 0);
  const currency = lines[0]?.[0].currency;
  const send = async () => {
    closeSheets();
    const sent = await store.sendOrder(wa, number.id, message?.id, {
      catalog_id: catalogId,
      text: note.trim(),
      product_items: lines.map(([product, quantity]) => ({
        product_retailer_id: product.retailer_id,
        quantity,
        item_price: product.price,
        currency: product.currency,
      })),
    });
    if (sent) setCart(() => ({}));
  };
  const foot =
    count > 0 &&
    html`<${ActionButton} onClick=${send} disabled=${blocked}
    icon=${html`<${Icon.Send} size=${20} />`}>${blocked ? 'Unblock to send' : 'Send to business'}
      <//>`;
  return html`<${Sheet} title="Your cart" size="tall" back closing=${closing} foot=${foot}>
    ${
      count === 0
        ? html`<p class="ph-empty"><${Icon.Cart} size=${40} />Your cart is empty</p>`
        : html`
      <div class="ph-section ph-section--products ph-section--cart">${lines.map(
        ([product, n]) => html`<${ProductRow} key=${product.retailer_id} product=${product}
        quantity=${n} inCart onQuantity=${(m) => setCart((c) => withQuantity(c, product, m))} />`,
      )}</div>
      <div class="ph-total"><span><b>Estimated total</b><small>${itemCount(count)}</small></span>
      <output>${money(total(lines), currency)}</output></div>
      <label class="ph-field ph-field--note"><span>Note to the business</span>
        <textarea rows="1" maxlength="1024" placeholder="Add a note" value=${note}
          onInput=${(e) => setNote(e.target.value)}></textarea></label>
      <p class="ph-fine">${number.name} confirms the price and delivery. You pay nothing now.</p>`
    }
  <//>`;
}

/** The catalog a product message or a carousel of products sells from. */
function catalogOf(message) {
  const action = message?.interactive?.action;
  return action?.catalog_id ?? action?.cards?.[0]?.action?.catalog_id;
}
