// The business asks for the user's own card: the phone asks before it is given.
import { html } from '../../html.js';
import { personAvatar } from '../../avatars.js';
import { usePhone } from '../context.js';
import { ActionButton, Sheet } from '../Sheet.js';

export function ContactInfoSheet({ message, closing }) {
  const { store, wa, handset, number, blocked, closeTop, closeSheets } = usePhone();
  const me = personAvatar(handset);
  const share = () => {
    closeSheets();
    store.shareContactInfo(wa, number.id, message.id);
  };
  const foot = html`<div class="ph-action-pair">
    <button class="ph-outline" onClick=${closeTop}>Not now</button>
    <${ActionButton} onClick=${share} disabled=${blocked}>
      ${blocked ? 'Blocked' : 'Share'}<//></div>`;
  return html`<${Sheet} title="Share contact info?" closing=${closing} foot=${foot}>
    <div class="ph-who ph-who--contact"><span class="ph-who__face"
        style=${{ background: me.ground, color: me.ink }}>${me.letter}</span>
      <span class="ph-choice__text"><span>${handset.name}</span><small>+${wa}</small></span></div>
    <p class="ph-fine">${number.name} gets your name and phone number.</p><//>`;
}
