// One message: quote, content, time and ticks, rows, reactions; and the ways into its menu (hover,
// long press, right click, keyboard).
import { html, useLayoutEffect, useRef } from '../html.js';
import * as Icon from '../icons.js';
import { Ticks } from '../icons.js';
import { useStore } from '../store.js';
import { usePhone } from './context.js';
import { describe } from './describe.js';
import { Above } from './content/above.js';
import { partsOf } from './content/index.js';
import { ReactionsSheet } from './sheets/ReactionsSheet.js';
import { hourMinute } from './time.js';

const LONG_PRESS_MS = 450;
/** A finger that moves further than this scrolls and does not press. */
const PRESS_SLOP_PX = 8;

/**
 * @param first begins a run: it has the tail
 * @param fresh came while the chat was open: it slides in
 * @param quoted the message it answers, or null when it is not in the chat any more
 */
export function Bubble({ message, first, fresh, quoted }) {
  const { store, number, openMenu } = usePhone();
  const box = useRef(null);
  const flash = useFlash(store, message.id, box);
  const parts = partsOf(message);
  const mine = message.direction === 'in';
  const showMenu = () => openMenu(message, box.current.querySelector('.ph-bubble'));
  const press = useLongPress(showMenu);
  const who = mine ? 'You' : number.name;
  const classes = [
    'ph-msg',
    mine ? 'ph-msg--mine' : 'ph-msg--theirs',
    first && 'ph-msg--first',
    fresh && 'ph-msg--fresh',
    parts.wide && 'ph-msg--wide',
    parts.bare && 'ph-msg--bare',
    message.reactions?.length > 0 && 'ph-msg--reacted',
  ];
  return html`<div class=${classes.filter(Boolean).join(' ')} ref=${box} data-wamid=${message.id}
    data-type=${kindOf(message)}
      data-status=${message.status} role="article"
        aria-label=${`${who}: ${describe(message).text}, ${hourMinute(message.at)}`}>
    <div class="ph-bubble" data-flush=${parts.flush} ...${press}
        onContextMenu=${(e) => {
          e.preventDefault();
          showMenu();
        }}>
      ${first && !parts.bare && html`<${Tail} mine=${mine} />`}
      <div class="ph-bubble__body">
        <${Above} message=${message} />
        ${quotes(message) && html`<${Quote} message=${quoted} />`}
        ${parts.body(html`<${Room} message=${message} />`)}
        <${Meta} message=${message} />
      </div>
      ${parts.foot && html`<div class="ph-rows">${parts.foot}</div>`}
      <button class="ph-bubble__menu" aria-label="Message menu" aria-haspopup="menu"
        onClick=${showMenu}><${Icon.Down} size=${18} /></button>
      ${flash && html`<i key=${flash.n} class="ph-flash" />`}
    </div>
    ${parts.below}
    <${Reactions} message=${message} />
  </div>`;
}

/** A cart quotes nothing, though it answers a product message. */
const quotes = (message) =>
  Boolean(message.context?.id) && !message.deleted && message.type !== 'order';

const kindOf = (message) =>
  message.type === 'interactive' ? message.interactive.type : message.type;

function Meta({ message, hidden = false }) {
  return html`<span class="ph-meta" aria-hidden=${hidden}><time>${hourMinute(message.at)}</time>
    ${message.direction === 'in' && !message.deleted && html`<${Ticks} status=${message.status} />`}
    </span>`;
}

/** Keeps the place of the time free after the last word, whatever the font's width. */
const Room = ({ message }) =>
  html`<span class="ph-room" aria-hidden="true"><${Meta} message=${message} hidden /></span>`;

const Tail = ({
  mine,
}) => html`<svg class="ph-tail" width="8" height="13" viewBox="0 0 8 13" aria-hidden="true">
  <path d=${mine ? 'M0 0h6.5c1.3 0 1.9 1.1 1.2 2L0 13z' : 'M8 0H1.5C.2 0-.4 1.1.3 2L8 13z'}
    fill="currentColor" /></svg>`;

function Quote({ message }) {
  const { store, number } = usePhone();
  if (!message) {
    return html`<div class="ph-quote ph-quote--gone">A message that is no longer here</div>`;
  }
  const { icon: KindIcon, text } = describe(message);
  return html`<button class="ph-quote" onClick=${() => store.flash(message.id)}>
    <span class="ph-quote__name">${message.direction === 'in' ? 'You' : number.name}</span>
    <span class="ph-quote__text">${KindIcon && html`<${KindIcon} size=${14} />`}<span>${text}</span>
    </span><span class="sr">Go to the quoted message</span></button>`;
}

function Reactions({ message }) {
  const { openSheet } = usePhone();
  const reactions = message.reactions ?? [];
  if (!reactions.length) return null;
  const different = [...new Set(reactions.map((r) => r.emoji))];
  const count = reactions.length > 1 ? reactions.length : null;
  return html`<button class="ph-reactions" key=${different.join('')}
    onClick=${() => openSheet(ReactionsSheet, { wamid: message.id })}
    aria-label=${`Reactions: ${different.join(' ')}`}><span>${different.join('')}${count && html`<b>
      ${count}</b>`}</span></button>`;
}

/** Lights up and comes into view when the store says so. */
function useFlash(store, wamid, box) {
  const flash = useStore(store, (s) => (s.flash?.wamid === wamid ? s.flash : null));
  useLayoutEffect(() => {
    if (flash) box.current.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [flash?.n]);
  return flash;
}

function useLongPress(act) {
  const press = useRef(null);
  const stop = () => {
    clearTimeout(press.current?.timer);
    press.current = null;
  };
  return {
    onPointerDown: (e) => {
      // A mouse has its right button and the arrow on the bubble.
      if (e.pointerType === 'mouse') return;
      press.current = { x: e.clientX, y: e.clientY, timer: setTimeout(act, LONG_PRESS_MS) };
    },
    onPointerMove: (e) => {
      const p = press.current;
      if (p && Math.hypot(e.clientX - p.x, e.clientY - p.y) > PRESS_SLOP_PX) stop();
    },
    onPointerUp: stop,
    onPointerCancel: stop,
  };
}
