// The reviewer's page: the templates of the business, where each stands, and what Meta's reviewer
// and its users would do to it.
import { html, useMemo, useEffect, useState } from '../html.js';
import { useStore } from '../store.js';
import { curl, baseUrl } from './curl.js';
import { DetailFrame } from './detail.js';
import { JsonView } from './jsonview.js';
import { Menu } from './popup.js';
import { Icon } from './icons.js';
import { moveInList } from './rows.js';
import { useSelected } from './selection.js';
import { STATUS_TONES, words } from './standing.js';
import { TemplatePreview } from './templatepreview.js';
import { TemplateOrders } from './templateorders.js';
import { Command } from './wire.js';

const POLICIES = {
  at_once: 'New ones are approved at once',
  by_hand: 'New ones wait for a review by hand',
  as_marketing: 'New ones are approved at once, utility as marketing',
};
const POLICY_LABELS = {
  at_once: 'Approved at once',
  by_hand: 'Reviewed by hand',
  as_marketing: 'Utility becomes marketing',
};

const STATUS_FILTERS = {
  all: 'All templates',
  PENDING: 'Pending',
  APPROVED: 'Approved',
  REJECTED: 'Rejected',
  PAUSED: 'Paused',
  DISABLED: 'Disabled',
  ARCHIVED: 'Archived',
};

/** The templates that the filter and the search leave, those that wait for somebody first. */
export function useTemplates(store, filter = 'all', search = '') {
  const reviewed = useStore(store, (s) => s.reviewed);
  useEffect(() => {
    store.sync.loadTemplates();
  }, []);
  const part = (search ?? '').toLowerCase();
  const shown = useMemo(
    () =>
      (reviewed?.templates ?? [])
        .filter((t) => filter === 'all' || t.status === filter)
        .filter(
          (t) => !part || `${t.name} ${t.language} ${t.category}`.toLowerCase().includes(part),
        )
        .toSorted((a, b) => (b.status === 'PENDING') - (a.status === 'PENDING')),
    [reviewed, filter, part],
  );
  return { loaded: Boolean(reviewed), review: reviewed?.review, templates: shown };
}

export function StatusFilter({ filter, onFilter }) {
  return html`<${Menu} label=${`Templates: ${STATUS_FILTERS[filter]}`} className="tbtn tbtn--small"
    face=${html`${STATUS_FILTERS[filter]}<${Icon} name="chevron" size=${14} />`}
    items=${Object.entries(STATUS_FILTERS).map(([id, label]) => ({
      label,
      checked: id === filter,
      run: () => onFilter(id),
    }))} />`;
}

/** How new templates are reviewed. */
function Policy({ store, review }) {
  if (!review) return null;
  const label = POLICIES[review] ?? `New ones: ${words(review)}`;
  return html`<div class="tpolicy"><span>${label}</span>
    <${Menu} label="How new templates are reviewed" className="tbtn tbtn--small"
      face=${html`Change<${Icon} name="chevron" size=${14} />`}
      items=${Object.entries(POLICY_LABELS).map(([id, text]) => ({
        label: text,
        checked: id === review,
        run: () => store.setReview(id),
      }))} /></div>`;
}

export function Templates({ store, list, brief }) {
  const selected = useStore(store, (s) => s.selectedTemplate);
  const { number } = useSelected(store);
  if (list.loaded && list.templates.length === 0) {
    return html`<div class="tlist">
      <${Policy} store=${store} review=${list.review} />
      <div class="tempty tempty--card"><b>No template here</b>
      <p>A template of the business appears here as soon as a bot creates one.</p>
      <${Command} store=${store} title="Create one" command=${createCurl(number)} /></div></div>`;
  }
  return html`<div class="tlist">
    <${Policy} store=${store} review=${list.review} />
    <div role="listbox" aria-label="Templates" onKeyDown=${moveInList}>
    ${list.templates.map(
      (t, i) => html`<div key=${t.id} role="option" data-template=${t.id}
        aria-selected=${t.id === selected}
        class=${`tevent tevent--call ${t.id === selected ? 'is-selected' : ''}`}
        tabindex=${t.id === selected || (!selected && i === 0) ? 0 : -1}
        onClick=${() => store.set({ selectedTemplate: t.id })}>
      <span class="tevent__title mono">${t.name}</span>
      <span class="tevent__note">${t.language}${!brief && ` · ${words(t.category)}`}</span>
      <span class="tevent__space"></span>
      ${t.held > 0 && html`<span class="thint">${t.held} held</span>`}
      ${t.quality !== 'UNKNOWN' && html`<${Quality} quality=${t.quality} />`}
      <${Standing} status=${t.status} />
    </div>`,
    )}</div>
  </div>`;
}

export function Standing({ status }) {
  return html`<span class=${`chip chip--small chip--${STATUS_TONES[status] ?? 'plain'}`}>
    ${words(status)}</span>`;
}

function Quality({ quality }) {
  return html`<span class=${`tquality is-${quality.toLowerCase()}`}
    title=${`Quality ${words(quality)}`}><i class="dot"></i><span class="sr">
    quality ${words(quality)}</span></span>`;
}

const TABS = [
  { id: 'review', label: 'Review' },
  { id: 'definition', label: 'Definition' },
];

export function TemplateDetail({ store, template, onBack }) {
  const [tab, setTab] = useState('review');
  const example = useExample(store, template);
  const json = tab === 'definition' ? example?.components : undefined;
  return html`<${DetailFrame} store=${store} title=${template.name} tabs=${TABS} tab=${tab}
      onTab=${setTab} json=${json} onBack=${onBack}>
    ${tab === 'review' && html`<div class="treview">
      <${TemplatePreview} store=${store} template=${template} example=${example} />
      <${TemplateOrders} store=${store} template=${template} />
    </div>`}
    ${json && html`<${JsonView} key=${template.id} store=${store} json=${json}
      label="Definition" />`}
  <//>`;
}

/** The template with its examples; read again whenever the list was, since it may be edited. */
function useExample(store, template) {
  const [example, setExample] = useState(null);
  useEffect(() => {
    let current = true;
    store.api.get(`sandbox/templates/${template.id}/example`).then(
      (read) => current && setExample(read),
      // Deleted meanwhile: the list says so in a moment.
      () => current && setExample(null),
    );
    return () => {
      current = false;
    };
  }, [template]);
  return example?.id === template.id ? example : null;
}

function createCurl(number) {
  return curl({
    url: `${baseUrl()}/v25.0/${number?.waba_id}/message_templates`,
    headers: {
      Authorization: `Bearer ${number?.key ?? 'parley-sandbox'}`,
      'Content-Type': 'application/json',
    },
    body: {
      name: 'table_ready',
      language: 'en_US',
      category: 'UTILITY',
      components: [{ type: 'BODY', text: 'Your table is ready, come in.' }],
    },
  });
}
