// An open chat: header, offline bar, conversation, composer.
import { html, useState } from '../html.js';
import * as Icon from '../icons.js';
import { numberAvatar } from '../avatars.js';
import { chatKey, useStore } from '../store.js';
import { usePhone } from './context.js';
import { Conversation } from './Conversation.js';
import { Composer } from './Composer.js';
import { Menu } from './Menu.js';
import { wholeCatalog } from './content/commerce.js';
import { ProductsSheet } from './sheets/ProductsSheet.js';
import { BusinessSheet } from './sheets/BusinessSheet.js';

export function Chat() {
  const { handset } = usePhone();
  return html`<div class="ph-chat"><${ChatHeader} />
    ${!handset.online && html`<div class="ph-offline" role="status">
    <${Icon.Clock} size=${14} />Waiting for network</div>`}
    <${Conversation} /><${Composer} /></div>`;
}

function ChatHeader() {
  const { store, wa, number, numbers, openSheet, catalogs } = usePhone();
  const typing = useStore(store, (s) => s.chats[chatKey(wa, number.id)]?.typing);
  const rows = useStore(store, (s) => s.chatRows[wa]);
  const elsewhere = (rows ?? [])
    .filter((r) => r.number !== number.id)
    .reduce((n, r) => n + r.unread, 0);
  const hasCatalog = Boolean(number.catalog_id && catalogs.length);
  return html`<header class="ph-header">
    <button class="ph-header__back"
      aria-label=${elsewhere ? `Back, ${elsewhere} unread in other chats` : 'Back'}
        onClick=${() => store.openChat(wa, null)}>
      <${Icon.Back} size=${22} />${elsewhere > 0 && html`<b>${elsewhere}</b>`}
      <img class="ph-face" src=${numberAvatar(numbers, number.id)} width="40" height="40" alt="" />
      </button>
    <button class="ph-header__name" onClick=${() => openSheet(BusinessSheet)}>
      <span class="ph-header__title"><span>${number.name}</span><${Icon.Verified} size=${18} />
      </span>
      <span class=${`ph-header__sub ${typing ? 'ph-header__sub--typing' : ''}`} aria-live="polite">
        ${typing ? 'typing…' : 'Business account'}</span></button>
    ${
      hasCatalog &&
      html`<button class="ph-icon" aria-label="Catalog"
        onClick=${() => openSheet(ProductsSheet, { title: 'Catalog', sectionsOf: wholeCatalog })}>
          <${Icon.Store} size=${24} /></button>`
    }
    <${HeaderMenu} /></header>`;
}

function HeaderMenu() {
  const { store, handset, wa, number, blocked, openSheet } = usePhone();
  const [open, setOpen] = useState(false);
  const block = () =>
    store.patchHandset(wa, {
      blocked: blocked
        ? handset.blocked.filter((n) => n !== number.id)
        : [...(handset.blocked ?? []), number.id],
    });
  return html`<button class="ph-icon" aria-label="More" aria-haspopup="menu" aria-expanded=${open}
      onClick=${() => setOpen(!open)}><${Icon.Dots} size=${22} /></button>
    ${
      open &&
      html`<${Menu} class="ph-header__menu" label="Chat" onClose=${() => setOpen(false)} items=${[
        { text: 'View business', icon: Icon.Store, act: () => openSheet(BusinessSheet) },
        { text: 'Search', icon: Icon.Search, why: 'The inspector’s timeline can be searched' },
        { text: blocked ? 'Unblock' : 'Block', icon: Icon.Block, act: block },
      ]} />`
    }`;
}
