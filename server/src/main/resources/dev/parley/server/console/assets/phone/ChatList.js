// The list of chats: one row per number of the sandbox.
import { html, useEffect, useState } from '../html.js';
import * as Icon from '../icons.js';
import { Ticks } from '../icons.js';
import { numberAvatar } from '../avatars.js';
import { chatKey, useNow, useStore } from '../store.js';
import { usePhone } from './context.js';
import { describe } from './describe.js';
import { arrowKeys } from './Sheet.js';
import { listTime } from './time.js';

export function ChatList() {
  const { store, wa, handset, numbers, say } = usePhone();
  const rows = useStore(store, (s) => s.chatRows[wa]);
  const [query, setQuery] = useState('');
  useEffect(() => {
    store.sync.refreshHandset(wa);
  }, [wa]);
  const all = rows ?? numbers.map((n) => ({ number: n.id, name: n.name, last: null, unread: 0 }));
  const shown = all
    .filter((row) => row.name.toLowerCase().includes(query.trim().toLowerCase()))
    .sort((a, b) => (b.last?.at ?? '').localeCompare(a.last?.at ?? ''));
  return html`<div class="ph-list">
    <header class="ph-list__head"><h2>Chats</h2>
      <button class="ph-icon" aria-label="Camera"
        onClick=${() => say('Photos can’t be sent from a handset yet')}>
          <${Icon.Camera} size=${24} /></button>
      <button class="ph-icon" aria-label="More"
        onClick=${() => say('The handset’s settings are in the tool beside it')}>
          <${Icon.Dots} size=${22} /></button></header>
    <label class="ph-list__search"><${Icon.Search} size=${20} /><span class="sr">Search chats</span>
      <input type="search" placeholder="Search" value=${query}
        onInput=${(e) => setQuery(e.target.value)} /></label>
    ${!handset.online && html`<div class="ph-offline" role="status">
    <${Icon.Clock} size=${14} />Waiting for network</div>`}
    <div class="ph-list__rows" role="list" onKeyDown=${arrowKeys('.ph-listrow')}>
      ${shown.map((row) => html`<${Row} key=${row.number} row=${row} />`)}
      <p class="ph-list__note">
      ${shown.length ? 'Each number of the sandbox is a chat here.' : `No chat is called “${query}”.`}</p></div>
    <button class="ph-list__new" aria-label="New chat"
      onClick=${() => store.openChat(wa, all[0]?.number ?? null)}><${Icon.Chat} size=${24} />
        </button>
  </div>`;
}

function Row({ row }) {
  const { store, wa, numbers } = usePhone();
  const typing = useStore(store, (s) => s.chats[chatKey(wa, row.number)]?.typing);
  const now = useNow(store, 60_000);
  const { last, unread } = row;
  const { icon: KindIcon, text } = last ? describe(last) : { text: 'Tap to write' };
  return html`<div role="listitem"><button class="ph-listrow" data-number=${row.number}
    onClick=${() => store.openChat(wa, row.number)}>
    <img class="ph-face" src=${numberAvatar(numbers, row.number)} width="52" height="52" alt="" />
    <span class="ph-listrow__main">
      <span class="ph-listrow__top"><span class="ph-listrow__name"><b>${row.name}</b>
      <${Icon.Verified} size=${16} /></span>
        ${last && html`<time class=${unread ? 'ph-listrow__fresh' : ''}>${listTime(last.at, now)}
        </time>`}</span>
      <span class="ph-listrow__bottom">
        <span class="ph-listrow__last">${
          typing
            ? html`<em>typing…</em>`
            : html`
          ${last?.direction === 'in' && !last.deleted && html`<${Ticks} status=${last.status} />`}
          ${KindIcon && html`<${KindIcon} size=${16} />`}<span>${text}</span>`
        }</span>
        ${unread > 0 && html`<b class="ph-badge" aria-label=${`${unread} unread`}>${unread}</b>`}
        </span>
    </span></button></div>`;
}
