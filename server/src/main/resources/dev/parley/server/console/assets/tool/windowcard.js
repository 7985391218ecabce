// The 24-hour service window of a chat, counting down.
import { html } from '../html.js';
import { useNow, useStore } from '../store.js';
import { nameOf } from './face.js';
import { useSelected } from './selection.js';
import {
  DAY_MS,
  HOUR_MS,
  SECOND_MS,
  clockTime,
  countdown,
  day,
  duration,
  millis,
} from './times.js';
import { windowLeft, windowOf } from './caption.js';

export function WindowCard({ store, brief = false }) {
  const { handset, number } = useSelected(store);
  const window = useStore(store, (s) => windowOf(s, handset?.wa_id, number?.id));
  const now = useNow(store);
  if (!handset || !number) return null;
  const left = windowLeft(window, now);
  const ends = window?.expires_at ? millis(window.expires_at) : null;
  if (left <= 0) {
    return html`<section class="twindow is-closed" aria-label="Service window">
      <p class="twindow__time"><b>Closed</b>
        ${ends !== null && html` <span>for ${closedFor(now - ends)}</span>`}</p>
      <p class="twindow__state"><b><i class="dot"></i>
        ${brief ? 'Templates only' : 'Only templates get through'}</b>
        <span>${closedSince(ends, handset, brief)}</span></p>
    </section>`;
  }
  const soon = left < HOUR_MS;
  return html`<section class=${`twindow ${soon ? 'is-soon' : ''}`} aria-label="Service window">
    <div class="twindow__time" role="timer" aria-label=${`${duration(left)} left`}>
      <b>${countdown(left)}</b>${!brief && html` <span>left</span>`}
      <i class="twindow__bar">
        <i style=${{ width: `${Math.min(100, (left / DAY_MS) * 100)}%` }}></i></i></div>
    <p class="twindow__state"><b><i class="dot"></i>
        ${brief ? 'Window open' : 'Service window open'}</b>
      <span>${brief ? 'until' : 'Closes'} ${day(ends)}, ${clockTime(ends)}</span></p>
    ${!brief && html`<button type="button" class="tbtn"
        title="Moves the clock past the window’s end"
      onClick=${() => closeNow(store, ends)}>Close now</button>`}
  </section>`;
}

/** One second past the end: the window is open before it and closed from it on. */
export function closeNow(store, ends) {
  return store.setClock(new Date(ends + SECOND_MS).toISOString());
}

function closedSince(ends, handset, brief) {
  if (ends === null) return `${nameOf(handset)} has not written yet`;
  return brief
    ? `since ${day(ends)}, ${clockTime(ends)}`
    : `Closed on ${day(ends)} at ${clockTime(ends)}`;
}

function closedFor(ms) {
  const text = duration(ms);
  return /^\d+ m( |$)/.test(text) ? text.replace(/^(\d+) m.*/, '$1 min') : text;
}
