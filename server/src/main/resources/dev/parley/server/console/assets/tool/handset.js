// What one can set of a handset, and adding one.
import { html, useId, useState } from '../html.js';
import { useStore } from '../store.js';
import { Face, displayNumber, nameOf } from './face.js';
import { Icon } from './icons.js';
import { Dialog } from './popup.js';

/** A switch with its reason below it. */
export function Toggle({ label, hint, on, onChange }) {
  const id = useId();
  return html`<button type="button" class="ttoggle" role="switch" aria-checked=${on}
      aria-describedby=${id}
      onClick=${() => onChange(!on)}>
    <span class="ttoggle__text"><span>${label}</span><small id=${id}>${hint}</small></span>
    <i class="ttoggle__track"></i>
  </button>`;
}

/** All settings of a handset, for the popover of its caption and for the tab of the inspector. */
export function HandsetSettings({ store, handset, onDone = () => {} }) {
  const numbers = useStore(store, (s) => s.numbers);
  const [sure, setSure] = useState(false);
  const name = nameOf(handset);
  const patch = (changes) => store.patchHandset(handset.wa_id, changes);
  const blocked = handset.blocked ?? [];
  const block = (id, on) =>
    patch({ blocked: on ? [...blocked, id] : blocked.filter((other) => other !== id) });
  return html`<div class="tsettings">
    <${Toggle} label="Online" on=${handset.online}
      hint=${handset.online
          ? 'Messages reach the phone at once'
          : 'Messages stay “sent” until it is back'
      }
      onChange=${(online) => patch({ online })} />
    <${Toggle} label="Read receipts" on=${handset.read_receipts}
      hint=${handset.read_receipts ? 'The bot hears “read”' : 'The bot never hears “read”'}
      onChange=${(on) => patch({ read_receipts: on })} />
    <${Toggle} label="Reads everything at once" on=${handset.auto_read}
      hint="Even while its chat is not open here"
      onChange=${(on) => patch({ auto_read: on })} />
    ${numbers.map(
      (number) => html`<${Toggle} key=${number.id} label=${`Blocks ${number.name}`}
        on=${blocked.includes(number.id)}
      hint=${blocked.includes(number.id) ? 'Its messages fail with 131026' : number.display}
      onChange=${(on) => block(number.id, on)} />`,
    )}
    <div class="tsettings__foot">
      ${sure
          ? html`<span>Delete ${name} and the chats?</span>
            <button type="button" class="tbtn tbtn--small"
                onClick=${() => setSure(false)}>Keep</button>
            <button type="button" class="tbtn tbtn--small tbtn--danger"
              onClick=${() => {
                onDone();
                store.removeHandset(handset.wa_id);
              }}>Delete</button>`
          : html`<button type="button" class="tbtn tbtn--small is-bad" onClick=${() => setSure(true)}>
          <${Icon} name="bin" />Delete handset</button>`}
    </div>
  </div>`;
}

/** Who the handset is: what a bot may see of it. */
export function HandsetCard({ handset }) {
  return html`<div class="tidentity">
    <${Face} handset=${handset} size=${40} dot />
    <div><b>${nameOf(handset)}</b>
      <span>${displayNumber(handset.wa_id)}</span>
      <span class="mono">wa_id ${handset.wa_id}</span>
      ${handset.user_id && html`<span class="mono">user_id ${handset.user_id}</span>`}
    </div>
  </div>`;
}

/** Numbers for new handsets: those after the first two. */
function freeNumber(handsets) {
  const taken = new Set(handsets.map((h) => h.wa_id));
  for (let n = 15550100101; ; n++) if (!taken.has(String(n))) return String(n);
}

const NAMES = [
  'Alan',
  'Edsger',
  'Barbara',
  'Donald',
  'Radia',
  'Ken',
  'Margaret',
  'Dennis',
  'Frances',
  'Tony',
];

export function AddHandset({ store, onClose }) {
  const handsets = useStore(store, (s) => s.handsets);
  const names = new Set(handsets.map((h) => h.name));
  const [name, setName] = useState(() => NAMES.find((n) => !names.has(n)) ?? '');
  const [waId, setWaId] = useState(() => freeNumber(handsets));
  const digits = waId.replace(/[^\d]/g, '');
  const known = handsets.find((h) => h.wa_id === digits);
  const wrong = known
    ? `${nameOf(known)} has this number`
    : digits.length < 7 || digits.length > 15
      ? 'A number has 7 to 15 digits'
      : null;
  const add = async (e) => {
    e.preventDefault();
    if (wrong) return;
    if (await store.addHandset({ wa_id: digits, name: name.trim() || displayNumber(digits) }))
      onClose();
  };
  return html`<${Dialog} title="Add a handset" onClose=${onClose}>
    <form class="tform" onSubmit=${add}>
      <label class="tfield tfield--tall"><span>Name</span><input value=${name} maxlength="60"
          autocomplete="off" onInput=${(e) => setName(e.target.value)} /></label>
      <label class="tfield tfield--tall"><span>Number</span><input value=${waId} inputmode="tel"
          autocomplete="off" aria-invalid=${Boolean(wrong)}
        onInput=${(e) => setWaId(e.target.value)} /></label>
      ${wrong && html`<p class="tform__wrong" role="alert">${wrong}</p>`}
      <p class="tform__hint">Its window is closed until it writes; templates reach it at once.</p>
      <div class="tdialog__foot">
        <button type="button" class="tbtn" onClick=${onClose}>Cancel</button>
        <button type="submit" class="tbtn tbtn--fill" disabled=${Boolean(wrong)}>Add</button>
      </div>
    </form>
  <//>`;
}
