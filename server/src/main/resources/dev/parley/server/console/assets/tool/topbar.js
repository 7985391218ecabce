// The bar above the page: whose sandbox this is, which number, what time, and the rarer things.
import { html, useState } from '../html.js';
import { useStore } from '../store.js';
import { TopClock } from './clock.js';
import { NumberFace } from './face.js';
import { AddHandset } from './handset.js';
import { Icon } from './icons.js';
import { Menu, Dialog, copyText } from './popup.js';
import { Magic, Wire } from './wire.js';

export function TopBar({ store }) {
  const layout = useStore(store, (s) => s.layout);
  const [dialog, setDialog] = useState(null);
  return html`<header class="tbar">
    <${Brand} />
    <${Connection} store=${store} />
    <i class="tbar__line"></i>
    <${NumberChooser} store=${store} short=${layout !== 'wide'} />
    <span class="tbar__space"></span>
    <${TopClock} store=${store} />
    <i class="tbar__line"></i>
    ${layout === 'wide' && html`<button type="button" class="tbtn" title="Add a handset"
      onClick=${() => setDialog('handset')}><${Icon} name="plus" />Handset</button>`}
    <${ThemeSwitch} store=${store} />
    <${WorldMenu} store=${store} open=${setDialog} />
    <${WorldDialog} store=${store} which=${dialog} onClose=${() => setDialog(null)} />
  </header>`;
}

function Brand() {
  return html`<h1 class="tbrand">
    <img src="assets/brand/mark.svg" width="28" height="28" alt="" />
    Parley
  </h1>`;
}

function Connection({ store }) {
  const connection = useStore(store, (s) => s.connection);
  return connection === 'lost'
    ? html`<span class="chip chip--bad tbar__state" role="status"><i
        class="dot"></i>reconnecting</span>`
    : html`<span class="chip chip--accent tbar__state"><i class="dot"></i>sandbox</span>`;
}

function NumberChooser({ store, short }) {
  const [numbers, selected] = useStore(store, (s) => [s.numbers, s.selectedNumber]);
  const number = numbers.find((n) => n.id === selected);
  if (!number) return null;
  const face = html`<${NumberFace} numbers=${numbers} number=${number} />
    ${short
        ? html`<span class="mono">…${number.display.slice(-4)}</span>`
        : html`<b>${number.name}</b><span class="mono tbar__digits">${number.display}</span>`}
    <${Icon} name="chevron" />`;
  return html`<${Menu} label=${`Number: ${number.name} ${number.display}`} face=${face}
      align="start" className="tbtn tbar__number"
    items=${numbers.map((n) => ({
      label: n.name,
      hint: n.display,
      checked: n.id === selected,
      face: html`<${NumberFace} numbers=${numbers}
      number=${n} />`,
      run: () => store.selectNumber(n.id),
    }))} />`;
}

/** Two halves: a press chooses; the system's choice holds until then. */
export function ThemeSwitch({ store }) {
  const theme = useStore(store, (s) => s.theme);
  const dark =
    theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  return html`<div class="tswitch" role="group" aria-label="Theme">
    <button type="button" aria-label="Light theme" title="Light theme" aria-pressed=${!dark}
        onClick=${() => store.setTheme('light')}><${Icon} name="sun" size=${18} /></button>
    <button type="button" aria-label="Dark theme" title="Dark theme" aria-pressed=${dark}
        onClick=${() => store.setTheme('dark')}><${Icon} name="moon" size=${18} /></button>
  </div>`;
}

export function WorldMenu({ store, open }) {
  const [numbers, selected] = useStore(store, (s) => [s.numbers, s.selectedNumber]);
  const number = numbers.find((n) => n.id === selected);
  return html`<${Menu} label="More about the sandbox" className="tbtn tbtn--icon tbtn--bare"
      face=${html`<${Icon} name="dots" size=${20} />`} items=${[
        { label: 'Wire your bot', icon: 'plug', run: () => open('wire') },
        { label: 'Magic numbers', icon: 'warning', run: () => open('magic') },
        { label: 'Add a handset', icon: 'plus', run: () => open('handset') },
        'line',
        {
          label: 'Copy the phone number id',
          icon: 'copy',
          run: () => copyText(store, number?.id ?? '', 'Phone number id'),
        },
        {
          label: 'Copy the API key',
          icon: 'copy',
          run: () => copyText(store, number?.key ?? '', 'API key'),
        },
        'line',
        { label: 'Theme of the system', icon: 'sun', run: () => store.setTheme('system') },
        { label: 'Reset the sandbox…', icon: 'reset', danger: true, run: () => open('reset') },
      ]} />`;
}

export function WorldDialog({ store, which, onClose }) {
  switch (which) {
    case 'wire':
      return html`<${Wire} store=${store} onClose=${onClose} />`;
    case 'magic':
      return html`<${Magic} store=${store} onClose=${onClose} />`;
    case 'handset':
      return html`<${AddHandset} store=${store} onClose=${onClose} />`;
    case 'reset':
      return html`<${Reset} store=${store} onClose=${onClose} />`;
    default:
      return null;
  }
}

function Reset({ store, onClose }) {
  return html`<${Dialog} title="Reset the sandbox?" onClose=${onClose}>
    <p>Messages, events, webhook endpoints and added handsets go away; the clock returns to
      now. Ids and keys stay
      the same, and Ada and Grace have just written “Hi”.</p>
    <div class="tdialog__foot">
      <button type="button" class="tbtn" onClick=${onClose}>Keep it</button>
      <button type="button" class="tbtn tbtn--danger"
          onClick=${() => {
            onClose();
            store.reset();
          }}>Reset</button>
    </div>
  <//>`;
}
