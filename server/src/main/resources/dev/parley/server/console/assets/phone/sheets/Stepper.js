// A quantity: one round plus while it is none, then − n +. In the cart the last one goes into the
// bin.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';

/** The order webhook carries at most this many of one product. */
const QUANTITY_MAX = 99;

export function Stepper({ quantity, name, onChange, bin = false }) {
  if (quantity === 0) {
    return html`<button class="ph-add" aria-label=${`Add ${name}`} onClick=${() => onChange(1)}><i>
      <${Icon.Plus} size=${18} /></i></button>`;
  }
  const last = bin && quantity === 1;
  return html`<div class="ph-stepper" role="group" aria-label=${`Quantity of ${name}`}>
    <button aria-label=${last ? `Remove ${name}` : `One ${name} less`}
      onClick=${() => onChange(quantity - 1)}>
      <${last ? Icon.Bin : Icon.Minus} size=${18} /></button>
    <output aria-live="polite">${quantity}</output>
    <button aria-label=${`One ${name} more`} disabled=${quantity >= QUANTITY_MAX}
      onClick=${() => onChange(quantity + 1)}><${Icon.Plus} size=${18} /></button></div>`;
}
