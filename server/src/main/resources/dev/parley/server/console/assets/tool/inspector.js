// Beside the phones: the chat of the selected one, as the bot sees it.
import { html, useEffect, useMemo, useRef, useState } from '../html.js';
import { eventKey, useStore } from '../store.js';
import { CallDetail, CallScope, Calls, callsOf, isRefused } from './calls.js';
import { windowLeft, windowOf } from './caption.js';
import { helloWorldCurl } from './curl.js';
import { EventDetail } from './detail.js';
import { Face, nameOf } from './face.js';
import { HandsetCard, HandsetSettings } from './handset.js';
import { Icon } from './icons.js';
import { Menu, copyText } from './popup.js';
import { usePaced } from './paced.js';
import { MobileScreen } from './screens.js';
import { inspectorTab, selectTab, useSelected } from './selection.js';
import { Split } from './split.js';
import { FILTERS, endpointsOf, eventsOfChat, retryingCount, story } from './story.js';
import { StatusFilter, TemplateDetail, Templates, useTemplates } from './templates.js';
import { Timeline } from './timeline.js';
import { Webhooks } from './webhooks.js';
import { WindowCard } from './windowcard.js';
import { WriteAs } from './writeas.js';

export function Inspector({ store }) {
  const [layout, ready] = useStore(store, (s) => [s.layout, s.ready]);
  const { handset, number } = useSelected(store);
  if (layout === 'mobile') return html`<${MobileScreen} store=${store} />`;
  return html`<section class="inspector" aria-label="Inspector">
    ${handset && number
        ? html`<${ChatInspector} key=${`${handset.wa_id}/${number.id}`} store=${store}
          handset=${handset} number=${number} />`
        : html`<p class="tnote">${ready ? 'Add a handset to see what happens on it.' : ''}</p>`}
  </section>`;
}

/** The rows of the selected chat; computed anew only when something of it changed. */
export function useStory(store, { filter = 'all', search = '' } = {}) {
  const { handset, number } = useSelected(store);
  const [events, deliveries, all, clock, window] = usePaced(store, (s) => [
    s.events,
    s.deliveries,
    s.endpoints,
    s.clock,
    windowOf(s, s.selectedHandset, s.selectedNumber),
  ]);
  const mine = useMemo(
    () => eventsOfChat(events, handset?.wa_id, number?.id),
    [events, handset?.wa_id, number?.id],
  );
  const closed = windowLeft(window, store.now()) <= 0;
  const rows = useMemo(
    () =>
      story({
        events: mine,
        deliveries,
        endpoints: endpointsOf(all, number),
        name: nameOf(handset),
        now: store.now(),
        filter,
        search,
      }),
    [mine, deliveries, all, number, handset?.name, clock, closed, filter, search],
  );
  return { events: mine, rows };
}

function ChatInspector({ store, handset, number }) {
  const tab = useStore(store, inspectorTab);
  const [filter, setFilter] = useState('all');
  const [scope, setScope] = useState('chat');
  const [search, setSearch] = useState(null);
  const [standing, setStanding] = useState('all');
  const { events, rows } = useStory(store, { filter, search: search ?? '' });
  const [allCalls] = usePaced(store, (s) => [s.calls]);
  const [selectedEvent, selectedCall] = useStore(store, (s) => [s.selectedEvent, s.selectedCall]);
  const calls = useMemo(
    () => callsOf(allCalls, scope, number.id, handset.wa_id, search ?? ''),
    [allCalls, scope, search],
  );
  const event = events.find((e) => eventKey(e) === selectedEvent);
  const call = allCalls.find((c) => c.id === selectedCall);
  const list = useTemplates(store, standing, search ?? '');
  const chosen = useStore(store, (s) => s.selectedTemplate);
  const template = list.templates.find((t) => t.id === chosen);
  useOpenedFromPhone(store, selectedEvent, tab);

  const detail =
    tab === 'calls'
      ? call && html`<${CallDetail} key=${call.id} store=${store} call=${call} />`
      : tab === 'templates'
        ? template && html`<${TemplateDetail} key=${template.id} store=${store}
          template=${template} />`
        : tab !== 'handset' &&
        event && html`<${EventDetail} store=${store} event=${event}
        events=${events} />`;
  const tall = tab === 'templates' ? true : tab === 'calls' ? call && isRefused(call) : event?.kind === 'message.failed';
  return html`
    <${Head} store=${store} handset=${handset} number=${number} />
    <${WindowCard} store=${store} />
    <div class="tbarline">
      <${Tabs} store=${store} tab=${tab} retrying=${retryingCount(rows)}
          refused=${callsOf(allCalls, 'chat', number.id, handset.wa_id).filter(isRefused).length} />
      <span class="tbarline__tools">
        ${tab === 'timeline' && html`<${FilterMenu} filter=${filter} onFilter=${setFilter} />`}
        ${tab === 'templates' && html`<${StatusFilter} filter=${standing}
            onFilter=${setStanding} />`}
        ${tab === 'calls' && html`<${CallScope} scope=${scope} onScope=${setScope} />`}
        ${tab !== 'handset' && html`<button type="button" class="tbtn tbtn--icon tbtn--bare"
            aria-label="Search" title="Search" aria-expanded=${search !== null}
          onClick=${() => setSearch(search === null ? '' : null)}><${Icon}
          name="search" /></button>`}
      </span>
    </div>
    ${search !== null &&
      tab !== 'handset' && html`<${SearchField} search=${search}
        onSearch=${setSearch} />`}
    <${Split} detail=${detail} tall=${Boolean(tall)}>
      <div class="ttabpanel" role="tabpanel" id=${`panel-${tab}`} aria-labelledby=${`tab-${tab}`}>
        ${tab === 'timeline' && html`<${Timeline} store=${store} rows=${rows}
            empty=${emptyText(filter, search, handset)} />`}
        ${tab === 'webhooks' && html`<${Webhooks} store=${store} rows=${rows} />`}
        ${tab === 'calls' && html`<${Calls} store=${store} calls=${calls} />`}
        ${tab === 'templates' && html`<${Templates} store=${store} list=${list} />`}
        ${tab === 'handset' && html`<div class="tlist tlist--form"><${HandsetCard}
            handset=${handset} /><${HandsetSettings} store=${store} handset=${handset} /></div>`}
      </div>
    <//>`;
}

/** "Open JSON" on a bubble selects an event: the tab that shows it comes to the front. */
function useOpenedFromPhone(store, selectedEvent, tab) {
  const before = useRef(selectedEvent);
  useEffect(() => {
    if (
      selectedEvent &&
      selectedEvent !== before.current &&
      tab !== 'timeline' &&
      tab !== 'webhooks'
    )
      selectTab(store, 'timeline');
    before.current = selectedEvent;
  }, [selectedEvent]);
}

function Head({ store, handset, number }) {
  const name = nameOf(handset);
  return html`<header class="thead">
    <${Face} handset=${handset} size=${36} />
    <div class="thead__who">
      <h2><span>${name}</span><${Icon} name="chevronRight" size=${14} /><span>
        ${number.name}</span></h2>
      <p>${handset.wa_id} with number ${number.id}</p>
    </div>
    <${WriteAs} store=${store} handset=${handset} number=${number} />
    <${Menu} label="More about this chat" className="tbtn tbtn--icon tbtn--bare"
        face=${html`<${Icon} name="dots" size=${18} />`} items=${[
          {
            label: `Copy ${name}’s number`,
            icon: 'copy',
            hint: handset.wa_id,
            run: () => copyText(store, handset.wa_id, 'Number'),
          },
          ...(handset.user_id
            ? [
                {
                  label: `Copy ${name}’s user id`,
                  icon: 'copy',
                  run: () => copyText(store, handset.user_id, 'User id'),
                },
              ]
            : []),
          {
            label: 'Copy the phone number id',
            icon: 'copy',
            hint: number.id,
            run: () => copyText(store, number.id, 'Phone number id'),
          },
          'line',
          {
            label: 'Copy a curl of hello_world',
            icon: 'terminal',
            run: () => copyText(store, helloWorldCurl(number, handset), 'curl'),
          },
          {
            label: handset.online ? 'Take the phone offline' : 'Bring the phone back',
            icon: 'phone',
            run: () => store.patchHandset(handset.wa_id, { online: !handset.online }),
          },
        ]} />
  </header>`;
}

const TABS = {
  timeline: 'Timeline',
  webhooks: 'Webhooks',
  calls: 'Calls',
  templates: 'Templates',
  handset: 'Handset',
};

function Tabs({ store, tab, retrying, refused }) {
  const badges = {
    webhooks:
      retrying > 0 && html`<span class="chip chip--warn chip--small">
      ${retrying} retrying</span>`,
    calls: refused > 0 && html`<span class="chip chip--bad chip--small">${refused} refused</span>`,
  };
  const ids = Object.keys(TABS);
  const onKey = (e) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!step) return;
    e.preventDefault();
    const next = ids[(ids.indexOf(tab) + step + ids.length) % ids.length];
    selectTab(store, next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return html`<div class="ttabs" role="tablist" aria-label="Inspector" onKeyDown=${onKey}>
    ${ids.map(
      (id) => html`<button type="button" role="tab" key=${id} id=${`tab-${id}`}
        aria-controls=${`panel-${id}`}
      aria-selected=${id === tab} tabindex=${id === tab ? 0 : -1}
      onClick=${() => selectTab(store, id)}>${TABS[id]}${badges[id]}</button>`,
    )}
  </div>`;
}

export function FilterMenu({ filter, onFilter, face }) {
  return html`<${Menu} label=${`Show: ${FILTERS[filter]}`}
      className=${face ? 'tbtn tbtn--icon tbtn--bare' : 'tbtn tbtn--small'}
    face=${face ?? html`${FILTERS[filter]}<${Icon} name="chevron" size=${14} />`}
    items=${Object.entries(FILTERS).map(([id, label]) => ({
      label,
      checked: id === filter,
      run: () => onFilter(id),
    }))} />`;
}

export function SearchField({ search, onSearch }) {
  const input = useRef(null);
  useEffect(() => input.current?.focus(), []);
  return html`<div class="tsearch"><${Icon} name="search" />
    <input ref=${input} type="search" placeholder="Text, wamid, kind, code…" aria-label="Search"
        value=${search} spellcheck="false"
      onInput=${(e) => onSearch(e.target.value)} onKeyDown=${(e) =>
        e.key === 'Escape' && (e.stopPropagation(), onSearch(null))} />
    <button type="button" class="tbtn tbtn--icon tbtn--bare" aria-label="Close the search"
        onClick=${() => onSearch(null)}><${Icon} name="close" /></button>
  </div>`;
}

export function emptyText(filter, search, handset) {
  return filter === 'all' && !search
    ? html`<div class="tempty"><b>Nothing has happened yet</b>
      <p>Write from ${nameOf(handset)}’s phone, or let the bot send something.</p></div>`
    : html`<div class="tempty"><b>Nothing matches</b>
      <p>Other events are hidden by the filter or the search.</p></div>`;
}
