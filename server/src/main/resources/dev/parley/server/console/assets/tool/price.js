// What the message of an event costs, and why; and what its chat has cost so far.
import { html } from '../html.js';

/** The price of each message among these events, as last said: when it was sent, then delivered. */
export function pricesOf(events) {
  const prices = new Map();
  for (const event of events) if (event.price) prices.set(event.wamid, event.price);
  return prices;
}

/** `{charged, free, unknown, sums: [[currency, amount]]}` of what was delivered. */
export function billOf(prices) {
  const bill = { charged: 0, free: 0, unknown: 0, sums: [] };
  const sums = new Map();
  for (const { billable, charged, amount, currency } of prices.values()) {
    if (!billable) bill.free++;
    else if (charged) {
      bill.charged++;
      if (amount === undefined) bill.unknown++;
      else sums.set(currency, added(sums.get(currency) ?? '0', amount));
    }
  }
  bill.sums = [...sums];
  return bill;
}

/** Decimals are added as whole numbers of their last place, so that nothing is rounded. */
function added(a, b) {
  const places = Math.max(placesOf(a), placesOf(b));
  const whole = (text) =>
    BigInt(text.replace('.', '') + '0'.repeat(places - placesOf(text)));
  const sum = String(whole(a) + whole(b)).padStart(places + 1, '0');
  return places === 0 ? sum : `${sum.slice(0, -places)}.${sum.slice(-places)}`;
}

const placesOf = (text) => (text.split('.')[1] ?? '').length;

/** @param events of the chat */
export function PriceCard({ event, events }) {
  const prices = pricesOf(events);
  const price = event.wamid && prices.get(event.wamid);
  if (!price) return null;
  const { market, rate_card: card, unknown } = price;
  const failed = events.some((e) => e.wamid === event.wamid && e.kind === 'message.failed');
  return html`<section class="tprice" aria-label="Price">
    <p><b>${amountOf(price)}</b> <span>${price.reason}${whenOf(price, failed)}</span></p>
    ${card && html`<small>One ${price.category} message in ${market}, by the rate card of
      ${' '}${card.date} (${card.source})</small>`}
    ${unknown && html`<small>The amount is not known: ${unknown}. docs/operations.md says what
      it looks like.</small>`}
    <small>${billWords(billOf(prices))}</small>
  </section>`;
}

function amountOf({ billable, amount, currency }) {
  if (!billable) return 'Free';
  return amount === undefined ? 'Billable' : `${amount} ${currency}`;
}

function whenOf({ billable, charged }, failed) {
  if (!billable || charged) return '';
  return failed ? '; it failed, so nothing is charged' : '; charged when it is delivered';
}

function billWords({ charged, free, unknown, sums }) {
  const total = sums.map(([currency, amount]) => `${amount} ${currency}`).join(', ');
  const without = unknown > 0 && total ? `, and ${unknown} without a price` : '';
  return `This chat so far: ${charged} charged, ${free} free${total ? `: ${total}` : ''}${without}`;
}
