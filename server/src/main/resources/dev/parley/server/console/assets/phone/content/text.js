// Text bubbles: formatting, large emoji, and folding of what is too long.
import { html, useLayoutEffect, useRef, useState } from '../../html.js';
import { bigEmoji, formatted } from '../format.js';

/** Longer texts fold; as high as 25 lines of 20 px. */
const FOLDED_PX = 500;
/** No "Read more" for a text that is only a little longer. */
const FOLD_FROM_PX = 600;

export function textParts(message) {
  const text = message.text?.body ?? '';
  const emoji = bigEmoji(text);
  if (emoji) {
    return {
      body: (room) =>
        html`<div class=${`ph-emoji ph-emoji--${emoji}`}>${text.trim()}<span>${room}</span></div>`,
    };
  }
  return { body: (room) => html`<${Folding} text=${text} room=${room} />` };
}

/** A text that folds at about 25 lines, with "Read more". */
export function Folding({ text, room }) {
  const box = useRef(null);
  const [state, setState] = useState('unknown'); // 'unknown' | 'short' | 'folded' | 'open'
  useLayoutEffect(() => {
    setState(box.current.scrollHeight > FOLD_FROM_PX ? 'folded' : 'short');
  }, [text]);
  const folded = state === 'folded';
  return html`<div class="ph-text" ref=${box} style=${{ '--fold': `${FOLDED_PX}px` }}
    data-folded=${folded}>
      ${formatted(text, folded ? null : room)}
    </div>
    ${folded && html`<div class="ph-text"><button class="ph-more"
      onClick=${() => setState('open')}>Read more</button>${room}</div>`}`;
}
