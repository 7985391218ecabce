// All buttons of a template that has more than fit under it.
import { html } from '../../html.js';
import { usePhone } from '../context.js';
import { Sheet } from '../Sheet.js';

/** @param Button draws one of them */
export function OptionsSheet({ message, buttons, Button, closing }) {
  const { closeTop } = usePhone();
  return html`<${Sheet} title="All options" closing=${closing}><div class="ph-options">
    ${buttons.map((button, i) => html`<${Button} key=${i} message=${message} button=${button}
      done=${closeTop} />`)}</div><//>`;
}
