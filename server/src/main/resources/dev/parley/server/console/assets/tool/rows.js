// The parts that rows of the timeline, the webhooks and the calls are made of.
import { html } from '../html.js';
import { useNow } from '../store.js';
import { Icon } from './icons.js';
import { duration, millis, took } from './times.js';

/** An HTTP status, coloured by what it means for the caller; `null` when nothing was answered. */
export function StatusChip({ status, tone }) {
  const colour =
    tone ?? (status >= 200 && status < 300 ? 'ok' : status >= 400 && status < 500 ? 'bad' : 'warn');
  return html`<span class=${`code code--${colour}`}>${status ?? 'no answer'}</span>`;
}

export function EventIcon({ words }) {
  const filled = words.tone === 'accent' || words.tone === 'bad';
  const bare = words.icon === 'tick' || words.icon === 'ticks';
  return html`<span class=${`ticonbox ticonbox--${words.tone} ${bare ? 'is-bare' : ''}`}>
    <${Icon} name=${words.icon} size=${bare ? 16 : filled ? 14 : 13} /></span>`;
}

/** `localhost:3000/webhook`; the scheme says nothing here, a query may hold a secret. */
export function shortUrl(url) {
  try {
    const { host, pathname } = new URL(url);
    return host + (pathname === '/' ? '' : pathname);
  } catch {
    return url ?? '';
  }
}

/** How the delivery of one webhook to one endpoint went. */
export function HookState({ store, hook, brief = false }) {
  const last = hook.attempts.at(-1);
  switch (hook.state) {
    case 'none':
      return brief ? html`<span class="thint">no endpoint</span>` : null;
    case 'unknown':
      return html`<span class="thint"
          title="It happened before this endpoint was set, or before the server last started">
        ${brief ? 'no record' : 'no delivery on record'}</span>`;
    case 'sending':
      return html`<span class="thint">on its way</span>`;
    case 'waiting':
      return html`<span class="thint"
          title="Webhooks of one chat arrive in order">
        waits for ${Math.max(1, hook.ahead ?? 1)}</span>`;
    case 'retrying':
      return html`<${NextTry} store=${store} delivery=${last} brief=${brief} />
        <span class="tbadly" title=${last.error ?? undefined}><${StatusChip} status=${last.status}
            tone="warn" /></span>`;
    case 'given_up':
      return html`<span class="thint">given up after ${last?.attempt ?? 0} attempts</span>
        <span class="tbadly" title=${last?.error ?? undefined}><${StatusChip} status=${last?.status}
            tone="bad" /></span>`;
    default:
      return html`${hook.attempts.length > 1 && html`<${Retried} hook=${hook} brief=${brief} />`}
        <${StatusChip} status=${last?.status} /><span class="tms">${took(last?.ms)}</span>`;
  }
}

function NextTry({ store, delivery, brief }) {
  const now = useNow(store);
  const left = delivery.next_at ? millis(delivery.next_at) - now : 0;
  const when =
    left > 0
      ? `next in ${left < 60_000 ? duration(Math.ceil(left / 1000) * 1000) : duration(left)}`
      : 'trying again';
  return html`<span class="tdue">${brief ? when : `attempt ${delivery.attempt}, ${when}`}</span>`;
}

function Retried({ hook, brief }) {
  const [first] = hook.attempts;
  const last = hook.attempts.at(-1);
  const failed = hook.attempts.at(-2);
  const after = duration(millis(last.at) - millis(first.at));
  return html`<span class="tdue">${brief ? '' : 'retried '}after ${after}</span>
    <span class="tbadly" title=${failed.error ?? undefined}><${StatusChip} status=${failed.status}
        tone="warn" /></span>`;
}

/** `POST /messages` however long its path really is: version and number id stand in the tooltip. */
export function shortPath(path) {
  return String(path)
    .replace(/^(\/w\/[^/]+)?(\/v\d+\.\d+\/\d+)?(?=\/)/, '')
    .replace(/\?.*$/, '');
}

/** Arrow keys, Home and End move the focus over the options of a list, and select. */
export function moveInList(e) {
  const options = [...e.currentTarget.querySelectorAll('[role=option]')];
  const at = options.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: options.length - 1 }[e.key];
  if (to === undefined || !options[to]) return;
  e.preventDefault();
  options[to].focus();
  options[to].click();
}
