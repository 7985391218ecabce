// What can be done to a template from where it stands, and what is known of it.
import { html } from '../html.js';
import { Menu } from './popup.js';
import { Icon } from './icons.js';
import { CATEGORIES, QUALITIES, REASONS, words } from './standing.js';
import { clockTime, day } from './times.js';

/** Statuses that nobody's decision changes any more. */
const GONE = ['DELETED', 'PENDING_DELETION'];

export function TemplateOrders({ store, template }) {
  const order = (body) => store.reviewTemplate(template.id, body);
  return html`<div class="treview__orders">
    <${Facts} template=${template} />
    ${!GONE.includes(template.status) && html`
      <${Decision} template=${template} order=${order} />
      <${Choice} label="Quality" of=${QUALITIES} now=${template.quality}
        choose=${(quality) => order({ quality })} />
      <${Pacing} template=${template} order=${order} />`}
  </div>`;
}

function Facts({ template }) {
  const facts = [
    ['Id', html`<span class="mono">${template.id}</span>`],
    ['Language', template.language],
    ['Category', words(template.category)],
    template.correct_category &&
      template.correct_category !== template.category && [
        'Becomes',
        `${words(template.correct_category)}${at(template.category_update_at)}`,
      ],
    ['Status', `${words(template.status)}${reason(template)}${at(template.paused_until, 'until')}`],
    template.deletion_at && ['Deleted', at(template.deletion_at, 'at').trim()],
    template.held > 0 && ['Held messages', template.held],
  ];
  return html`<dl class="tfacts">${facts
    .filter(Boolean)
    .map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

const reason = ({ status, rejected_reason: why }) =>
  status === 'REJECTED' && why && why !== 'NONE' ? `: ${words(why).toLowerCase()}` : '';

const at = (instant, word = 'at') => (instant ? ` ${word} ${day(instant)}, ${clockTime(instant)}` : '');

function Decision({ template, order }) {
  const { status } = template;
  const approved = status === 'APPROVED';
  return html`<div class="treview__row">
    ${!approved && html`<button type="button" class="tbtn tbtn--fill"
      onClick=${() => order({ status: 'APPROVED' })}><${Icon} name="check" />
      ${status === 'PAUSED' ? 'End the pause' : 'Approve'}</button>`}
    ${status !== 'REJECTED' && html`<${Menu} label="Reject with a reason" className="tbtn"
      align="start" face=${html`Reject<${Icon} name="chevron" size=${14} />`}
      items=${REASONS.map((why) => ({
        label: words(why),
        run: () => order({ status: 'REJECTED', reason: why }),
      }))} />`}
    ${approved && html`<button type="button" class="tbtn"
      onClick=${() => order({ status: 'PAUSED' })}>Pause</button>`}
    <${Menu} label="More decisions" className="tbtn tbtn--icon" align="start"
      face=${html`<${Icon} name="dots" size=${18} />`} items=${[
        ...others(template).map((category) => ({
          label: `Make it ${words(category)} now`,
          run: () => order({ category }),
        })),
        'line',
        ...others(template).map((category) => ({
          label: `Announce ${words(category)}`,
          hint: 'a notice first',
          run: () => order({ correct_category: category }),
        })),
        'line',
        { label: 'Archive', run: () => order({ status: 'ARCHIVED' }) },
        {
          label: 'Disable',
          danger: true,
          run: () => order({ status: 'DISABLED' }),
        },
      ]} />
  </div>`;
}

const others = (template) => CATEGORIES.filter((category) => category !== template.category);

function Choice({ label, of, now, choose }) {
  return html`<div class="treview__row"><span class="treview__label">${label}</span>
    <div class="tseg" role="group" aria-label=${label}>
      ${of.map(
        (value) => html`<button type="button" key=${value} aria-pressed=${value === now}
          class=${value === now ? 'is-on' : ''} onClick=${() => choose(value)}>${words(value)}
        </button>`,
      )}
    </div></div>`;
}

/** Holds messages back while the quality of a template is watched. */
function Pacing({ template, order }) {
  const holding = template.pacing === 'holding';
  if (!holding && template.status !== 'APPROVED') return null;
  return html`<div class="treview__row"><span class="treview__label">Pacing</span>
    <div class="tseg" role="group" aria-label="Pacing">
      ${!holding && html`<button type="button" title="Messages are accepted, and wait"
        onClick=${() => order({ pacing: 'hold' })}>Hold messages</button>`}
      ${holding && html`<button type="button" title="All held messages go out"
        onClick=${() => order({ pacing: 'release' })}>Release</button>
      <button type="button" title="All held messages fail with 132015, the template is paused"
        onClick=${() => order({ pacing: 'drop' })}>Drop</button>`}
    </div></div>`;
}
