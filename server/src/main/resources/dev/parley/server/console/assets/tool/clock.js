// The sandbox's clock: it keeps real time until somebody moves it, and never goes back.
import { html, useState } from '../html.js';
import { useNow, useStore } from '../store.js';
import { Icon } from './icons.js';
import { Popover } from './popup.js';
import {
  DAY_MS,
  clockTime,
  day,
  dayWithYear,
  duration,
  localInputValue,
  millis,
  typedDuration,
} from './times.js';

const STEPS = [
  { label: '+1 min', iso: 'PT1M', wideOnly: true },
  { label: '+1 h', iso: 'PT1H' },
  { label: '+24 h', iso: 'PT24H' },
];
const FURTHER = [
  { label: '+1 min', iso: 'PT1M', oneOnly: true },
  { label: '+10 min', iso: 'PT10M' },
  { label: '+7 d', iso: 'P7D' },
  { label: '+30 d', iso: 'P30D' },
];
const STAYS_AHEAD = 'The clock never goes back. “Reset the sandbox” in the menu returns to now.';

/** How far the sandbox is ahead of real time, in ms; 0 while it keeps real time. */
export const aheadMs = (clock) => Math.max(0, clock?.offset_ms ?? 0);

export function TopClock({ store }) {
  const now = useNow(store);
  const [clock, layout] = useStore(store, (s) => [s.clock, s.layout]);
  const ahead = aheadMs(clock);
  const steps = STEPS.filter((step) => layout === 'wide' || !step.wideOnly);
  return html`<div class="tclock" role="group" aria-label="Clock of the sandbox">
    <${Icon} name="clock" size=${18} />
    <time class="tclock__time" datetime=${new Date(now).toISOString()}>
      ${layout === 'wide' && !ahead ? dayWithYear(now) : day(now)}, ${clockTime(now)}
    </time>
    ${ahead > 0 && html`<span class="chip chip--warn" title=${STAYS_AHEAD}>
      ${duration(roundedOffset(ahead))} ahead</span>`}
    <div class="tseg">
      <button type="button" class=${ahead ? '' : 'is-on'} aria-pressed=${!ahead}
          aria-disabled=${ahead > 0}
        title=${ahead ? STAYS_AHEAD : 'The clock keeps real time'}>Now</button>
      ${steps.map(
        (step) => html`<button type="button"
          title=${`Move the clock forward ${step.label.slice(1)}`}
        onClick=${() => store.advanceClock(step.iso)}>${step.label}</button>`,
      )}
      <${Popover} label="Move the clock otherwise" className="tseg__more" face=${html`<${Icon}
          name="chevron" />`}>
        ${(close) => html`<${ClockForm} store=${store} onDone=${close} />`}
      <//>
    </div>
  </div>`;
}

/** Seconds within an offset come from the time the call itself took; nobody wants to read them. */
function roundedOffset(ms) {
  return ms > 60_000 ? Math.round(ms / 60_000) * 60_000 : ms;
}

/** Any duration, or any later moment. */
export function ClockForm({ store, onDone = () => {} }) {
  const layout = useStore(store, (s) => s.layout);
  const [by, setBy] = useState('');
  const [to, setTo] = useState(() => localInputValue(store.now() + DAY_MS));
  const byMs = by.trim() ? typedDuration(by) : null;
  const toMs = millis(to);
  const past = Number.isFinite(toMs) && toMs <= store.now();
  const advance = (e) => {
    e.preventDefault();
    if (byMs == null) return;
    store.advanceClock(`PT${byMs / 1000}S`).then(onDone);
  };
  const set = (e) => {
    e.preventDefault();
    if (!past && Number.isFinite(toMs)) store.setClock(new Date(toMs).toISOString()).then(onDone);
  };
  return html`<div class="tform">
    <p class="tform__title">Move the clock forward</p>
    <div class="tform__row tform__row--wrap">
      ${FURTHER.filter((step) => layout === 'one' || !step.oneOnly).map(
        (step) => html`<button
          type="button" class="tbtn tbtn--small"
        onClick=${() => store.advanceClock(step.iso).then(onDone)}>${step.label}</button>`,
      )}
    </div>
    <form class="tform__row" onSubmit=${advance}>
      <label class="tfield"><span>By</span>
        <input value=${by} onInput=${(e) => setBy(e.target.value)} placeholder="1h 30m"
            autocomplete="off"
          aria-invalid=${by.trim() !== '' && byMs == null} spellcheck="false" /></label>
      <button type="submit" class="tbtn tbtn--fill" disabled=${byMs == null}>Move</button>
    </form>
    ${by.trim() !== '' &&
      byMs == null && html`<p class="tform__wrong"
        role="alert">Write it like 90m, 1h 30m, 2d or PT24H.</p>`}
    <form class="tform__row" onSubmit=${set}>
      <label class="tfield"><span>To</span>
        <input type="datetime-local" step="1" value=${to} onInput=${(e) => setTo(e.target.value)}
            aria-invalid=${past} /></label>
      <button type="submit" class="tbtn" disabled=${past || !Number.isFinite(toMs)}>Set</button>
    </form>
    ${past && html`<p class="tform__wrong"
        role="alert">That moment has passed. The clock never goes back.</p>`}
    <p class="tform__hint">All that becomes due on the way happens: windows close, webhooks
      are tried again.</p>
  </div>`;
}
