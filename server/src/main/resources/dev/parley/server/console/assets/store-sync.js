// Keeps the state in step with the server: loads it, listens to `console/live`, and reads again
// what an event says has changed. The stream only says *that* something happened; what the phone
// shows is always read whole, so a lost or doubled event can't leave a wrong screen.
import { chatPath } from './api.js';
import { coalescer } from './coalesce.js';
import { chatKey, eventKey, eventChat, CALLS_MAX, DELIVERIES_MAX, EVENTS_MAX } from './keys.js';

/** Reads of one chat are at least this far apart, however many events arrive. */
const CHAT_REFRESH_MS = 60;
const MESSAGES_MAX = 200;
/** Events of each stream that a page looks back. */
const EVENTS_BACK = 2000;
const EVENT_PAGES_MAX = 10;
/** Waits between attempts to reach the live stream again. */
const RECONNECT_MS = [300, 1000, 2000];

export function createSync(store) {
  const { api } = store;
  const run = coalescer(CHAT_REFRESH_MS);
  const reading = new Set(); // wamids being marked read
  let source = null;
  let failures = 0;
  const told = { clock: 0, handsets: 0, numbers: 0 }; // how often the live stream spoke of each

  // Loading --------------------------------------------------------------------------------------

  async function loadWorld() {
    const before = { ...told };
    const world = await api.get('sandbox');
    store.set((s) => {
      // What was told while the answer was on its way is newer than the answer.
      if (told.handsets !== before.handsets) world.handsets = s.handsets;
      if (told.numbers !== before.numbers) world.numbers = s.numbers;
      const first = world.numbers[0]?.id ?? null;
      const has = (list, key, value) => list.some((item) => item[key] === value);
      const selectedHandset = has(world.handsets, 'wa_id', s.selectedHandset)
        ? s.selectedHandset
        : (world.handsets[0]?.wa_id ?? null);
      const selectedNumber = has(world.numbers, 'id', s.selectedNumber) ? s.selectedNumber : first;
      const openChats = Object.fromEntries(
        world.handsets.map(({ wa_id }) => [
          wa_id,
          wa_id in s.openChats ? s.openChats[wa_id] : selectedNumber,
        ]),
      );
      const { clock, ...rest } = world;
      return { ...rest, selectedHandset, selectedNumber, openChats, ready: true };
    });
    if (told.clock === before.clock) setClock(world.clock);
  }

  async function loadAll() {
    store.set({
      chats: {},
      chatRows: {},
      events: {},
      calls: [],
      deliveries: [],
      selectedEvent: null,
    });
    await loadWorld();
    templatesChanged();
    await Promise.all([loadOpen(), loadSelected(), loadCalls()]);
  }

  /** The open chats and the chat lists of the phones that are drawn. */
  function loadOpen() {
    const { drawn, openChats } = store.state;
    return Promise.all(
      drawn.flatMap((wa) => [loadRows(wa), openChats[wa] && refreshChat(wa, openChats[wa])]),
    );
  }

  function loadRows(wa) {
    return run(wa, () =>
      quiet(async () => {
        const { chats: rows } = await api.get(`sandbox/handsets/${encodeURIComponent(wa)}/chats`);
        store.set(({ chatRows }) => ({ chatRows: { ...chatRows, [wa]: rows } }));
      }),
    );
  }

  /** Events of the selected chat, those of its handset, and those of the clock, from the journal. */
  async function loadSelected() {
    const { selectedHandset: chat, selectedNumber: number } = store.state;
    if (!chat || !number) return;
    if (!store.state.chats[chatKey(chat, number)]) refreshChat(chat, number);
    await Promise.all([
      loadEvents({ number, chat }),
      loadEvents({ kind: 'handset.changed', chat }),
      loadEvents({ kind: 'clock.moved' }),
      loadEvents({ kind: 'template.changed' }),
    ]);
  }

  function loadEvents(filter) {
    return quiet(async () => {
      let after;
      for (let page = 0; page < EVENT_PAGES_MAX; page++) {
        // Of a long journal the newest part: nobody scrolls back through ten thousand events.
        const from = after ? { after } : { last: EVENTS_BACK };
        const { events, next } = await api.get('sandbox/events', { ...filter, ...from });
        addEvents(events);
        // A page may hold nothing of this chat while later ones do.
        if (next === after) break;
        after = next;
      }
    });
  }

  async function loadCalls() {
    const before = store.state;
    const [calls, deliveries] = await Promise.all([
      quiet(() => api.get('sandbox/calls')),
      quiet(() => api.get('console/deliveries')),
    ]);
    // What the live stream told meanwhile may be newer than the answers, or in them already.
    store.set((s) => ({
      calls: withHeard(calls?.calls, before.calls, s.calls).slice(-CALLS_MAX),
      deliveries: withHeard(deliveries?.deliveries, before.deliveries, s.deliveries).slice(
        -DELIVERIES_MAX,
      ),
    }));
  }

  /** What the reviewer's page shows, once it was opened. */
  function loadTemplates() {
    return run('templates', () =>
      quiet(async () => store.set({ reviewed: await api.get('sandbox/templates') })),
    );
  }

  function templatesChanged() {
    if (store.state.reviewed) loadTemplates();
  }

  // One chat -------------------------------------------------------------------------------------

  /** Reads a chat again: at once, but never twice within CHAT_REFRESH_MS. */
  function refreshChat(wa, number) {
    return run(chatKey(wa, number), () =>
      quiet(async () => {
        hearChat(wa, number, await api.get(chatPath(wa, number), { limit: MESSAGES_MAX }));
      }),
    );
  }

  function hearChat(wa, number, chat) {
    const key = chatKey(wa, number);
    store.set(({ chats, visible, openChats }) => {
      // The divider stays where the unread ones began for as long as somebody looks at the chat.
      const watched = chats[key]?.loaded && visible.includes(wa) && openChats[wa] === number;
      const unreadFrom = watched ? chats[key].unreadFrom : firstUnread(chat);
      return { chats: { ...chats, [key]: { ...chat, loaded: true, unreadFrom } } };
    });
    readOpenChats();
  }

  function refreshHandset(wa) {
    const number = store.state.openChats[wa];
    loadRows(wa);
    if (number) refreshChat(wa, number);
  }

  /** A chat that is open on a phone on the screen is read up to its newest delivered message. */
  function readOpenChats() {
    const { visible, openChats, chats, handsets } = store.state;
    if (document.visibilityState !== 'visible') return;
    for (const wa of visible) {
      const number = openChats[wa];
      const online = handsets.find((h) => h.wa_id === wa)?.online;
      const messages = number && online ? (chats[chatKey(wa, number)]?.messages ?? []) : [];
      const newest = messages.findLast((m) => m.direction === 'out' && m.status === 'delivered');
      if (!newest || reading.has(newest.id)) continue;
      reading.add(newest.id);
      quiet(() => api.post(chatPath(wa, number, 'messages', newest.id, 'read')))
        .then(() => {
          refreshChat(wa, number);
          loadRows(wa);
        })
        .finally(() => setTimeout(() => reading.delete(newest.id), 1000));
    }
  }

  // Live -----------------------------------------------------------------------------------------

  function addEvents(events) {
    if (!events.length) return;
    store.set((s) => {
      const all = { ...s.events };
      for (const [key, fresh] of Object.entries(Object.groupBy(events, eventChat))) {
        const known = new Set((all[key] ?? []).map(eventKey));
        const added = fresh.filter((e) => !known.has(eventKey(e)));
        if (added.length)
          all[key] = [...(all[key] ?? []), ...added].sort(inOrder).slice(-EVENTS_MAX);
      }
      return { events: all };
    });
  }

  function hearEvent(event) {
    addEvents([event]);
    if (!event.chat || !event.number) return;
    const wa = event.chat;
    if (!store.state.handsets.some((h) => h.wa_id === wa)) return;
    const watched = store.state.drawn.includes(wa) || store.state.selectedHandset === wa;
    if (!watched) return;
    refreshChat(wa, event.number);
    loadRows(wa);
  }

  function hearClock(clock) {
    told.clock++;
    setClock(clock);
  }

  function setClock(clock) {
    store.set({ clock: { ...clock, skew: Date.parse(clock.now) - Date.now() } });
  }

  function hearTyping({ number, chat, until }) {
    const key = chatKey(chat, number);
    const show = (typing) =>
      store.set(({ chats }) =>
        chats[key] ? { chats: { ...chats, [key]: { ...chats[key], typing } } } : {},
      );
    show(Boolean(until));
    if (until) setTimeout(() => show(false), Math.max(0, Date.parse(until) - store.now()));
  }

  function hearDelivery(delivery) {
    const known = store.state.endpoints.some((e) => e.id === delivery.endpoint);
    if (!known) run('world', () => quiet(loadWorld)); // The bot has set a new endpoint.
    store.set(({ deliveries }) => ({
      deliveries: [...deliveries, delivery].slice(-DELIVERIES_MAX),
    }));
  }

  function hearCall(call) {
    store.set(({ calls }) => ({ calls: [...calls, call].slice(-CALLS_MAX) }));
  }

  /** Opens the live stream; its `hello` makes the page read everything anew, so no gap can stay. */
  function connect() {
    source?.close();
    source = new EventSource(`${api.base}console/live`);
    const on = (name, hear) => source.addEventListener(name, (e) => hear(JSON.parse(e.data)));
    on('hello', () => {
      failures = 0;
      store.set({ connection: 'live' });
      quiet(loadAllKeepingEvents);
    });
    on('event', hearEvent);
    on('call', hearCall);
    on('delivery', hearDelivery);
    on('clock', (clock) => {
      hearClock(clock);
      loadOpen(); // Windows may have closed.
    });
    on('handsets', ({ handsets }) => hearHandsets(handsets));
    on('numbers', ({ numbers }) => {
      told.numbers++;
      store.set({ numbers });
    });
    on('templates', templatesChanged);
    on('world', () => quiet(loadAll));
    on('typing', hearTyping);
    source.onerror = () => {
      source.close();
      store.set({ connection: 'lost' });
      setTimeout(connect, RECONNECT_MS[Math.min(failures++, RECONNECT_MS.length - 1)]);
    };
  }

  async function loadAllKeepingEvents() {
    await loadWorld();
    templatesChanged();
    await Promise.all([loadOpen(), loadSelected(), loadCalls()]);
  }

  function hearHandsets(handsets) {
    told.handsets++;
    store.set(({ openChats, selectedNumber, selectedHandset }) => ({
      handsets,
      selectedHandset: handsets.some((h) => h.wa_id === selectedHandset)
        ? selectedHandset
        : (handsets[0]?.wa_id ?? null),
      openChats: Object.fromEntries(
        handsets.map(({ wa_id }) => [
          wa_id,
          wa_id in openChats ? openChats[wa_id] : selectedNumber,
        ]),
      ),
    }));
    loadOpen();
  }

  function start() {
    quiet(loadWorld); // The page need not wait for the stream to show something.
    connect();
    document.addEventListener('visibilitychange', readOpenChats);
  }

  return {
    start,
    loadWorld,
    loadAll,
    loadOpen,
    loadSelected,
    loadTemplates,
    refreshChat,
    refreshHandset,
    hearClock,
  };
}

/** One stream is in the order of its seq; only events of no chat mix several streams. */
const inOrder = (a, b) => (a.stream === b.stream ? a.seq - b.seq : a.at < b.at ? -1 : 1);

/** What was read, and after it what was heard since and is not among it. */
function withHeard(read = [], before, now) {
  const old = new Set(before);
  const heard = now.filter((item) => !old.has(item));
  if (heard.length === 0) return read;
  const known = new Set(read.map((item) => JSON.stringify(item)));
  return [...read, ...heard.filter((item) => !known.has(JSON.stringify(item)))];
}

/** Background reads say nothing when they fail: the connection's state is shown instead. */
async function quiet(action) {
  try {
    return await action();
  } catch {
    return undefined;
  }
}

function firstUnread(chat) {
  const unread = chat.messages.filter((m) => m.direction === 'out' && m.status === 'delivered');
  return chat.unread > 0 ? (unread.at(-chat.unread)?.id ?? null) : null;
}
