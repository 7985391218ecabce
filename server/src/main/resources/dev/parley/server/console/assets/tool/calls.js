// The bot's API calls as they came, the refused ones with what is wrong in them.
import { html, useMemo, useState } from '../html.js';
import { useStore } from '../store.js';
import { curlOfCall } from './copying.js';
import { DetailFrame } from './detail.js';
import { RefusalCard, refusalOf } from './failure.js';
import { JsonView } from './jsonview.js';
import { Menu } from './popup.js';
import { Icon } from './icons.js';
import { StatusChip, moveInList, shortPath } from './rows.js';
import { selectCall, useSelected } from './selection.js';
import { clockTime, preciseTime, took } from './times.js';
import { Command } from './wire.js';
import { sendCurl } from './curl.js';

const CALLS_SHOWN_MAX = 300;
export const CALL_SCOPES = { chat: 'This chat', refused: 'Refused', all: 'All calls' };

export const isRefused = (call) => call.status >= 400;

/** A call without a chat (a wrong key, a body that is not JSON) is shown in every chat. */
export function callsOf(calls, scope, number, waId, search = '') {
  const part = search.toLowerCase();
  return calls.filter((call) => {
    if (scope === 'refused' && !isRefused(call)) return false;
    if (
      scope !== 'all' &&
      ((call.number && call.number !== number) || (call.chat && call.chat !== waId))
    )
      return false;
    return (
      !part ||
      JSON.stringify([call.method, call.path, call.status, call.body, call.answer])
        .toLowerCase()
        .includes(part)
    );
  });
}

export function CallScope({ scope, onScope }) {
  return html`<${Menu} label=${`Calls: ${CALL_SCOPES[scope]}`} className="tbtn tbtn--small"
    face=${html`${CALL_SCOPES[scope]}<${Icon} name="chevron" size=${14} />`}
    items=${Object.entries(CALL_SCOPES).map(([id, label]) => ({
      label,
      checked: id === scope,
      run: () => onScope(id),
    }))} />`;
}

/** What the bot asked for, in a word: the type of the message, or the path says it. */
function callNote(call) {
  const body = call.body;
  if (!body || typeof body !== 'object') return '';
  if (body.status === 'read') return body.typing_indicator ? 'read, typing' : 'read';
  return [body.type, body[body.type]?.type].filter((t) => typeof t === 'string').join(' ');
}

export function Calls({ store, calls, brief }) {
  const selected = useStore(store, (s) => s.selectedCall);
  const { handset, number } = useSelected(store);
  const shown = calls.slice(-CALLS_SHOWN_MAX);
  if (shown.length === 0) {
    return html`<div class="tlist tlist--empty"><div class="tempty">
      <b>The bot has not called yet</b>
      <p>Each call to the API appears here with its answer, the refused ones with every
        problem in its place.</p>
      <${Command} store=${store} title="A first call" command=${sendCurl({
        number,
        body: {
          messaging_product: 'whatsapp',
          to: handset?.wa_id ?? '15550100101',
          type: 'text',
          text: { body: 'Good evening!' },
        },
      })} /></div></div>`;
  }
  return html`<div class="tlist" role="listbox" aria-label="API calls, newest first"
      onKeyDown=${moveInList}>
    ${shown.toReversed().map(
      (call, i) => html`<div key=${call.id} role="option"
        data-call=${call.id} aria-selected=${call.id === selected}
        class=${`tevent tevent--call ${call.id === selected ? 'is-selected' : ''}`}
        tabindex=${call.id === selected || (!selected && i === 0) ? 0 : -1}
        title=${`${call.method} ${call.path}`} onClick=${() => selectCall(store, call)}>
      <time class="tevent__time mono">${brief ? clockTime(call.at) : preciseTime(call.at)}</time>
      <span class="tevent__title mono">${call.method} ${shortPath(call.path)}</span>
      <span class="tevent__note">${isRefused(call) ? refusalOf(call).title : callNote(call)}</span>
      <span class="tevent__space"></span>
      ${call.problems?.length > 0 &&
        !brief && html`<span class="thint">
        ${call.problems.length === 1 ? '1 problem' : `${call.problems.length} problems`}</span>`}
      <${StatusChip} status=${call.status} tone=${call.status >= 500 ? 'bad' : undefined} /><span
          class="tms">${took(call.ms)}</span>
    </div>`,
    )}
  </div>`;
}

const CALL_TABS = [
  { id: 'request', label: 'Request' },
  { id: 'answer', label: 'Answer' },
  { id: 'headers', label: 'Headers' },
];

export function CallDetail({ store, call, onBack }) {
  const { number: selected } = useSelected(store);
  const [numbers] = useStore(store, (s) => [s.numbers]);
  const number = numbers.find((n) => n.id === call.number) ?? selected;
  const [tab, setTab] = useState('request');
  const [goTo, setGoTo] = useState(null);
  const marks = useMemo(() => call.problems ?? [], [call]);
  const json = { request: call.body, answer: call.answer, headers: call.request_headers }[tab];
  return html`<${DetailFrame} store=${store} title=${`${call.method} ${shortPath(call.path)}`}
      tabs=${CALL_TABS} tab=${tab} onTab=${setTab}
      json=${json} command=${curlOfCall(call, number)} loud=${!isRefused(call)} onBack=${onBack}>
    ${isRefused(call) && tab === 'request' && html`<${RefusalCard} call=${call}
      onGo=${(path) => setGoTo({ path })} />`}
    ${json === undefined || json === null || json === ''
        ? html`<p class="tnote">
            ${tab === 'request' ? 'The call had no body.' : 'Nothing is known of it.'}</p>`
        : typeof json === 'string'
          ? html`<pre class="tjson tjson--raw mono" tabindex="0" aria-label="Body, not JSON">
          ${json}</pre>`
          : html`<${JsonView} key=${`${call.id}:${tab}`} store=${store} json=${json}
            label=${tab === 'request' ? 'Request' : 'Answer'}
            marks=${tab === 'request' ? marks : NO_MARKS} goTo=${goTo} />`}
  <//>`;
}

const NO_MARKS = [];
