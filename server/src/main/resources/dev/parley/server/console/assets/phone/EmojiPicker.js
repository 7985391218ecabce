// Emoji in groups, chosen with the finger or the arrow keys.
import { html, useRef, useState } from '../html.js';
import { EMOJI_GROUPS } from './emoji.js';

const COLUMNS = 8;

export function EmojiPicker({ onPick }) {
  const [group, setGroup] = useState(0);
  const grid = useRef(null);
  const onKeyDown = (event) => {
    const all = [...grid.current.querySelectorAll('button')];
    const at = all.indexOf(document.activeElement);
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
    if (at < 0 || !step) return;
    event.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, at + step))].focus();
  };
  const { name, list } = EMOJI_GROUPS[group];
  return html`<div class="ph-picker" role="group" aria-label="Emoji">
    <div class="ph-picker__tabs" role="tablist">${EMOJI_GROUPS.map(
      (g, i) => html`<button key=${g.name} role="tab"
      aria-selected=${i === group} aria-label=${g.name} title=${g.name}
        onClick=${() => setGroup(i)}>${g.face}</button>`,
    )}</div>
    <div class="ph-picker__grid" role="tabpanel" aria-label=${name} ref=${grid} key=${name}
      onKeyDown=${onKeyDown}>
      ${list.map((emoji, i) => html`<button key=${emoji + i} tabindex=${i === 0 ? 0 : -1}
        aria-label=${emoji} onClick=${() => onPick(emoji)}>${emoji}</button>`)}</div>
  </div>`;
}
