// The timeline as rows: events in order, their webhooks below them, and what no event tells (a day
// begins, the service window closed). Pure; timeline.js draws it.

import { chatKey, eventKey } from '../keys.js';
import { DAY_MS, day, millis, sameDay } from './times.js';
import { eventWords, handsetChange, shortened } from './words.js';

export const FILTERS = {
  all: 'All events',
  messages: 'Messages',
  statuses: 'Statuses',
  user: 'From the user',
  failures: 'Failures',
};

/** A delivery is reported at the latest when its time limit of five seconds has passed. */
const ANSWER_MS_MAX = 6000;

const STATUSES = new Set([
  'message.sent',
  'message.delivered',
  'message.read',
  'message.played',
  'message.failed',
]);
const FROM_USER = new Set(['message.received', 'message.deleted', 'link.opened']);

/** The clock stands at the new time once it was moved. */
const timeOf = (event) => (event.kind === 'clock.moved' && event.to ? event.to : event.at);

/**
 * Events of one chat together with those that belong to no chat of their own (the clock, the
 * handset), oldest first. Within a stream the order is that of the log, whatever the clock says.
 */
export function eventsOfChat(events, waId, number) {
  const own = events[chatKey(waId, number)] ?? [];
  const others = (events[''] ?? []).filter(
    (e) => (!e.chat || e.chat === waId) && (!e.number || e.number === number),
  );
  if (others.length === 0) return own;
  const merged = [];
  let next = 0;
  for (const event of own) {
    while (next < others.length && timeOf(others[next]) < event.at) merged.push(others[next++]);
    merged.push(event);
  }
  return [...merged, ...others.slice(next)];
}

const hadTrouble = (hook) =>
  hook.state === 'retrying' || hook.state === 'given_up' || hook.attempts.length > 1;

function passes(filter, event, hooks) {
  switch (filter) {
    case 'messages':
      return event.kind === 'message.accepted' || event.kind === 'message.received';
    case 'statuses':
      return STATUSES.has(event.kind);
    case 'user':
      return FROM_USER.has(event.kind);
    case 'failures':
      return event.kind === 'message.failed' || hooks.some(hadTrouble);
    default:
      return true;
  }
}

/** Deliveries by event and endpoint: `1/17` → [{endpoint, name, url, attempts, state}]. */
export function deliveriesByEvent(deliveries) {
  const byEvent = new Map();
  for (const delivery of deliveries) {
    const key = eventKey(delivery);
    const hooks = byEvent.get(key) ?? [];
    byEvent.set(key, hooks);
    let hook = hooks.find((h) => h.endpoint === delivery.endpoint);
    if (!hook) {
      hook = { endpoint: delivery.endpoint, name: delivery.name, url: delivery.url, attempts: [] };
      hooks.push(hook);
    }
    const again = hook.attempts.findIndex((a) => a.attempt === delivery.attempt);
    if (again >= 0) hook.attempts[again] = delivery;
    else if (delivery.state !== 'waiting') hook.attempts.push(delivery);
    hook.state = delivery.state;
  }
  return byEvent;
}

/** Endpoints that hear of a number's events. */
export function endpointsOf(endpoints, number) {
  return endpoints.filter((e) => e.owner === number?.id || e.owner === number?.waba_id);
}

/** The webhooks of one event; where no endpoint is set, one that shows it all the same. */
function hooksOf(event, sent, endpoints, blocked, seen, now) {
  if (!event.webhook) return [];
  const hooks = (sent.get(eventKey(event)) ?? []).map((hook) =>
    hook.state === 'waiting' ? { ...hook, ahead: blocked.get(hook.endpoint) ?? 1 } : hook,
  );
  if (endpoints.length === 0 && hooks.length === 0)
    return [{ endpoint: '', state: 'none', attempts: [] }];
  const missing = endpoints
    .filter((endpoint) => !hooks.some((h) => h.endpoint === endpoint.id))
    .map((endpoint) => {
      const ahead = blocked.get(endpoint.id) ?? 0;
      const first = seen.get(`${endpoint.id}/${event.stream}`) ?? Infinity;
      const early = first > event.seq && now - millis(event.at) > ANSWER_MS_MAX;
      const state = ahead > 0 ? 'waiting' : early ? 'unknown' : 'sending';
      return {
        endpoint: endpoint.id,
        name: endpoint.name,
        url: endpoint.url,
        attempts: [],
        state,
        ahead,
      };
    });
  return [...hooks, ...missing];
}

/**
 * @param {{events: object[], deliveries: object[], endpoints: object[], name: string, now: number,
 *   filter?: string, search?: string}} of
 *   `events` of one chat, oldest first; `endpoints` that hear of them; `now` in epoch milliseconds
 *   of the sandbox's clock.
 */
export function story({ events, deliveries, endpoints, name, now, filter = 'all', search = '' }) {
  const sent = deliveriesByEvent(deliveries);
  const names = new Map(deliveries.map((d) => [d.endpoint, d.name]));
  const known = endpoints.map((e) => ({ ...e, name: names.get(e.id) ?? e.name }));
  const firstSeen = new Map();
  for (const d of deliveries) {
    const lane = `${d.endpoint}/${d.stream}`;
    if (!(d.seq >= firstSeen.get(lane))) firstSeen.set(lane, d.seq);
  }
  const blocked = new Map();
  const about = new Map();
  const entries = [];
  let windowEnds = Infinity;

  const closeWindowBefore = (at) => {
    if (windowEnds > at) return;
    entries.push({
      kind: 'window',
      key: `window:${windowEnds}`,
      at: windowEnds,
      words: {
        icon: 'lock',
        tone: 'quiet',
        title: 'Service window closed',
        note: `24 h after ${name}’s last message`,
      },
    });
    windowEnds = Infinity;
  };

  let handset = null;

  for (const event of events) {
    const at = millis(timeOf(event));
    closeWindowBefore(at);
    if (event.kind === 'message.received') windowEnds = at + DAY_MS;
    const hooks = hooksOf(event, sent, known, blocked, firstSeen, now);
    for (const hook of hooks) {
      if (hook.state === 'retrying' || hook.state === 'waiting') {
        blocked.set(hook.endpoint, (blocked.get(hook.endpoint) ?? 0) + 1);
      }
    }
    if (event.wamid && !about.has(event.wamid)) about.set(event.wamid, event);
    const words = eventWords(event, name);
    if (event.kind === 'handset.changed' && event.handset) {
      const before = handset;
      handset = event.handset;
      if (!before) continue; // That it was added is no news in its chat.
      words.title = handsetChange(before, handset, name);
    }
    entries.push({ kind: 'event', key: eventKey(event), at, event, hooks, words });
  }
  closeWindowBefore(now);
  const chosen = entries.filter((entry) => matches(entry, filter, search));
  return withDaysAndRails(chosen, about);
}

function matches(entry, filter, search) {
  if (entry.kind !== 'event')
    return filter === 'all' && (!search || includes(entry.words.title, search));
  if (!passes(filter, entry.event, entry.hooks)) return false;
  if (!search) return true;
  const { event, words } = entry;
  return [
    words.title,
    words.note,
    event.kind,
    event.wamid,
    event.text,
    JSON.stringify(event.request ?? event.webhook ?? ''),
  ].some((text) => includes(text, search));
}

const includes = (text, part) =>
  String(text ?? '')
    .toLowerCase()
    .includes(part.toLowerCase());

/** Rows about one message that follow one another hang on one rail; another starts a group. */
function withDaysAndRails(entries, about) {
  const rows = [];
  let before = null;
  for (const entry of entries) {
    if (before ? !sameDay(before.at, entry.at) : false) {
      rows.push({ kind: 'day', key: `day:${day(entry.at)}:${entry.key}`, label: day(entry.at) });
    }
    const wamid = entry.event?.wamid;
    const joined = Boolean(wamid && before?.event?.wamid === wamid);
    if (joined) before.railDown = true;
    const row = {
      ...entry,
      group: before !== null && !joined && Boolean(wamid || before.event?.wamid),
      railUp: joined,
      railDown: false,
    };
    // A status far from its message says which one it is about.
    const first = wamid ? about.get(wamid) : null;
    row.about = first && first !== entry.event ? aboutText(first) : row.words.note;
    if (!joined && !row.words.note) row.words = { ...row.words, note: row.about };
    rows.push(row);
    before = row;
  }
  return rows;
}

function aboutText(event) {
  return [event.type, event.text && `“${shortened(event.text, 24)}”`].filter(Boolean).join(' ');
}

/** Webhooks of a story that are being tried again, for the badge of the tab. */
export function retryingCount(rows) {
  return rows.reduce(
    (n, row) => n + (row.hooks ?? []).filter((h) => h.state === 'retrying').length,
    0,
  );
}
