// Who reacted with what; a tap on one's own takes it back.
import { html, useEffect } from '../../html.js';
import { numberAvatar, personAvatar } from '../../avatars.js';
import { chatKey, useStore } from '../../store.js';
import { usePhone } from '../context.js';
import { Sheet } from '../Sheet.js';

export function ReactionsSheet({ wamid, closing }) {
  const { store, wa, number, numbers, handset, closeTop } = usePhone();
  const reactions = useStore(
    store,
    (s) => s.chats[chatKey(wa, number.id)]?.messages.find((m) => m.id === wamid)?.reactions,
  );
  const gone = !reactions?.length;
  useEffect(() => {
    if (gone && !closing) closeTop();
  }, [gone]);
  const me = personAvatar(handset);
  const remove = () => store.react(wa, number.id, wamid, '');
  const list = [...(reactions ?? [])].sort((a) => (a.from === 'user' ? -1 : 1));
  return html`<${Sheet} title=${`${list.length} ${list.length === 1 ? 'reaction' : 'reactions'}`}
    closing=${closing}>
    ${list.map((r) =>
      r.from === 'user'
        ? html`<button key="me" class="ph-who" onClick=${remove}>
          <span class="ph-who__face" style=${{ background: me.ground, color: me.ink }}>${me.letter}
          </span>
          <span class="ph-choice__text"><span>You</span><small>Tap to remove</small></span><b>
          ${r.emoji}</b></button>`
        : html`<div key="business" class="ph-who"><img class="ph-who__face"
          src=${numberAvatar(numbers, number.id)} alt="" />
          <span class="ph-choice__text"><span>${number.name}</span></span><b>${r.emoji}</b></div>`,
    )}<//>`;
}
