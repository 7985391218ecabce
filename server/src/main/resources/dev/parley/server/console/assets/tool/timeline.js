// The timeline of a chat: oldest on top, following the end until one scrolls away from it.
import { html, useLayoutEffect, useRef, useState } from '../html.js';
import { useStore } from '../store.js';
import { EventIcon, HookState, StatusChip, moveInList, shortPath, shortUrl } from './rows.js';
import { Icon } from './icons.js';
import { usePaced } from './paced.js';
import { clearSelection, selectEvent } from './selection.js';
import { clockTime, preciseTime, took } from './times.js';
import { shortKind } from './words.js';

/** Rows drawn at once; earlier ones on demand, so that a busy chat stays smooth. */
const ROWS_MAX = 300;
/** Closer to the end than this counts as being there, in px. */
const END_PX = 24;

/** @param {{store: object, rows: object[], brief: boolean, empty: any}} props `brief`: mobile */
export function Timeline({ store, rows, brief, empty }) {
  const [selected, detailTab] = useStore(store, (s) => [s.selectedEvent, s.detailTab]);
  const [calls] = usePaced(store, (s) => [s.calls]);
  const [shown, setShown] = useState(ROWS_MAX);
  const [list, atEnd, onScroll, toEnd] = useFollowedEnd(rows, selected);
  const drawn = rows.slice(-shown);
  const answered = new Map(calls.map((c) => [c.wamid, c]));
  const focusable =
    drawn.find((r) => r.key === selected)?.key ?? drawn.findLast((r) => r.kind === 'event')?.key;
  const drawRow = useKeptRows(store, brief);
  if (rows.length === 0) return html`<div class="tlist tlist--empty">${empty}</div>`;
  return html`<div class="tlistbox">
    ${rows.length > shown && html`<button type="button" class="tbtn tbtn--small tlist__earlier"
      onClick=${() => setShown(shown + ROWS_MAX)}>Show earlier (${rows.length - shown})</button>`}
    <div class="tlist" ref=${list} onScroll=${onScroll} role="listbox" aria-label="Timeline"
        onKeyDown=${(e) => (e.key === 'Escape' ? clearSelection(store) : moveInList(e))}>
      ${drawn.map((row) =>
        row.kind === 'day'
          ? html`<div key=${row.key} class="tday" role="presentation">
              <span>${row.label}</span></div>`
          : drawRow(row, {
              call: answered.get(row.event?.wamid),
              selected: row.key === selected,
              hookTab: row.key === selected ? detailTab?.tab : null,
              focusable: row.key === focusable,
            }),
      )}
    </div>
    ${!atEnd && html`<button type="button" class="tbtn tlist__end" aria-label="To the newest event"
        title="To the newest event"
      onClick=${toEnd}><${Icon} name="down" /></button>`}
  </div>`;
}

/**
 * Draws rows and keeps what it drew: a row that has not changed is the same object as before, and
 * Preact then leaves it alone. So one more event costs one row, not all of them.
 */
function useKeptRows(store, brief) {
  const kept = useRef(new Map());
  const next = new Map();
  useLayoutEffect(() => {
    kept.current = next;
  });
  return (row, look) => {
    const before = kept.current.get(row.key);
    const mark = [
      row.group,
      row.railUp,
      row.railDown,
      row.words.title,
      row.words.note,
      brief,
      look.selected,
      look.hookTab,
      look.focusable,
      look.call?.id,
      ...(row.hooks ?? []).flatMap((h) => [h.endpoint, h.state, h.attempts.length, h.ahead]),
    ].join('|');
    const entry =
      before?.mark === mark && before.event === row.event
        ? before
        : {
            mark,
            event: row.event,
            drawn: html`<${Row} key=${row.key} store=${store} row=${row}
          brief=${brief} ...${look} />`,
          };
    next.set(row.key, entry);
    return entry.drawn;
  };
}

function Row({ store, row, brief, call, selected, hookTab, focusable }) {
  const { event, words } = row;
  const time = brief ? clockTime(row.at) : preciseTime(row.at);
  const select = () => (event ? selectEvent(store, event) : undefined);
  return html`<div class=${`tstory ${row.group ? 'is-group' : ''}`} role="presentation">
    <div class=${`tevent ${selected ? 'is-selected' : ''} ${event ? '' : 'is-note'} ${rails(row)}`}
        role=${event ? 'option' : 'presentation'} aria-selected=${event ? selected : undefined}
        tabindex=${event ? (focusable ? 0 : -1) : undefined}
        data-event=${event ? `${event.stream}:${event.seq}` : undefined}
        data-kind=${event?.kind ?? row.kind} onClick=${select}>
      <time class="tevent__time mono">${time}</time>
      <${EventIcon} words=${words} />
      <span class="tevent__title">${words.title}</span>
      <span class="tevent__note">${brief ? shortKind(words.note) : words.note}</span>
      <span class="tevent__space"></span>
      ${event?.kind === 'message.accepted' && html`<${CallChip} call=${call} brief=${brief} />`}
    </div>
    ${(row.hooks ?? []).map(
      (hook, i) => html`<div key=${hook.endpoint} role="option" tabindex="-1"
        aria-selected=${selected && hookTab === 'webhook'}
        data-hook=${`${event.stream}:${event.seq}`} data-endpoint=${hook.endpoint}
        class=${`thook is-${hook.state} ${railBelow(row, i) ? 'has-rail' : ''}`}
        title=${hook.url} onClick=${() => selectEvent(store, event, 'webhook')}>
      <i class="thook__elbow"></i>
      ${hook.state === 'none'
          ? html`<span class="thint thook__none">
              no endpoint set${brief ? '' : ' – as it would go out'}</span>`
          : html`<b class="thook__name">${hook.name || 'webhook'}</b>
            ${!brief && html`<span class="thook__url mono">${shortUrl(hook.url)}</span>`}`}
      <span class="tevent__space"></span>
      <${HookState} store=${store} hook=${hook} brief=${brief} />
    </div>`,
    )}
  </div>`;
}

/** The rail goes on below the webhook at this place: another one follows, or the next status. */
const railBelow = (row, i) => row.railDown || i < row.hooks.length - 1;

function rails(row) {
  const below = row.railDown || (row.hooks?.length ?? 0) > 0;
  return `${row.railUp ? 'rail-up' : ''} ${below ? 'rail-down' : ''}`;
}

function CallChip({ call, brief }) {
  if (!call) return html`<${StatusChip} status=${200} /><span class="tms"></span>`;
  return html`${!brief && html`<span class="tcall mono" title=${`${call.method} ${call.path}`}>
    ${call.method} ${shortPath(call.path)}</span>`}
    <${StatusChip} status=${call.status} /><span class="tms">${took(call.ms)}</span>`;
}

/** Keeps the end in view while one is there, and brings a selected event into view. */
function useFollowedEnd(rows, selected) {
  const list = useRef(null);
  const following = useRef(true);
  const [atEnd, setAtEnd] = useState(true);
  const toEnd = () => {
    following.current = true;
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  };
  const onScroll = () => {
    // The browser may tell of a scroll after the list has given way to a detail.
    if (!list.current) return;
    const { scrollTop, scrollHeight, clientHeight } = list.current;
    following.current = scrollHeight - scrollTop - clientHeight < END_PX;
    setAtEnd(following.current);
  };
  useLayoutEffect(() => {
    if (following.current) toEnd();
  }, [rows]);
  const showSelected = () => {
    const row =
      selected && list.current?.querySelector(`[data-event="${selected.replace('/', ':')}"]`);
    if (!row) return false;
    const box = list.current.getBoundingClientRect();
    const { top, bottom } = row.getBoundingClientRect();
    if (top < box.top || bottom > box.bottom)
      list.current.scrollTop += top - box.top - box.height / 3;
    return true;
  };
  useLayoutEffect(() => {
    if (!list.current) return undefined;
    // The detail opening or its divider moving loses neither the selected row nor the end.
    const observer = new ResizeObserver(() => showSelected() || (following.current && toEnd()));
    observer.observe(list.current);
    return () => observer.disconnect();
  }, [rows.length === 0, selected]);
  useLayoutEffect(() => {
    showSelected();
  }, [selected]);
  return [list, atEnd, onScroll, toEnd];
}
