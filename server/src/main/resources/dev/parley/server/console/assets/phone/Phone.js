// One virtual handset: frame, status bar, and the screen with its chat list or an open chat. Sheets
// and menus lie over the screen; each phone has its own.
import { html, useEffect, useRef, useState } from '../html.js';
import { StatusIcons } from '../icons.js';
import { useNow, useStore } from '../store.js';
import { PhoneContext } from './context.js';
import { ChatList } from './ChatList.js';
import { Chat } from './Chat.js';
import { BubbleMenu } from './BubbleMenu.js';
import { useSheets } from './sheet-stack.js';
import { hourMinute } from './time.js';

const SNACK_MS = 3500;

/** @param asleep never on the screen so far: only the frame is drawn */
export function Phone({ store, handset, framed, asleep }) {
  const wa = handset.wa_id;
  const [numbers, catalogs, open, selected] = useStore(store, (s) => [
    s.numbers,
    s.catalogs,
    s.openChats[wa] ?? null,
    s.selectedHandset === wa,
  ]);
  const number = numbers.find((n) => n.id === open) ?? null;
  const screen = useRef(null);
  const { sheets, openSheet, replaceSheet, closeTop, closeSheets } = useSheets(screen, !framed);
  const [menu, setMenu] = useState(null);
  const [carts, setCarts] = useState({}); // number id → {retailer id: quantity}
  const [reply, setReply] = useState(null);
  const [snack, say] = useSnack();
  useEffect(() => {
    setReply(null);
    setMenu(null);
  }, [open]);

  const phone = {
    store,
    handset,
    wa,
    number,
    numbers,
    catalogs,
    openSheet,
    replaceSheet,
    closeTop,
    closeSheets,
    say,
    reply,
    setReply,
    blocked: Boolean(number && handset.blocked?.includes(number.id)),
    cart: carts[open] ?? {},
    setCart: (change) => setCarts((all) => ({ ...all, [open]: change(all[open] ?? {}) })),
    openMenu: (message, element) => setMenu({ message, rect: rectWithin(element, screen.current) }),
  };
  const onKeyDown = (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (menu) setMenu(null);
    else if (sheets.length) closeTop();
    else if (reply) setReply(null);
    else return;
    event.stopPropagation();
  };

  return html`<${PhoneContext.Provider} value=${phone}>
    <div class=${`ph ${framed ? 'ph--framed' : 'ph--bare'}`} data-handset=${wa}
      data-selected=${selected && framed}
        role="group" aria-label=${`Phone of ${handset.name}`} onKeyDown=${onKeyDown}
        onPointerDownCapture=${() => store.selectHandset(wa)}
          onFocusCapture=${() => store.selectHandset(wa)}>
      ${framed && html`<i class="ph__button ph__button--1" />
      <i class="ph__button ph__button--2" />`}
      <div class="ph__screen" ref=${screen} data-number=${open}>
        ${framed && html`<${StatusBar} store=${store} online=${handset.online} />`}
        <div class="ph__under" inert=${sheets.some((s) => !s.closing) || Boolean(menu)}>
          ${asleep ? null : number ? html`<${Chat} key=${open} />` : html`<${ChatList} />`}
        </div>
        ${sheets.map(({ id, Component, props, closing }) => html`<${Component} key=${id} ...${props}
          closing=${closing} />`)}
        ${menu && html`<${BubbleMenu} ...${menu} onClose=${() => setMenu(null)} />`}
        <div class="ph__snack" role="status">${snack && html`<p key=${snack.n}>${snack.text}</p>`}
        </div>
        ${framed && html`<i class="ph__gesture" />`}
      </div>
    </div>
  <//>`;
}

function StatusBar({ store, online }) {
  const now = useNow(store, 5000);
  return html`<div class="ph__status"><time>${hourMinute(now)}</time><i class="ph__lens" />
    <${StatusIcons} online=${online} /></div>`;
}

/** A short line over the composer, for what the phone can't do. */
function useSnack() {
  const [snack, setSnack] = useState(null);
  useEffect(() => {
    if (!snack) return undefined;
    const timer = setTimeout(() => setSnack(null), SNACK_MS);
    return () => clearTimeout(timer);
  }, [snack]);
  return [snack, (text) => setSnack((last) => ({ text, n: (last?.n ?? 0) + 1 }))];
}

function rectWithin(element, frame) {
  const inner = element.getBoundingClientRect();
  const outer = frame.getBoundingClientRect();
  return {
    top: inner.top - outer.top,
    bottom: inner.bottom - outer.top,
    left: inner.left - outer.left,
    right: inner.right - outer.left,
    height: outer.height,
    width: outer.width,
  };
}
