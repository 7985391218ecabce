// What is no bubble: notices of the network in the middle of the chat.
import { html, useRef } from '../../html.js';
import { usePhone } from '../context.js';

const NOTES = new Set(['system', 'request_welcome']);

export const isNote = (message) => NOTES.has(message.type);

/** The words of a notice. */
export function noteText(message) {
  if (message.type === 'request_welcome') return 'You opened this chat for the first time';
  return (
    message.system?.body || SYSTEM_WORDS[message.system?.type] || 'Something about you changed'
  );
}

const SYSTEM_WORDS = {
  user_changed_number: 'You changed your phone number',
  user_changed_user_id: 'Your user id changed',
  customer_identity_changed: 'Your security code changed',
};

/** A grey notice; a press brings up the same menu as on a bubble. */
export function Note({ message }) {
  const { openMenu } = usePhone();
  const box = useRef(null);
  const showMenu = (event) => {
    event.preventDefault();
    openMenu(message, box.current);
  };
  return html`<div class="ph-system" data-wamid=${message.id} data-type=${message.type}
    role="article" aria-label=${noteText(message)}><button ref=${box} aria-haspopup="menu"
    onClick=${showMenu} onContextMenu=${showMenu}>${noteText(message)}</button></div>`;
}
