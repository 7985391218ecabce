// What the yellow notice of a new chat means.
import { html } from '../../html.js';
import { usePhone } from '../context.js';
import { ActionButton, Sheet } from '../Sheet.js';

export function NoticeSheet({ closing }) {
  const { number, closeTop } = usePhone();
  return html`<${Sheet} title="About this chat" closing=${closing} foot=${html`<${ActionButton}
    onClick=${closeTop}>OK<//>`}>
    <div class="ph-link"><p>
    ${number.name} uses a service to store and answer its messages: here that is
        Parley’s sandbox.</p>
      <p class="ph-small">Nothing leaves this machine. What the bot gets is in the inspector
        beside the phone.</p></div><//>`;
}
