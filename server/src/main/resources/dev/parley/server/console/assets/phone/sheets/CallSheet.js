// What a button that calls would do: calls are not simulated.
import { html } from '../../html.js';
import { numberAvatar } from '../../avatars.js';
import { usePhone } from '../context.js';
import { ActionButton, Sheet } from '../Sheet.js';

const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/**
 * @param until when the button stops working, in epoch milliseconds
 * @param payload of a template's button; left out where the message is a call button itself
 * @param phone the number that a phone would dial; left out where the call goes over the app
 */
export function CallSheet({ message, until, payload: ofButton, phone, closing }) {
  const { number, numbers, closeTop } = usePhone();
  const payload = ofButton ?? message.interactive?.action.parameters?.payload;
  return html`<${Sheet} title="Call" closing=${closing}
    foot=${html`<${ActionButton} onClick=${closeTop}>OK<//>`}><div class="ph-about">
      <img class="ph-face" src=${numberAvatar(numbers, number.id)} width="88" height="88" alt="" />
      <h3>${number.name}</h3><p class="ph-small">${phone ?? number.display}</p></div>
    <p class="ph-fine ph-fine--middle">Calls are not simulated: on a phone this would
      ${phone ? 'dial the number.' : 'ring the business now.'}</p>
    <dl class="ph-facts">
      ${payload && html`<div><dt>Payload of the call</dt><dd><code>${payload}</code></dd></div>`}
      ${until && html`<div><dt>Works until</dt><dd>${WHEN.format(new Date(until))}</dd></div>`}
    </dl><//>`;
}
