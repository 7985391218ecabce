// The tools on a small screen: each fills it, and the tab bar leads from one to the other.
import { html, useMemo, useState } from '../html.js';
import { eventKey, useNow, useStore } from '../store.js';
import { CallDetail, CallScope, Calls, callsOf } from './calls.js';
import { ClockForm, aheadMs } from './clock.js';
import { EventDetail } from './detail.js';
import { Face, nameOf } from './face.js';
import { HandsetCard, HandsetSettings } from './handset.js';
import { FilterMenu, SearchField, emptyText, useStory } from './inspector.js';
import { Icon } from './icons.js';
import { clearSelection, useSelected } from './selection.js';
import { clockTime, dayWithYear, duration } from './times.js';
import { StatusFilter, TemplateDetail, Templates, useTemplates } from './templates.js';
import { Timeline } from './timeline.js';
import { ThemeSwitch, WorldDialog } from './topbar.js';
import { WindowCard, closeNow } from './windowcard.js';
import { windowLeft, windowOf } from './caption.js';
import { millis } from './times.js';
import { WriteAs } from './writeas.js';

export function MobileScreen({ store }) {
  const tab = useStore(store, (s) => s.mobileTab);
  switch (tab) {
    case 'timeline':
      return html`<${TimelineScreen} store=${store} />`;
    case 'clock':
      return html`<${ClockScreen} store=${store} />`;
    case 'calls':
      return html`<${CallsScreen} store=${store} />`;
    case 'templates':
      return html`<${TemplatesScreen} store=${store} />`;
    default:
      return html`<${HandsetScreen} store=${store} />`;
  }
}

function ScreenHead({ store, title, children }) {
  const { handset, number } = useSelected(store);
  return html`<header class="tscreen__head">
    <${Face} handset=${handset} size=${28} />
    <div class="tscreen__title"><h1>${title}</h1><p>
      ${nameOf(handset)} with ${number?.name}</p></div>
    ${children}
  </header>`;
}

export function TimelineScreen({ store }) {
  const [filter, setFilter] = useState('all');
  const [search, setSearch] = useState(null);
  const { events, rows } = useStory(store, { filter, search: search ?? '' });
  const selected = useStore(store, (s) => s.selectedEvent);
  const { handset } = useSelected(store);
  const event = events.find((e) => eventKey(e) === selected);
  if (event) {
    return html`<section class="tscreen" aria-label="Event"><${EventDetail} store=${store}
        event=${event} events=${events} onBack=${() => clearSelection(store)} /></section>`;
  }
  return html`<section class="tscreen" aria-label="Timeline">
    <${ScreenHead} store=${store} title="Timeline">
      <${FilterMenu} filter=${filter} onFilter=${setFilter} face=${html`<${Icon} name="filter"
          size=${20} />`} />
      <button type="button" class="tbtn tbtn--icon tbtn--bare" aria-label="Search"
          aria-expanded=${search !== null}
        onClick=${() => setSearch(search === null ? '' : null)}><${Icon} name="search"
        size=${20} /></button>
    <//>
    <${WindowCard} store=${store} brief />
    ${search !== null && html`<${SearchField} search=${search} onSearch=${setSearch} />`}
    <div class="tscreen__rule"></div>
    <${Timeline} store=${store} rows=${rows} brief empty=${emptyText(filter, search, handset)} />
  </section>`;
}

export function CallsScreen({ store }) {
  const [scope, setScope] = useState('chat');
  const [all, selected] = useStore(store, (s) => [s.calls, s.selectedCall]);
  const { handset, number } = useSelected(store);
  const calls = useMemo(
    () => callsOf(all, scope, number?.id, handset?.wa_id),
    [all, scope, number, handset],
  );
  const call = all.find((c) => c.id === selected);
  if (call) {
    return html`<section class="tscreen" aria-label="Call"><${CallDetail} key=${call.id}
        store=${store} call=${call} onBack=${() => clearSelection(store)} /></section>`;
  }
  return html`<section class="tscreen" aria-label="Calls">
    <${ScreenHead} store=${store} title="Calls"><${CallScope} scope=${scope}
        onScope=${setScope} /><//>
    <div class="tscreen__rule"></div>
    <${Calls} store=${store} calls=${calls} brief />
  </section>`;
}

export function TemplatesScreen({ store }) {
  const [standing, setStanding] = useState('all');
  const list = useTemplates(store, standing);
  const chosen = useStore(store, (s) => s.selectedTemplate);
  const template = list.templates.find((t) => t.id === chosen);
  if (template) {
    return html`<section class="tscreen" aria-label="Template"><${TemplateDetail}
        key=${template.id} store=${store} template=${template}
        onBack=${() => clearSelection(store)} /></section>`;
  }
  return html`<section class="tscreen" aria-label="Templates">
    <${ScreenHead} store=${store} title="Templates"><${StatusFilter} filter=${standing}
        onFilter=${setStanding} /><//>
    <div class="tscreen__rule"></div>
    <${Templates} store=${store} list=${list} brief />
  </section>`;
}

const STEPS = [
  ['+1 min', 'PT1M'],
  ['+1 h', 'PT1H'],
  ['+24 h', 'PT24H'],
];

export function ClockScreen({ store }) {
  const now = useNow(store);
  const [clock, window] = useStore(store, (s) => [
    s.clock,
    windowOf(s, s.selectedHandset, s.selectedNumber),
  ]);
  const ahead = aheadMs(clock);
  return html`<section class="tscreen" aria-label="Clock">
    <${ScreenHead} store=${store} title="Clock" />
    <div class="tscreen__scroll">
      <div class="tbigclock">
        <time datetime=${new Date(now).toISOString()}>${clockTime(now)}</time>
        <p>${dayWithYear(now)}</p>
        ${ahead > 0
            ? html`<span class="chip chip--warn">${duration(ahead)} ahead</span>`
            : html`<span class="chip chip--accent"><i class="dot"></i>keeps real time</span>`}
      </div>
      <div class="tseg tseg--fill tseg--big" role="group" aria-label="Move the clock forward">
        ${STEPS.map(
          ([label, iso]) => html`<button type="button"
            onClick=${() => store.advanceClock(iso)}>${label}</button>`,
        )}
      </div>
      <${WindowCard} store=${store} brief />
      ${windowLeft(window, now) > 0 && html`<button type="button" class="tbtn tscreen__wide"
          onClick=${() => closeNow(store, millis(window.expires_at))}>
          Close the window now</button>`}
      <div class="tcard"><${ClockForm} store=${store} /></div>
    </div>
  </section>`;
}

export function HandsetScreen({ store }) {
  const { handset, number } = useSelected(store);
  const [numbers, handsets] = useStore(store, (s) => [s.numbers, s.handsets]);
  const [dialog, setDialog] = useState(null);
  return html`<section class="tscreen" aria-label="Handset">
    <${ScreenHead} store=${store} title="Handset">
      ${handset &&
        number && html`<${WriteAs} store=${store} handset=${handset}
          number=${number} />`}
    <//>
    <div class="tscreen__scroll">
      ${handset && html`<div class="tcard"><${HandsetCard} handset=${handset} /><${HandsetSettings}
          store=${store} handset=${handset} /></div>`}
      <div class="tcard tcard--rows">
        <label class="tfield tfield--tall"><span>Handset</span><select value=${handset?.wa_id}
            onChange=${(e) => store.selectHandset(e.target.value)}>
          ${handsets.map(
            (h) => html`<option key=${h.wa_id} value=${h.wa_id}>
            ${nameOf(h)}</option>`,
          )}</select></label>
        <label class="tfield tfield--tall"><span>Number</span><select value=${number?.id}
            onChange=${(e) => store.selectNumber(e.target.value)}>
          ${numbers.map(
            (n) => html`<option key=${n.id} value=${n.id}>
            ${n.name} ${n.display}</option>`,
          )}</select></label>
      </div>
      <div class="tcard tcard--rows">
        <button type="button" class="trow" onClick=${() => setDialog('handset')}><${Icon}
            name="plus" size=${20} />Add a handset</button>
        <button type="button" class="trow" onClick=${() => store.setMobileTab('templates')}><${Icon}
            name="template" size=${20} />Templates</button>
        <button type="button" class="trow" onClick=${() => setDialog('wire')}><${Icon} name="plug"
            size=${20} />Wire your bot</button>
        <button type="button" class="trow" onClick=${() => setDialog('magic')}><${Icon}
            name="warning" size=${20} />Magic numbers</button>
        <button type="button" class="trow is-bad" onClick=${() => setDialog('reset')}><${Icon}
            name="reset" size=${20} />Reset the sandbox</button>
        <div class="trow trow--plain"><${Icon} name="sun" size=${20} />Theme<span
            class="tevent__space"></span><${ThemeSwitch} store=${store} /></div>
      </div>
    </div>
    <${WorldDialog} store=${store} which=${dialog} onClose=${() => setDialog(null)} />
  </section>`;
}
