// A list above, its detail below, and a divider between them that the mouse and the keyboard move.
import { html, useRef, useState } from '../html.js';

/**
 * Shares of the height that the detail takes at first. This box is the inspector without its head,
 * so the first is a third of the inspector; the second is for what has to be explained.
 */
const SHARE = 0.45;
const TALL_SHARE = 0.73;
/** Neither part gets smaller than this, in px. */
const LIST_MIN = 88;
const DETAIL_MIN = 140;
const KEY_STEP = 0.04;

export function Split({ detail, tall, children }) {
  const [chosen, setChosen] = useState({ normal: null, tall: null });
  const box = useRef(null);
  const kind = tall ? 'tall' : 'normal';
  const share = chosen[kind] ?? (tall ? TALL_SHARE : SHARE);
  const choose = (next) => {
    const height = box.current.clientHeight;
    const least = DETAIL_MIN / height;
    const most = Math.max(least, 1 - LIST_MIN / height);
    setChosen({ ...chosen, [kind]: Math.min(most, Math.max(least, next)) });
  };
  const drag = (e) => {
    e.preventDefault();
    const divider = e.currentTarget;
    divider.setPointerCapture(e.pointerId);
    const move = (m) => {
      const { bottom, height } = box.current.getBoundingClientRect();
      choose((bottom - m.clientY) / height);
    };
    const end = () => {
      divider.removeEventListener('pointermove', move);
      divider.removeEventListener('pointerup', end);
      divider.removeEventListener('pointercancel', end);
    };
    divider.addEventListener('pointermove', move);
    divider.addEventListener('pointerup', end);
    divider.addEventListener('pointercancel', end);
  };
  const onKey = (e) => {
    const next = {
      ArrowUp: share + KEY_STEP,
      ArrowDown: share - KEY_STEP,
      Home: 1,
      End: 0,
      Enter: tall ? TALL_SHARE : SHARE,
    }[e.key];
    if (next === undefined) return;
    e.preventDefault();
    choose(next);
  };
  return html`<div class="tsplit" ref=${box}>
    <div class="tsplit__list">${children}</div>
    ${detail && html`<div class="tsplit__divider" role="separator" aria-orientation="horizontal"
        aria-label="Height of the detail" tabindex="0"
        aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(share * 100)}
        title="Drag to resize; double click resets"
        onPointerDown=${drag} onKeyDown=${onKey}
        onDblClick=${() => setChosen({ ...chosen, [kind]: null })}></div>
      <div class="tsplit__detail" style=${{ flexBasis: `${share * 100}%` }}>${detail}</div>`}
  </div>`;
}
