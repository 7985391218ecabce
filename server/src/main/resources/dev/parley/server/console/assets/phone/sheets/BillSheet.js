// An order in full: the bill to be paid, or how far it has got. Nothing can be paid here.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';
import { billOf } from '../bill.js';
import { Bill, Stage } from '../content/bill.js';
import { usePhone } from '../context.js';
import { ActionButton, Sheet } from '../Sheet.js';

const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/**
 * @param parameters of the message that asked for the payment; null when it is not in the chat
 * @param status `{reference, order}` of the status message that was opened, if it was one
 */
export function BillSheet({ parameters, status, closing }) {
  const { number, say } = usePhone();
  const bill = parameters && billOf(parameters);
  const foot =
    !status &&
    html`<${ActionButton} icon=${html`<${Icon.Lock} size=${18} />`}
      onClick=${() => say('Payments can’t be made here yet')}>Pay ${bill.total}<//>`;
  return html`<${Sheet} title=${status ? 'Order' : 'Review and pay'} size="tall" closing=${closing}
      foot=${foot}><div class="ph-billsheet">
    ${status && html`<${Stage} ...${status} />`}
    ${
      bill
        ? html`<${Bill} bill=${bill} catalogId=${parameters.order?.catalog_id} />`
        : html`<p class="ph-hint">The message with this order’s bill is not in the chat.</p>`
    }</div>
    ${!status && bill.expires && html`<p class="ph-fine">${expiryText(bill)}</p>`}
    <p class="ph-fine">${
      status
        ? `Sent by ${number.name}.`
        : `You would pay ${number.name}. No money moves in the sandbox.`
    }</p><//>`;
}

const expiryText = ({ expires, expiry }) =>
  [`To be paid until ${WHEN.format(new Date(expires))}.`, expiry].filter(Boolean).join(' ');
