// The menu of a bubble: six quick emoji and the full picker, then what can be done with the
// message.
import { html, useLayoutEffect, useRef, useState } from '../html.js';
import * as Icon from '../icons.js';
import { usePhone } from './context.js';
import { EmojiPicker } from './EmojiPicker.js';
import { Menu } from './Menu.js';
import { describe } from './describe.js';
import { onPhone } from './Conversation.js';
import { isNote } from './content/note.js';

const QUICK = ['👍', '❤️', '😂', '😮', '😢', '🙏'];
const EDGE_PX = 8;

/** @param rect where the bubble is, within the screen */
export function BubbleMenu({ message, rect, onClose }) {
  const { store, wa, number, handset, blocked, setReply, say } = usePhone();
  const box = useRef(null);
  const [all, setAll] = useState(false);
  const mine = message.direction === 'in';
  const own = message.reactions?.find((r) => r.from === 'user')?.emoji;
  const notice = isNote(message) ? 'This is a notice, not a message' : null;
  const cant = notice ?? (blocked ? 'Unblock this business first' : null);

  useLayoutEffect(() => {
    // Under the bubble where there is room, else over it, always inside the screen.
    const height = box.current.offsetHeight;
    const below = rect.bottom + EDGE_PX;
    const top = below + height + EDGE_PX <= rect.height ? below : rect.top - height - EDGE_PX;
    box.current.style.setProperty(
      '--top',
      `${Math.max(EDGE_PX + 32, Math.min(top, rect.height - height - EDGE_PX))}px`,
    );
  }, [all]);

  // A reaction goes to what the business sent; the network knows no other.
  const canReact = onPhone(message) && !message.deleted && !mine && !cant;
  const why = mine ? 'Only messages of the business can be reacted to here' : cant;
  const react = (emoji) => {
    if (!canReact) return say(why);
    onClose();
    return store.react(wa, number.id, message.id, emoji === own ? '' : emoji);
  };
  const copy = () =>
    navigator.clipboard?.writeText(copied(message)).then(
      () => say('Copied'),
      () => say('The browser does not allow copying here'),
    );
  const items = [
    { text: 'Reply', icon: Icon.Reply, act: () => setReply(message), why: cant },
    { text: 'Forward', icon: Icon.Forward, why: notice ?? 'The sandbox can’t forward yet' },
    { text: 'Copy', icon: Icon.Copy, act: copy },
    {
      text: 'Delete',
      icon: Icon.Bin,
      act: () => store.deleteMessage(wa, number.id, message.id),
      why: notice ?? (message.deleted ? 'It is deleted already' : null),
    },
    {
      text: 'Open JSON',
      icon: Icon.Braces,
      act: () => {
        store.selectHandset(wa);
        store.openJson(message.id);
      },
    },
  ];
  return html`<div class="ph-overlay"
    onPointerDown=${(e) => e.target === e.currentTarget && onClose()}>
    <div class=${`ph-bubblemenu ${mine ? 'ph-bubblemenu--mine' : ''}`} ref=${box} data-all=${all}>
      <div class="ph-quick" role="group" aria-label="React" title=${canReact ? undefined : why}>
        ${QUICK.map(
          (
            emoji,
          ) => html`<button key=${emoji} aria-disabled=${!canReact} aria-pressed=${emoji === own}
          aria-label=${emoji === own ? `Take back ${emoji}` : `React with ${emoji}`}
            onClick=${() => react(emoji)}>${emoji}</button>`,
        )}
        <button class="ph-quick__more" aria-disabled=${!canReact} aria-label="More emoji"
          aria-expanded=${all}
          onClick=${() => (canReact ? setAll(!all) : say(why))}><${Icon.Plus} size=${20} /></button>
      </div>
      ${
        all
          ? html`<div class="ph-menu ph-menu--emoji"><${EmojiPicker} onPick=${react} /></div>`
          : html`<${Menu} label=${`Message: ${describe(message).text}`} items=${items}
            onClose=${onClose} closesOutside=${false} />`
      }
    </div></div>`;
}

/** What "Copy" takes: the words of the message. */
function copied(message) {
  const i = message.interactive;
  return message.text?.body ?? message.rendered?.body ?? i?.body?.text ?? describe(message).text;
}
