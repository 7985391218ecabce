// What stands over a phone: whose it is, how long its window is open, and its settings.
import { html, useState } from '../html.js';
import { chatKey, useNow, useStore } from '../store.js';
import { Face, displayNumber, nameOf } from './face.js';
import { AddHandset, HandsetSettings } from './handset.js';
import { Icon } from './icons.js';
import { Popover } from './popup.js';
import { DAY_MS, HOUR_MS, millis, remaining } from './times.js';

/** Below this the chip turns amber. */
const SOON_MS = HOUR_MS;

/** The service window of a chat as the page knows it, or null while it is not loaded. */
export function windowOf(state, waId, number) {
  return (
    state.chats[chatKey(waId, number)]?.window ??
    state.chatRows[waId]?.find((row) => row.number === number)?.window ??
    null
  );
}

/** Milliseconds until the window closes; zero or less when it is closed or was never open. */
/** At most a day: the browser's clock may be a little behind the server's. */
export function windowLeft(window, now) {
  return window?.expires_at ? Math.min(DAY_MS, millis(window.expires_at) - now) : 0;
}

export function WindowChip({ store, handset }) {
  const [number, window] = useStore(store, (s) => {
    const shown = s.openChats[handset.wa_id] ?? s.selectedNumber;
    return [shown, windowOf(s, handset.wa_id, shown)];
  });
  const left = windowLeft(window, useNow(store));
  if (!number || !window) return null;
  if (left <= 0) {
    return html`<span class="chip chip--bad chip--tall"
        title="The service window is closed: only templates get through"><${Icon} name="lock"
        size=${14} />closed</span>`;
  }
  return html`<span class=${`chip chip--tall ${left < SOON_MS ? 'chip--warn' : 'chip--plain'}`}
    title="Until the service window closes"><${Icon} name="clock" size=${14} />
      ${remaining(left)}</span>`;
}

function SettingsButton({ store, handset }) {
  return html`<${Popover} label=${`Settings of ${nameOf(handset)}`}
      className="tbtn tbtn--icon tbtn--bare"
      panelClass="tpanel--settings" face=${html`<${Icon} name="sliders" size=${18} />`}>
    ${(close) => html`<${HandsetSettings} store=${store} handset=${handset} onDone=${close} />`}
  <//>`;
}

export function Caption({ store, handset }) {
  const selected = useStore(store, (s) => s.selectedHandset === handset.wa_id);
  return html`<div class="tcaption">
    <button type="button" class="tcaption__who" aria-pressed=${selected}
        title=${`Inspect the chat with ${nameOf(handset)}`}
        onClick=${() => store.selectHandset(handset.wa_id)}>
      <${Face} handset=${handset} dot />
      <b>${nameOf(handset)}</b>
      <span class="tcaption__number">${displayNumber(handset.wa_id)}</span>
    </button>
    <${WindowChip} store=${store} handset=${handset} />
    <${SettingsButton} store=${store} handset=${handset} />
  </div>`;
}

/** Where one phone is shown: the handsets to choose from, and what the caption would say. */
export function HandsetStrip({ store }) {
  const [handsets, selected] = useStore(store, (s) => [s.handsets, s.selectedHandset]);
  const [adding, setAdding] = useState(false);
  const handset = handsets.find((h) => h.wa_id === selected);
  const onKey = (e) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!step) return;
    e.preventDefault();
    const tabs = [...e.currentTarget.querySelectorAll('[role=tab]')];
    const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length];
    next.focus();
    next.click();
  };
  return html`<div class="tstrip">
    <div class="tstrip__box">
      <div class="tstrip__tabs" role="tablist" aria-label="Handsets" onKeyDown=${onKey}>
        ${handsets.map(
          (h) => html`<button type="button" key=${h.wa_id} role="tab"
            aria-selected=${h.wa_id === selected}
            tabindex=${h.wa_id === selected ? 0 : -1} title=${displayNumber(h.wa_id)}
            onClick=${() => store.selectHandset(h.wa_id)}>
          <${Face} handset=${h} size=${20} />${nameOf(h)}</button>`,
        )}
      </div>
      <button type="button" class="tstrip__add" aria-label="Add a handset" title="Add a handset"
          onClick=${() => setAdding(true)}><${Icon} name="plus" /></button>
    </div>
    <span class="tbar__space"></span>
    ${handset && html`<${WindowChip} store=${store} handset=${handset} /><${SettingsButton}
        store=${store} handset=${handset} />`}
    ${adding && html`<${AddHandset} store=${store} onClose=${() => setAdding(false)} />`}
  </div>`;
}
