// May the business call? Allowed always, for a week, or not at all.
import { html, useState } from '../../html.js';
import * as Icon from '../../icons.js';
import { usePhone } from '../context.js';
import { ActionButton, arrowKeys, Sheet } from '../Sheet.js';

const CHOICES = [
  { title: 'Always allow', text: 'Until you change it', response: 'accept', permanent: true },
  {
    title: 'Allow for 7 days',
    text: 'Then it has to ask again',
    response: 'accept',
    permanent: false,
  },
  {
    title: 'Don’t allow',
    text: 'You can still be written to',
    response: 'reject',
    permanent: false,
  },
];

export function CallPermissionSheet({ message, closing }) {
  const { store, wa, number, blocked, closeSheets } = usePhone();
  const [chosen, setChosen] = useState(null);
  const send = () => {
    const { response, permanent } = CHOICES[chosen];
    closeSheets();
    store.answerCallPermission(wa, number.id, message.id, response, permanent);
  };
  const foot =
    chosen !== null &&
    html`<${ActionButton} onClick=${send} disabled=${blocked}>
      ${blocked ? 'Unblock to send' : 'Send'}<//>`;
  return html`<${Sheet} title="Calls" closing=${closing} foot=${foot}>
    <div class="ph-ask"><span class="ph-kind__mark"><${Icon.Phone} size=${26} /></span>
      <h3>May ${number.name} call you?</h3></div>
    <div role="radiogroup" aria-label="Calls" onKeyDown=${arrowKeys('[role=radio]')}>
      ${CHOICES.map(
        ({ title, text }, i) => html`<button key=${title} class="ph-choice" role="radio"
          aria-checked=${i === chosen} tabindex=${i === (chosen ?? 0) ? 0 : -1}
          onClick=${() => setChosen(i)}
          onFocus=${(e) => e.currentTarget.matches(':focus-visible') && setChosen(i)}>
          <span class="ph-choice__text"><span>${title}</span><small>${text}</small></span>
          <i class="ph-radio" /></button>`,
      )}</div><//>`;
}
