// The one state of the page. Components read it with `useStore` and change it only through the
// store's actions; every change makes a new state object, so comparing by identity is enough.
//
// state = {
//   ready            false until the first load is complete
//   connection       'connecting' | 'live' | 'lost'
//   clock            {now, offset_ms, real} as last heard; the running time is store.now()
//   numbers, handsets, catalogs, endpoints, faults, templates, magic, api   from GET sandbox
//   selectedHandset  wa_id | null          the phone that the inspector explains
//   selectedNumber   number id | null      the chat of it that the inspector explains
//   openChats        {wa_id: number id | null}   what each phone shows; null = its chat list
//   visible          [wa_id]               phones on the screen now: they read what arrives
//   drawn            [wa_id]               phones that were on the screen once: kept up to date
//   chats            {'wa/number': {window, unread, typing, messages, unreadFrom, loaded}}
//   chatRows         {wa_id: [{number, name, last, unread, window}]}
//   events           {'wa/number': [EVENT oldest first], '': events of no chat (clock, handset …)}
//   calls, deliveries  oldest first, the last CALLS_MAX / DELIVERIES_MAX
//   selectedEvent    eventKey(event) | null
//   reviewed         {review, templates} | null   as the reviewer's page last read them
//   selectedTemplate id | null
//   flash            {wamid, n} | null     the bubble that lights up; n grows with each flash
//   theme            'system' | 'light' | 'dark'
//   layout           'wide' (several phones) | 'one' (one phone) | 'mobile' (no frame, tab bar)
//   mobileTab        'phone' | 'timeline' | 'clock' | 'calls' | 'handset' | 'templates'
//   toast            {text, bad, n} | null
// }
import { useState, useLayoutEffect, useEffect } from './html.js';
import { createApi } from './api.js';
import { chatKey, eventKey } from './keys.js';
import { handsetActions } from './store-actions.js';
import { createSync } from './store-sync.js';

export { chatKey, eventKey, eventChat, CALLS_MAX, DELIVERIES_MAX } from './keys.js';

const TOAST_MS = 5000;

const EMPTY = {
  ready: false,
  connection: 'connecting',
  clock: null,
  numbers: [],
  handsets: [],
  catalogs: [],
  endpoints: [],
  faults: [],
  templates: [],
  magic: [],
  api: {},
  selectedHandset: null,
  selectedNumber: null,
  openChats: {},
  visible: [],
  drawn: [],
  chats: {},
  chatRows: {},
  events: {},
  calls: [],
  deliveries: [],
  selectedEvent: null,
  reviewed: null,
  selectedTemplate: null,
  flash: null,
  theme: 'system',
  layout: 'wide',
  mobileTab: 'phone',
  toast: null,
};

/** @param {{base: string}} options absolute path of the world, ending in `/` */
export function createStore({ base }) {
  const listeners = new Set();
  const store = {
    base,
    api: createApi(base),
    state: { ...EMPTY, theme: rememberedTheme() },

    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** Merges a patch, or what a function of the state returns, and tells everybody. */
    set(patch) {
      const changes = typeof patch === 'function' ? patch(store.state) : patch;
      store.state = { ...store.state, ...changes };
      for (const listener of [...listeners]) listener(store.state);
    },

    /**
     * The sandbox's present time in epoch milliseconds; runs on between two reports of the clock.
     */
    now: () => Date.now() + (store.state.clock?.skew ?? 0),

    /** Runs an action; what goes wrong is said in a toast and answered as undefined. */
    async attempt(action) {
      try {
        return await action();
      } catch (error) {
        store.toast(error.message, { bad: true });
        return undefined;
      }
    },

    toast(text, { bad = false } = {}) {
      const n = (store.state.toast?.n ?? 0) + 1;
      store.set({ toast: { text, bad, n } });
      setTimeout(() => store.state.toast?.n === n && store.set({ toast: null }), TOAST_MS);
    },

    // What is looked at ------------------------------------------------------------------------
    selectHandset(waId) {
      const { openChats, selectedNumber, selectedHandset } = store.state;
      if (waId === selectedHandset) return;
      store.set({
        selectedHandset: waId,
        selectedNumber: openChats[waId] ?? selectedNumber,
        selectedEvent: null,
      });
      store.sync.loadSelected();
    },

    /** Turns all phones to the chat with this number. */
    selectNumber(number) {
      store.set(({ handsets }) => ({
        selectedNumber: number,
        selectedEvent: null,
        openChats: Object.fromEntries(handsets.map((h) => [h.wa_id, number])),
      }));
      store.sync.loadOpen();
    },

    /** Opens one chat on one phone; `null` goes back to its chat list. */
    openChat(waId, number) {
      store.clearUnread(waId, store.state.openChats[waId]);
      store.set(({ openChats, selectedNumber }) => ({
        openChats: { ...openChats, [waId]: number },
        selectedHandset: waId,
        selectedNumber: number ?? selectedNumber,
      }));
      store.sync.loadOpen();
      store.sync.loadSelected();
    },

    /** Takes the unread divider away: the chat was left, or answered. */
    clearUnread(waId, number) {
      const key = chatKey(waId, number);
      if (!store.state.chats[key]?.unreadFrom) return;
      store.set(({ chats }) => ({
        chats: { ...chats, [key]: { ...chats[key], unreadFrom: null } },
      }));
    },

    /**
     * Said by the layout: which phones are on the screen, so that their open chats count as read,
     * and which are drawn, so that they are kept up to date.
     */
    setPhones(visible, drawn) {
      if (same(visible, store.state.visible) && same(drawn, store.state.drawn)) return;
      store.set({ visible, drawn });
      store.sync.loadOpen();
    },

    selectEvent: (key) => store.set({ selectedEvent: key }),

    /** "Open JSON" of a bubble: selects the event that brought the message. */
    async openJson(wamid) {
      const first =
        bringing(store.state, wamid) ??
        (await store.sync.loadSelected().then(() => bringing(store.state, wamid)));
      if (!first)
        return store.toast('No event of this message is left in the journal', { bad: true });
      return store.set({ selectedEvent: eventKey(first), mobileTab: 'timeline' });
    },

    /** Lights a bubble up and brings it into view. */
    flash: (wamid) => store.set(({ flash }) => ({ flash: { wamid, n: (flash?.n ?? 0) + 1 } })),

    setMobileTab: (mobileTab) => store.set({ mobileTab }),

    setTheme(theme) {
      try {
        localStorage.setItem('parley.theme', theme);
      } catch {
        // Storage may be switched off; the choice then lasts until the page closes.
      }
      store.set({ theme });
      applyTheme(theme);
    },
  };
  store.sync = createSync(store);
  Object.assign(store, handsetActions(store));
  applyTheme(store.state.theme);
  return store;
}

/** The part of the state that `selector` picks; renders again when that part is another one. */
export function useStore(store, selector) {
  const [, redraw] = useState(0);
  const selected = selector(store.state);
  useLayoutEffect(() => {
    let last = selected;
    const check = () => {
      const next = selector(store.state);
      if (!same(last, next)) {
        last = next;
        redraw((n) => n + 1);
      }
    };
    check();
    return store.subscribe(check);
  });
  return selected;
}

/** The sandbox's time, drawn anew every `everyMs`. */
export function useNow(store, everyMs = 1000) {
  const [, redraw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => redraw((n) => n + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  useStore(store, (s) => s.clock);
  return store.now();
}

/** A selector may return an array literal of parts: equal when all its parts are. */
function same(a, b) {
  if (Object.is(a, b)) return true;
  return (
    Array.isArray(a) &&
    Array.isArray(b) &&
    a.length === b.length &&
    a.every((part, i) => Object.is(part, b[i]))
  );
}

/** The event of the selected chat that brought a message, or the first one about it. */
function bringing({ selectedHandset, selectedNumber, events }, wamid) {
  const own = (events[chatKey(selectedHandset, selectedNumber)] ?? []).filter(
    (e) => e.wamid === wamid,
  );
  return own.find((e) => /accepted|received/.test(e.kind)) ?? own[0];
}

function rememberedTheme() {
  try {
    return localStorage.getItem('parley.theme') ?? 'system';
  } catch {
    return 'system';
  }
}

function applyTheme(theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
