// Faces: who a handset or a number is, at a glance. The same pictures as on the phone.
import { html } from '../html.js';
import { numberAvatar, personAvatar } from '../avatars.js';

export function Face({ handset, size = 28, dot = false }) {
  const { letter, ground, ink } = handset ? personAvatar(handset) : { letter: '?' };
  return html`<span class=${`tface tface--${size}`} aria-hidden="true"
      style=${{ background: ground, color: ink }}>
    ${letter}
    ${dot && html`<i class=${`tface__dot ${handset?.online === false ? 'is-off' : ''}`}></i>`}
  </span>`;
}

export function NumberFace({ numbers, number, size = 24 }) {
  return html`<img class="tavatar" src=${numberAvatar(numbers, number.id)} width=${size}
      height=${size} alt="" />`;
}

/** `+1 555 010 0101`; a number that is not of our pattern keeps its digits together. */
export function displayNumber(waId) {
  const m = /^(1)(\d{3})(\d{3})(\d{4})$/.exec(waId ?? '');
  return m ? `+${m.slice(1).join(' ')}` : `+${waId}`;
}

/** What one calls somebody: the name, or the number where none is known. */
export const nameOf = (handset) =>
  handset?.name || (handset ? displayNumber(handset.wa_id) : 'The user');
