// A list message opened: choose one row, then Send.
import { html, useState } from '../../html.js';
import { usePhone } from '../context.js';
import { ActionButton, arrowKeys, Sheet } from '../Sheet.js';

export function ListSheet({ message, closing }) {
  const { store, wa, number, blocked, closeSheets } = usePhone();
  const [chosen, setChosen] = useState(null);
  const { button, sections } = message.interactive.action;
  const send = () => {
    closeSheets();
    store.tap(wa, number.id, message.id, chosen);
  };
  const foot =
    chosen !== null &&
    html`<${ActionButton} onClick=${send} disabled=${blocked}>
      ${blocked ? 'Unblock to send' : 'Send'}<//>`;
  return html`<${Sheet} title=${button} closing=${closing} foot=${foot}>
    <p class="ph-hint">Tap to select an item</p>
    <div role="radiogroup" aria-label=${button} onKeyDown=${arrowKeys('[role=radio]')}>
      ${sections.map(
        (section) => html`<div class="ph-section">
        ${section.title && html`<h3>${section.title}</h3>`}
        ${section.rows.map(
          (row) => html`<${Row} key=${row.id} row=${row} chosen=${row.id === chosen}
          focusable=${row.id === (chosen ?? sections[0].rows[0].id)}
            onChoose=${() => setChosen(row.id)} />`,
        )}</div>`,
      )}
    </div><//>`;
}

function Row({ row, chosen, focusable, onChoose }) {
  return html`<button class="ph-choice" role="radio" aria-checked=${chosen}
    tabindex=${focusable ? 0 : -1} data-row=${row.id}
      onClick=${onChoose} onFocus=${(e) => e.currentTarget.matches(':focus-visible') && onChoose()}>
    <span class="ph-choice__text"><span>${row.title}</span>${row.description && html`<small>
    ${row.description}</small>`}</span>
    <i class="ph-radio" /></button>`;
}
