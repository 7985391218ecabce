// Shares a contact from the attach menu: one's own card, or those of the other handsets.
import { html, useState } from '../../html.js';
import * as Icon from '../../icons.js';
import { personAvatar } from '../../avatars.js';
import { useStore } from '../../store.js';
import { usePhone } from '../context.js';
import { ActionButton, Sheet } from '../Sheet.js';

export function ContactCardSheet({ closing }) {
  const { store, wa, number, blocked, closeSheets } = usePhone();
  const handsets = useStore(store, (s) => s.handsets);
  const [chosen, setChosen] = useState([]);
  const toggle = (id) =>
    setChosen((all) => (all.includes(id) ? all.filter((c) => c !== id) : [...all, id]));
  const own = handsets.filter((h) => h.wa_id === wa);
  const people = [...own, ...handsets.filter((h) => h.wa_id !== wa)];
  const send = () => {
    closeSheets();
    store.sendContacts(wa, number.id, people.filter((h) => chosen.includes(h.wa_id)).map(cardOf));
  };
  const foot =
    chosen.length > 0 &&
    html`<${ActionButton} onClick=${send} disabled=${blocked}
      icon=${html`<${Icon.Send} size=${20} />`}>
      Send ${chosen.length > 1 ? `${chosen.length} contacts` : 'contact'}<//>`;
  return html`<${Sheet} title="Share contacts" closing=${closing} foot=${foot}>
    <div role="group" aria-label="Contacts">${people.map((handset) => {
      const face = personAvatar(handset);
      return html`<button key=${handset.wa_id} class="ph-choice" role="checkbox"
        aria-checked=${chosen.includes(handset.wa_id)} onClick=${() => toggle(handset.wa_id)}>
        <span class="ph-who__face" style=${{ background: face.ground, color: face.ink }}>
        ${face.letter}</span>
        <span class="ph-choice__text">
          <span>${handset.name}${handset.wa_id === wa && ' (you)'}</span>
          <small>+${handset.wa_id}</small></span><i class="ph-radio ph-radio--check" /></button>`;
    })}</div><//>`;
}

const cardOf = ({ name, wa_id: waId }) => ({
  name: { formatted_name: name, first_name: name.split(' ', 1)[0] },
  phones: [{ phone: `+${waId}`, wa_id: waId, type: 'CELL' }],
});
