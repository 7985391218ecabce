// What went to the bot about this chat, and where to.
import { html } from '../html.js';
import { useStore } from '../store.js';
import { EventIcon, HookState, moveInList, shortUrl } from './rows.js';
import { Icon } from './icons.js';
import { selectEvent, useSelected } from './selection.js';
import { endpointsOf } from './story.js';
import { preciseTime } from './times.js';
import { Command, webhookCurl } from './wire.js';

/** Webhooks drawn at once; the timeline shows the earlier ones too. */
const HOOKS_MAX = 200;

export function Webhooks({ store, rows }) {
  const [all, selected] = useStore(store, (s) => [s.endpoints, s.selectedEvent]);
  const { number } = useSelected(store);
  const endpoints = endpointsOf(all, number);
  const sent = rows.filter((row) => row.hooks?.length).slice(-HOOKS_MAX);
  return html`<div class="tlist twebhooks">
    ${endpoints.length === 0 && html`<div class="tempty tempty--card">
      <b>No endpoint is set for ${number?.name}</b>
      <p>Every webhook is shown all the same, exactly as it would go out. Once one is set,
        what happens from then on is sent to it.</p>
      <${Command} store=${store} title="Set it" command=${webhookCurl(number)} />
    </div>`}
    ${endpoints.length > 0 && html`<ul class="tendpoints" aria-label="Endpoints">
      ${endpoints.map(
        (endpoint) => html`<li key=${endpoint.id}><${Endpoint} endpoint=${endpoint}
          rows=${rows} /></li>`,
      )}
    </ul>`}
    ${sent.length > 0 && html`<div role="listbox" aria-label="Webhooks" onKeyDown=${moveInList}>
      ${sent.map((row, i) =>
        row.hooks.map(
          (hook) => html`<div key=${`${row.key}:${hook.endpoint}`}
          role="option" title=${hook.url}
          class=${`tevent tevent--hook ${row.key === selected ? 'is-selected' : ''}`}
          aria-selected=${row.key === selected}
          tabindex=${row.key === selected || (i === sent.length - 1 && !selected) ? 0 : -1}
          data-hook=${`${row.event.stream}:${row.event.seq}`}
          onClick=${() => selectEvent(store, row.event, 'webhook')}>
        <time class="tevent__time mono">${preciseTime(row.at)}</time>
        <${EventIcon} words=${row.words} />
        <span class="tevent__title">${row.words.title}</span>
        <span class="tevent__note">${row.about}</span>
        <span class="tevent__space"></span>
        ${hook.state !== 'none' && html`<span class="tevent__to">
          ${hook.name || shortUrl(hook.url)}</span>`}
        <${HookState} store=${store} hook=${hook} />
      </div>`,
        ),
      )}
    </div>`}
  </div>`;
}

function Endpoint({ endpoint, rows }) {
  const hooks = rows.flatMap((row) => (row.hooks ?? []).filter((h) => h.endpoint === endpoint.id));
  const count = (state) => hooks.filter((h) => h.state === state).length;
  const [retrying, waiting, lost] = [count('retrying'), count('waiting'), count('given_up')];
  return html`<${Icon} name="plug" size=${18} />
    <div class="tendpoint"><b>${endpoint.name || 'webhook'}</b>
      <span class="mono">${endpoint.url}</span>
      <small>${endpoint.scope === 'business' ? 'all numbers of the business' : 'this number'
      }</small></div>
    <span class="tevent__space"></span>
    <span class="chip chip--ok">${count('delivered')} delivered</span>
    ${retrying > 0 && html`<span class="chip chip--warn">${retrying} retrying</span>`}
    ${waiting > 0 && html`<span class="chip chip--plain">${waiting} waiting</span>`}
    ${lost > 0 && html`<span class="chip chip--bad">${lost} given up</span>`}`;
}
