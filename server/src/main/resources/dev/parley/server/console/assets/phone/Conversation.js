// The messages of a chat: days, notices, runs, the unread divider, and staying at the end.
import { html, useEffect, useLayoutEffect, useMemo, useRef, useState } from '../html.js';
import * as Icon from '../icons.js';
import { chatKey, useNow, useStore } from '../store.js';
import { usePhone } from './context.js';
import { Bubble } from './Bubble.js';
import { isNote, Note } from './content/note.js';
import { describe } from './describe.js';
import { NoticeSheet } from './sheets/NoticeSheet.js';
import { dayName, sameMinute } from './time.js';

/** Nearer to the end than this counts as being there. */
const AT_END_PX = 48;
/** The floating day goes so long after the last movement. */
const FLOATING_DAY_MS = 1200;
const NO_MESSAGES = [];

const ON_PHONE = new Set(['delivered', 'read', 'played']);

/** What is on the phone: all that the user wrote, and what has reached it from the business. */
export const onPhone = (m) =>
  m.type !== 'reaction' &&
  (m.direction === 'in' || ON_PHONE.has(m.status));

export function Conversation() {
  const { store, wa, number, blocked, openSheet } = usePhone();
  const chat = useStore(store, (s) => s.chats[chatKey(wa, number.id)]);
  const now = useNow(store, 60_000);
  const messages = useMemo(() => (chat?.messages ?? NO_MESSAGES).filter(onPhone), [chat?.messages]);
  const byId = useMemo(() => new Map(messages.map((m) => [m.id, m])), [messages]);
  const fresh = useFresh(messages, chat?.loaded);
  const { box, missed, onScroll, toEnd } = useStayAtEnd(messages);
  const [floating, showFloating] = useFloatingDay(box, now);
  const unread = chat?.unreadFrom ? messages.findIndex((m) => m.id === chat.unreadFrom) : -1;

  const firstNotice = html`<button class="ph-note" onClick=${() => openSheet(NoticeSheet)}>
    ${number.name} uses a business service to manage this chat. Tap to learn more.</button>`;

  return html`<div class="ph-conversation"><div class="ph-scroll" ref=${box} onScroll=${onScroll}
      onWheel=${showFloating} onTouchMove=${showFloating} tabindex="0" role="log"
      aria-label=${`Messages with ${number.name}`}>
    ${chat?.loaded && !messages.length && html`<div class="ph-day"><span>${dayName(now, now)}</span>
    </div>`}
    ${
      chat?.loaded &&
      byDay(messages).map(
        ({ day, list }, i) => html`<section class="ph-daygroup" key=${day} data-at=${list[0].at}>
      <div class="ph-day"><span>${dayName(list[0].at, now)}</span></div>
      ${i === 0 && firstNotice}
      ${list.map(
        (m) => html`
        ${messages.indexOf(m) === unread && unread > 0 && html`<div key="unread" class="ph-unread">
        <span>${unreadText(chat, messages, unread)}</span></div>`}
        <${isNote(m) ? Note : Bubble} key=${m.id} message=${m} first=${startsRun(messages, m)} fresh=${fresh.has(m.id)}
          quoted=${m.context?.id ? (byId.get(m.context.id) ?? null) : null} />`,
      )}
    </section>`,
      )
    }
    ${chat?.loaded && !messages.length && firstNotice}
    ${blocked && html`<p
      class="ph-note">You blocked this business. It can’t write to you, nor you to it.</p>`}
    <div class="ph-scroll__end" /></div>
    ${floating && html`<div class="ph-day ph-day--floating" aria-hidden="true"><span>${floating}
    </span></div>`}
    ${
      missed >= 0 &&
      html`<button class="ph-toend" onClick=${() => toEnd('smooth')}
        aria-label=${missed ? `To the newest, ${missed} new` : 'To the newest'}>
      <${Icon.Down} size=${20} />${missed > 0 && html`<b>${missed}</b>`}</button>`
    }
    <p class="sr" aria-live="polite">${newestRead(messages, fresh, number)}</p></div>`;
}

/** Messages in days of the user's calendar. */
function byDay(messages) {
  const days = [];
  for (const m of messages) {
    const day = new Date(m.at).toDateString();
    if (days.at(-1)?.day === day) days.at(-1).list.push(m);
    else days.push({ day, list: [m] });
  }
  return days;
}

/** A run is what one side says within a minute. */
function startsRun(messages, message) {
  const before = messages[messages.indexOf(message) - 1];
  return (
    !before ||
    isNote(before) ||
    before.direction !== message.direction ||
    !sameMinute(before.at, message.at)
  );
}

function unreadText(chat, messages, from) {
  const n = messages.slice(from).filter((m) => m.direction === 'out').length;
  return `${n} unread ${n === 1 ? 'message' : 'messages'}`;
}

/** What a screen reader hears of a new message. */
function newestRead(messages, fresh, number) {
  const newest = messages.at(-1);
  if (!newest || !fresh.has(newest.id) || newest.direction === 'in') return '';
  return `${number.name}: ${describe(newest).text}`;
}

/** Ids that came while the chat was open. */
function useFresh(messages, loaded) {
  const known = useRef(null);
  const fresh = useRef(new Set());
  if (loaded && !known.current) known.current = new Set(messages.map((m) => m.id));
  if (known.current) {
    for (const m of messages) {
      if (known.current.has(m.id)) continue;
      known.current.add(m.id);
      fresh.current.add(m.id);
    }
  }
  return fresh.current;
}

/**
 * Follows the end while it is in sight; otherwise counts what was missed (-1: nothing to go to).
 */
function useStayAtEnd(messages) {
  const box = useRef(null);
  const atEnd = useRef(true);
  const seen = useRef(0);
  const [missed, setMissed] = useState(-1);
  const toEnd = (behavior = 'auto') =>
    box.current.scrollTo({ top: box.current.scrollHeight, behavior });
  const onScroll = () => {
    const { scrollTop, scrollHeight, clientHeight } = box.current;
    atEnd.current = scrollHeight - scrollTop - clientHeight < AT_END_PX;
    if (atEnd.current) seen.current = messages.length;
    setMissed(atEnd.current ? -1 : Math.max(0, messages.length - seen.current));
  };
  useLayoutEffect(() => {
    const mine = messages.at(-1)?.direction === 'in' && messages.length > seen.current;
    if (atEnd.current || mine) {
      toEnd();
      seen.current = messages.length;
    } else onScroll();
  }, [messages]);
  useEffect(() => {
    // The keyboard, an image or a folding text change the height without a message.
    const observer = new ResizeObserver(() => atEnd.current && box.current && toEnd());
    observer.observe(box.current);
    for (const child of box.current.children) observer.observe(child);
    return () => observer.disconnect();
  }, [messages.length > 0]);
  return { box, missed, onScroll, toEnd };
}

/** While the user scrolls, the day of what is at the top floats there. */
function useFloatingDay(box, now) {
  const [day, setDay] = useState(null);
  const timer = useRef(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  const show = () => {
    const top = box.current.getBoundingClientRect().top;
    const group = [...box.current.querySelectorAll('.ph-daygroup')].findLast(
      (g) => g.getBoundingClientRect().top < top,
    );
    setDay(group ? dayName(group.dataset.at, now) : null);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setDay(null), FLOATING_DAY_MS);
  };
  return [day, show];
}
