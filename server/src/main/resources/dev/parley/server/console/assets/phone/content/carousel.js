// Cards side by side below a text: of an interactive carousel, and of a template that has one.
import { html, useEffect, useRef, useState } from '../../html.js';
import * as Icon from '../../icons.js';
import { formatted } from '../format.js';
import { usePhone } from '../context.js';
import { money, productOf } from '../catalog.js';
import { Table } from './commerce.js';
import { MediaTile } from './media.js';
import { LinkSheet } from '../sheets/LinkSheet.js';
import { ProductSheet } from '../sheets/ProductSheet.js';

/** The cards of `interactive.carousel`, as `Cards` draws them. */
export function cardsOf(message) {
  return (message.interactive.action.cards ?? []).map((card, index) => {
    const { action = {}, header } = card;
    if (action.product_retailer_id) {
      const { product_retailer_id: retailerId, catalog_id: catalogId } = action;
      return { product: { retailerId, catalogId }, buttons: [] };
    }
    const link = action.parameters;
    return {
      header,
      body: card.body?.text,
      buttons: link
        ? [{ kind: 'link', text: link.display_text, url: link.url, card: index }]
        : (action.buttons ?? []).map(({ quick_reply: reply }) => ({
            kind: 'reply',
            text: reply.title,
            id: reply.id,
          })),
    };
  });
}

/**
 * @param cards `[{header?, product?, body?, buttons: [{kind, text, id?, url?, card?}]}]`
 * @param Button what draws a button; left out where it is that of a message without a template
 */
export function Cards({ message, cards, Button = CardButton }) {
  const row = useRef(null);
  const [at, setAt] = useState(0);
  const [ends, setEnds] = useState({ start: true, end: false });
  const look = () => {
    const { scrollLeft, scrollWidth, clientWidth } = row.current;
    setAt(nearest(row.current));
    setEnds({ start: scrollLeft < 4, end: scrollLeft + clientWidth > scrollWidth - 4 });
  };
  useEffect(look, [cards.length]);
  const go = (by) => {
    const to = row.current.children[Math.max(0, Math.min(cards.length - 1, at + by))];
    row.current.scrollTo({
      left: to.offsetLeft - row.current.children[0].offsetLeft,
      behavior: 'smooth',
    });
  };
  const onKeyDown = (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, Home: -cards.length, End: cards.length }[event.key];
    if (!by) return;
    event.preventDefault();
    go(by);
  };
  return html`<div class="ph-cards" role="group" aria-roledescription="carousel"
      aria-label=${`${cards.length} cards`}>
    <div class="ph-cards__row" ref=${row} tabindex="0" role="list"
      aria-label="Cards, arrow keys move" onScroll=${look} onKeyDown=${onKeyDown}>
      ${cards.map(
        (card, i) => html`<${Card} key=${i} message=${message} card=${card}
          Button=${Button} label=${`Card ${i + 1} of ${cards.length}`} />`,
      )}</div>
    ${
      !ends.start &&
      html`<button class="ph-cards__go ph-cards__go--back" aria-label="Previous card"
      onClick=${() => go(-1)}><${Icon.Previous} size=${18} /></button>`
    }
    ${
      !ends.end &&
      html`<button class="ph-cards__go ph-cards__go--on" aria-label="Next card"
      onClick=${() => go(1)}><${Icon.Next} size=${18} /></button>`
    }</div>`;
}

/** Index of the card whose left edge is nearest to that of the row. */
function nearest(row) {
  const away = [...row.children].map((c) =>
    Math.abs(c.offsetLeft - row.children[0].offsetLeft - row.scrollLeft),
  );
  return away.indexOf(Math.min(...away));
}

function Card({ message, card, Button, label }) {
  return html`<div class="ph-card" role="listitem" aria-label=${label}>
    ${
      card.product
        ? html`<${ProductFace} ...${card.product} message=${message} />`
        : html`
      <${CardHeader} header=${card.header} message=${message} />
      ${card.body && html`<div class="ph-card__text ph-text">${formatted(card.body)}</div>`}`
    }
    <div class="ph-card__buttons">${card.buttons.map(
      (button, i) => html`<${Button} key=${i} message=${message} button=${button} />`,
    )}</div></div>`;
}

const CardHeader = ({ header, message }) =>
  header?.[header.type]
    ? html`<div class="ph-card__picture"><${MediaTile} kind=${header.type}
        media=${header[header.type]} message=${{ ...message, file: undefined }} /></div>`
    : null;

function ProductFace({ retailerId, catalogId, message }) {
  const { catalogs, openSheet } = usePhone();
  const product = productOf(catalogs, retailerId, catalogId);
  const open = () => openSheet(ProductSheet, { retailerId, catalogId, message });
  return html`<div class="ph-card__picture"><${Table} products=${[product]} /></div>
    <div class="ph-card__text"><div class="ph-text ph-bold">${product.name}</div>
      <div class="ph-small">${money(product.price, product.currency)}</div></div>
    <button class="ph-row" onClick=${open}>View</button>`;
}

function CardButton({ message, button }) {
  const { store, wa, number, blocked, openSheet, say } = usePhone();
  if (button.kind === 'link') {
    const open = () =>
      openSheet(LinkSheet, { message, url: button.url, label: button.text, card: button.card });
    return html`<button class="ph-row" onClick=${open}><${Icon.Out} size=${18} />
      <span>${button.text}</span></button>`;
  }
  const reply = () =>
    blocked
      ? say('Unblock this business to answer it')
      : store.tap(wa, number.id, message.id, button.id);
  return html`<button class="ph-row" onClick=${reply}><${Icon.Reply} size=${18} />
    <span>${button.text}</span></button>`;
}
