// What opens over the page: menus of commands, popovers with controls, dialogs.
import { html, useEffect, useId, useLayoutEffect, useRef, useState } from '../html.js';
import { Icon } from './icons.js';

/** Space kept to the window's edge, in px. */
const EDGE = 8;

/** Closes when something else is pressed or focused, and on Esc, which gives the focus back. */
function useDismissal(open, close, root, button) {
  useEffect(() => {
    if (!open) return undefined;
    const outside = (e) => !root.current?.contains(e.target) && close();
    const escape = (e) => {
      if (e.key !== 'Escape') return;
      // The phone closes its sheet on Esc as well; one press closes one thing.
      e.stopPropagation();
      close();
      button.current?.focus();
    };
    document.addEventListener('pointerdown', outside, true);
    document.addEventListener('focusin', outside, true);
    document.addEventListener('keydown', escape, true);
    return () => {
      document.removeEventListener('pointerdown', outside, true);
      document.removeEventListener('focusin', outside, true);
      document.removeEventListener('keydown', escape, true);
    };
  }, [open]);
}

/** Puts a panel under its button, inside the window. It is fixed, so no scroll area clips it. */
function usePlace(open, button, panel, align) {
  useLayoutEffect(() => {
    if (!open) return undefined;
    const place = () => {
      if (!button.current || !panel.current) return;
      const b = button.current.getBoundingClientRect();
      const { offsetWidth: w, offsetHeight: h } = panel.current;
      const left = align === 'start' ? b.left : b.right - w;
      const below = b.bottom + 6 + h <= innerHeight - EDGE || b.top < innerHeight / 2;
      const top = below ? b.bottom + 6 : b.top - 6 - h;
      panel.current.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - w - EDGE))}px`;
      panel.current.style.top = `${Math.max(EDGE, top)}px`;
      panel.current.style.maxHeight = `${innerHeight - Math.max(EDGE, top) - EDGE}px`;
    };
    place();
    addEventListener('resize', place);
    addEventListener('scroll', place, true);
    return () => {
      removeEventListener('resize', place);
      removeEventListener('scroll', place, true);
    };
  }, [open]);
}

/**
 * A button that opens a panel. `children` is a function of `close`.
 * @param {{label: string, face: any, className?: string, align?: 'start'|'end',
 *   title?: string}} props
 */
export function Popover({
  label,
  face,
  className = 'tbtn',
  align = 'end',
  title,
  panelClass = '',
  children,
}) {
  const [open, setOpen] = useState(false);
  const root = useRef(null);
  const button = useRef(null);
  const panel = useRef(null);
  const id = useId();
  const close = () => setOpen(false);
  useDismissal(open, close, root, button);
  usePlace(open, button, panel, align);
  useEffect(() => {
    if (open) panel.current?.querySelector('input, textarea, select, button, a')?.focus();
  }, [open]);
  return html`<span class="tpop" ref=${root}>
    <button ref=${button} type="button" class=${className} aria-haspopup="dialog"
        aria-expanded=${open}
        aria-controls=${open ? id : undefined} aria-label=${label} title=${title ?? label}
        onClick=${() => setOpen(!open)}>${face}</button>
    ${open && html`<div id=${id} ref=${panel} class=${`tpanel ${panelClass}`} role="dialog"
        aria-label=${label}>
      ${children(() => {
        close();
        button.current?.focus();
      })}
    </div>`}
  </span>`;
}

/**
 * A button that opens a menu of commands.
 * @param {{items: ({label: string, run: () => void, icon?: string, hint?: string,
 *   checked?: boolean, danger?: boolean} | 'line')[]}} props
 */
export function Menu({ label, face, items, className = 'tbtn', align = 'end', title }) {
  const [open, setOpen] = useState(false);
  const root = useRef(null);
  const button = useRef(null);
  const panel = useRef(null);
  const id = useId();
  const close = () => setOpen(false);
  useDismissal(open, close, root, button);
  usePlace(open, button, panel, align);
  const rows = () => [...panel.current.querySelectorAll('[role^=menuitem]')];
  useEffect(() => {
    if (!open) return;
    (panel.current.querySelector('[aria-checked=true]') ?? rows()[0])?.focus();
  }, [open]);

  const onKey = (e) => {
    const all = rows();
    const at = all.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[e.key];
    if (e.key === 'Tab') close();
    if (to === undefined) return;
    e.preventDefault();
    all[(to + all.length) % all.length].focus();
  };
  const choose = (item) => {
    close();
    button.current?.focus();
    item.run();
  };
  return html`<span class="tpop" ref=${root}>
    <button ref=${button} type="button" class=${className} aria-haspopup="menu"
        aria-expanded=${open}
        aria-controls=${open ? id : undefined} aria-label=${label} title=${title ?? label}
        onClick=${() => setOpen(!open)}
        onKeyDown=${(e) => e.key === 'ArrowDown' && !open && (e.preventDefault(), setOpen(true))}>
          ${face}</button>
    ${open && html`<div id=${id} ref=${panel} class="tpanel tmenu" role="menu" aria-label=${label}
        onKeyDown=${onKey}>
      ${items.map((item) =>
        item === 'line'
          ? html`<hr class="tmenu__line" />`
          : html`<button type="button" class=${`tmenu__item ${item.danger ? 'is-danger' : ''}`}
            tabindex="-1"
            role=${item.checked === undefined ? 'menuitem' : 'menuitemradio'}
            aria-checked=${item.checked}
            onClick=${() => choose(item)}>
          ${item.face ??
            (item.icon
              ? html`<${Icon} name=${item.icon} />`
              : html`<span
              class="tmenu__gap"></span>`)
          }
          <span class="tmenu__text">${item.label}</span>
          ${item.hint && html`<span class="tmenu__hint">${item.hint}</span>`}
          ${item.checked && html`<${Icon} name="check" />`}
        </button>`,
      )}
    </div>`}
  </span>`;
}

/** A modal dialog; the browser keeps the focus inside and closes it on Esc. */
export function Dialog({ title, onClose, wide = false, children }) {
  const dialog = useRef(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element.showModal();
    return () => {
      element.close();
      before?.focus?.();
    };
  }, []);
  const onBackdrop = (e) => e.target === dialog.current && onClose();
  return html`<dialog ref=${dialog} class=${`tdialog ${wide ? 'tdialog--wide' : ''}`}
      aria-labelledby=${id}
      onCancel=${(e) => {
        e.preventDefault();
        onClose();
      }} onPointerDown=${onBackdrop}>
    <div class="tdialog__box">
      <div class="tdialog__head">
        <h2 id=${id}>${title}</h2>
        <button type="button" class="tbtn tbtn--icon" aria-label="Close" onClick=${onClose}><${Icon}
            name="close" /></button>
      </div>
      <div class="tdialog__body">${children}</div>
    </div>
  </dialog>`;
}

/** Copies, and says so in a toast: what cannot be copied is said as well. */
export async function copyText(store, text, what) {
  try {
    await navigator.clipboard.writeText(text);
    store.toast(`${what} copied`);
  } catch {
    if (copyBySelection(text)) store.toast(`${what} copied`);
    else store.toast('The browser does not allow copying', { bad: true });
  }
}

/** A page that is neither https nor localhost gets no clipboard; a selection still works. */
function copyBySelection(text) {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'sr';
  (document.querySelector('dialog[open]') ?? document.body).append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}
