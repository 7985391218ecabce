// The lower part of the inspector: everything about one event, as JSON and as a command.
import { html, useMemo } from '../html.js';
import { eventKey, useStore } from '../store.js';
import { curlOfEvent } from './copying.js';
import { FailureCard } from './failure.js';
import { nameOf } from './face.js';
import { Icon } from './icons.js';
import { JsonView } from './jsonview.js';
import { copyText } from './popup.js';
import { PriceCard } from './price.js';
import { HookState, shortUrl } from './rows.js';
import { useSelected } from './selection.js';
import { deliveriesByEvent } from './story.js';
import { aboutEvent, detailTabs, failureMarks, lastWroteBefore, webhookRoot } from './telling.js';
import { preciseTime } from './times.js';
import { eventWords, handsetChange } from './words.js';

/** One detail: title, tabs, copy buttons, and below them what the chosen tab shows. */
export function DetailFrame({
  title,
  tabs,
  tab,
  onTab,
  json,
  command,
  store,
  onBack,
  loud,
  children,
}) {
  const onKey = (e) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!step) return;
    e.preventDefault();
    const at = tabs.findIndex((t) => t.id === tab);
    onTab(tabs[(at + step + tabs.length) % tabs.length].id);
    e.currentTarget.querySelectorAll('[role=tab]')[(at + step + tabs.length) % tabs.length].focus();
  };
  return html`<section class="tdetail" aria-label=${`Detail: ${title}`}>
    <header class="tdetail__head">
      ${onBack && html`<button type="button" class="tbtn tbtn--icon tbtn--bare tdetail__back"
          aria-label="Back" onClick=${onBack}><${Icon} name="chevron" size=${20} /></button>`}
      <h2>${title}</h2>
      <div class="ttabs ttabs--small" role="tablist" aria-label=${title} onKeyDown=${onKey}>
        ${tabs.map(
          (t) => html`<button type="button" role="tab" key=${t.id}
            aria-selected=${t.id === tab} tabindex=${t.id === tab ? 0 : -1}
          onClick=${() => onTab(t.id)}>${t.label}</button>`,
        )}
      </div>
      <span class="tdetail__space"></span>
      ${json !== undefined &&
        json !== null && html`<button type="button"
          class="tbtn tbtn--icon tbtn--bare" aria-label="Copy JSON" title="Copy JSON"
        onClick=${() =>
          copyText(
            store,
            typeof json === 'string' ? json : JSON.stringify(json, null, 2),
            'JSON',
          )}><${Icon} name="copy" /></button>`}
      ${command && html`<button type="button" class=${`tbtn ${loud ? 'tbtn--fill' : ''}`}
          aria-label="Copy as curl" title="A command that does it again"
        onClick=${() => copyText(store, command, 'curl')}><${Icon} name="terminal" /><span
        class="tdetail__curl"><span>Copy as </span>curl</span></button>`}
    </header>
    <div class="tdetail__body" role="tabpanel" aria-label=${tabs.find((t) => t.id === tab)?.label}>
      ${children}</div>
  </section>`;
}

export function EventDetail({ store, event, events, onBack }) {
  const [calls, deliveries, detailTab] = useStore(store, (s) => [
    s.calls,
    s.deliveries,
    s.detailTab,
  ]);
  const { handset, number } = useSelected(store);
  const about = useMemo(() => aboutEvent(event, events, calls), [event, events, calls]);
  const tabs = detailTabs(event, about);
  const key = eventKey(event);
  const wanted = detailTab?.of === key ? detailTab.tab : null;
  const tab = tabs.some((t) => t.id === wanted) ? wanted : tabs[0].id;
  const failed = event.kind === 'message.failed';
  const json = {
    request: about.request ?? about.call?.body,
    answer: about.call?.answer,
    webhook: event.webhook,
    event,
  }[tab];
  const command = curlOfEvent({
    event,
    request: about.request,
    call: about.call,
    number,
    webhook: event.webhook,
  });
  return html`<${DetailFrame} store=${store} title=${shortTitle(event, events, handset)} tabs=${tabs}
      tab=${tab} json=${json} command=${command}
      loud=${!failed} onBack=${onBack}
          onTab=${(id) => store.set({ detailTab: { of: key, tab: id } })}>
    ${failed && tab === 'webhook' && handset && html`<${FailureCard} store=${store}
      error=${event.error ?? {}} handset=${handset} number=${number}
      lastWrote=${lastWroteBefore(event, events)} />`}
    <${PriceCard} event=${event} events=${events} />
    ${tab === 'webhook'
        ? html`<${Webhooks} store=${store} key=${key} of=${about.webhooks} deliveries=${deliveries}
          name=${nameOf(handset)} single=${event.kind !== 'message.accepted'} />`
        : json === undefined || json === null
          ? html`<p class="tnote">
            The page keeps the last 1,000 calls; this one is no longer among them.</p>`
          : html`<${JsonView} store=${store} json=${json}
            label=${tabs.find((t) => t.id === tab).label} />`}
  <//>`;
}

/** The title of the row without what it quotes: the bubble lights up beside it. */
function shortTitle(event, events, handset) {
  const name = nameOf(handset);
  if (event.kind === 'handset.changed' && event.handset) {
    const before = events.slice(0, events.indexOf(event)).findLast((e) => e.kind === event.kind);
    return handsetChange(before?.handset ?? event.handset, event.handset, name);
  }
  return eventWords(event.kind === 'message.received' ? { ...event, text: '' } : event, name).title;
}

const NO_MARKS = [];

function Webhooks({ store, of, deliveries, name, single }) {
  const sent = useMemo(() => deliveriesByEvent(deliveries), [deliveries]);
  const marks = useMemo(
    () => of.map((e) => (e.kind === 'message.failed' ? failureMarks(e.webhook) : NO_MARKS)),
    [of],
  );
  return of.map(
    (event, i) => html`<div class="twebhook" key=${eventKey(event)}>
    ${!single && html`<h3 class="twebhook__title">${eventWords(event, name).title} <time
        class="mono">${preciseTime(event.at)}</time></h3>`}
    <${Attempts} store=${store} hooks=${sent.get(eventKey(event)) ?? []} />
    <${JsonView} store=${store} json=${event.webhook} root=${webhookRoot(event.webhook)}
        marks=${marks[i]} label="Webhook" />
  </div>`,
  );
}

/** Where it went; nothing to read where one endpoint took it at once, as the timeline shows. */
function Attempts({ store, hooks }) {
  const smooth =
    hooks.length === 1 && hooks[0].attempts.length === 1 && hooks[0].state === 'delivered';
  if (hooks.length === 0 || smooth) return null;
  return html`<ul class="tattempts">
    ${hooks.map(
      (hook) => html`<li key=${hook.endpoint} title=${hook.url}>
      <b>${hook.name || 'webhook'}</b><span class="mono tattempts__url">${shortUrl(hook.url)}</span>
      <span class="tevent__space"></span><${HookState} store=${store} hook=${hook} />
      ${hook.attempts.some((a) => a.error) && html`<small>
        ${hook.attempts.findLast((a) => a.error).error}</small>`}
    </li>`,
    )}
  </ul>`;
}
