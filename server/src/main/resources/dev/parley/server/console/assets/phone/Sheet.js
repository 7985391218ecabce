// The frame of every sheet: dim, grabber, title row, scrolling body, fixed foot. It is a dialog
// that keeps the focus inside and slides up.
import { html, useId, useLayoutEffect, useRef } from '../html.js';
import * as Icon from '../icons.js';
import { usePhone } from './context.js';

const FOCUSABLE = 'button:not(:disabled), [href], input, textarea, [tabindex="0"]';
/** Pulling the grabber down further than this closes the sheet. */
const PULL_PX = 90;

/**
 * @param size 'auto' as high as its content, 'tall' up to the status bar
 * @param back an arrow instead of the cross: the sheet lies on another one
 * @param action a control at the right of the title
 */
export function Sheet({
  title,
  size = 'auto',
  back = false,
  closing,
  foot,
  action,
  label,
  children,
}) {
  const { closeTop } = usePhone();
  const box = useRef(null);
  const titleId = useId();
  useLayoutEffect(() => {
    // The dialog itself takes the focus: no control looks chosen before the user chooses one.
    box.current.focus({ preventScroll: true });
  }, []);
  return html`<div class="ph-dim" data-closing=${closing}
    onClick=${(e) => e.target === e.currentTarget && closeTop()}>
    <section class=${`ph-sheet ph-sheet--${size}`} ref=${box} role="dialog" aria-modal="true"
      tabindex="-1"
        aria-labelledby=${title ? titleId : undefined} aria-label=${title ? undefined : label}
          data-closing=${closing}
        onKeyDown=${(e) => keepFocus(e, box.current)}>
      <${Grabber} sheet=${box} onPull=${closeTop} />
      ${
        title &&
        html`<header class="ph-sheet__title">
        <button class="ph-icon" aria-label=${back ? 'Back' : 'Close'} onClick=${closeTop}>
          <${back ? Icon.Back : Icon.Close} size=${22} /></button>
        <h2 id=${titleId}>${title}</h2><span class="ph-sheet__action">${action}</span></header>`
      }
      <div class="ph-sheet__body">${children}</div>
      ${foot && html`<footer class="ph-sheet__foot">${foot}</footer>`}
    </section></div>`;
}

function Grabber({ sheet, onPull }) {
  const start = useRef(null);
  const move = (y) => sheet.current.style.setProperty('--pull', `${Math.max(0, y)}px`);
  return html`<div class="ph-sheet__grabber" aria-hidden="true"
    onPointerDown=${(e) => {
      start.current = e.clientY;
      e.currentTarget.setPointerCapture(e.pointerId);
    }}
    onPointerMove=${(e) => start.current != null && move(e.clientY - start.current)}
    onPointerUp=${(e) => {
      const pulled = e.clientY - start.current;
      start.current = null;
      if (pulled > PULL_PX) onPull();
      else move(0);
    }}><i /></div>`;
}

/** Tab goes round inside the dialog. */
function keepFocus(event, box) {
  if (event.key !== 'Tab') return;
  const all = [...box.querySelectorAll(FOCUSABLE)].filter((e) => e.offsetParent !== null);
  if (!all.length) return event.preventDefault();
  const [first, last] = [all[0], all.at(-1)];
  const at = document.activeElement;
  if (event.shiftKey && (at === first || at === box)) last.focus();
  else if (!event.shiftKey && at === last) first.focus();
  else return;
  event.preventDefault();
}

/** Up, Down, Home and End move among the elements that match; used by lists and menus. */
export function arrowKeys(selector) {
  return (event) => {
    const all = [...event.currentTarget.querySelectorAll(selector)];
    const at = all.indexOf(document.activeElement);
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? all.length - 1 : at - 1,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (to === undefined || !all.length) return;
    event.preventDefault();
    all[(to + all.length) % all.length].focus();
  };
}

/** The wide button at the foot of a sheet. */
export function ActionButton({ icon, onClick, disabled, children }) {
  return html`<button class="ph-action" onClick=${onClick} disabled=${disabled}>${icon}${children}
    </button>`;
}
