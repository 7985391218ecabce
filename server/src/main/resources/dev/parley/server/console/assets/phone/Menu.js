// A small menu on the phone. An item that can't be used stays, with its reason.
import { html, useEffect, useRef } from '../html.js';
import { arrowKeys } from './Sheet.js';

/**
 * @param items `[{text, icon, act}]`, or `{text, icon, why}` when it can't be used
 * @param closesOutside false when what lies around the menu closes it
 */
export function Menu({ items, label, onClose, closesOutside = true, ...rest }) {
  const box = useRef(null);
  useEffect(() => {
    const opener = document.activeElement;
    box.current.querySelector('[role=menuitem]')?.focus({ preventScroll: true });
    if (!closesOutside) return undefined;
    const outside = (e) => !box.current?.contains(e.target) && onClose();
    // Not the press that opened the menu.
    const timer = setTimeout(() => addEventListener('pointerdown', outside));
    return () => {
      clearTimeout(timer);
      removeEventListener('pointerdown', outside);
      if (opener?.isConnected && document.activeElement === document.body)
        opener.focus({ preventScroll: true });
    };
  }, []);
  const move = arrowKeys('[role=menuitem]');
  const onKeyDown = (event) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      onClose();
    } else move(event);
  };
  const press = (item) => () => {
    if (item.why) return;
    onClose();
    item.act();
  };
  return html`<div ...${rest} class=${`ph-menu ${rest.class ?? ''}`} role="menu" aria-label=${label}
    ref=${box} onKeyDown=${onKeyDown}>
    ${items.map(
      (item) => html`<button key=${item.text} class="ph-menu__item" role="menuitem"
        aria-disabled=${item.why ? 'true' : undefined} onClick=${press(item)}>
      <${item.icon} size=${20} /><span>${item.text}${item.why && html`<small>${item.why}</small>`}
      </span></button>`,
    )}</div>`;
}
