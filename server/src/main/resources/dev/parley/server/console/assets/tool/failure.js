// Why a message failed or a call was refused, and what helps.
import { html, useState } from '../html.js';
import { helloWorldCurl } from './curl.js';
import { explained } from './explain.js';
import { nameOf } from './face.js';
import { Icon } from './icons.js';
import { Dialog } from './popup.js';
import { Command } from './wire.js';

/** @param {{error: object, lastWrote?: string}} props `error`: `{code, title, details}` */
export function FailureCard({ store, error, handset, number, lastWrote }) {
  const [template, setTemplate] = useState(false);
  const name = nameOf(handset);
  const { title, code, why, more, remedies } = explained(error, { name, lastWrote });
  const write = () => store.sendText(handset.wa_id, number.id, 'Hi');
  return html`<section class="tfail" aria-label="Why it failed">
    <header class="tfail__head"><${Icon} name="warning" size=${18} /><h3>${title}</h3><code>
      ${code}</code></header>
    <div class="tfail__body">
      <p>${why}</p>
      ${more && html`<p class="tfail__more">${more}</p>`}
      ${remedies.length > 0 && html`<div class="tfail__do">
        ${remedies.includes('write') && html`<button type="button" class="tbtn tbtn--fill"
            onClick=${write}
          title=${`Sends “Hi” from ${name}’s phone`}><${Icon}
          name="message" />Let ${name} write</button>`}
        ${remedies.includes('template') && html`<button type="button" class="tbtn"
            onClick=${() => setTemplate(true)}><${Icon} name="template" />Send a template</button>`}
      </div>`}
    </div>
    ${template && html`<${Dialog} title="Send a template" wide onClose=${() => setTemplate(false)}>
      <p>Templates get through at any time. This one is there from the start; when ${name}
        answers it, the window is open again.</p>
      <${Command} store=${store} title="hello_world" command=${helloWorldCurl(number, handset)} />
    <//>`}
  </section>`;
}

/** A refused call: the code, the sentence a client sees, and every problem with its path. */
export function RefusalCard({ call, onGo }) {
  const answer = refusalOf(call);
  const problems = call.problems ?? [];
  return html`<section class="tfail" aria-label="Why it was refused">
    <header class="tfail__head"><${Icon} name="warning" size=${18} /><h3>${answer.title}</h3><code>
      ${answer.code ?? call.status}</code></header>
    <div class="tfail__body">
      ${answer.details && html`<p>${answer.details}</p>`}
      ${problems.length > 0
          ? html`<ul class="tproblems">${problems.map(
              (p) => html`<li><button type="button"
            title="Show it in the body" onClick=${() => onGo(p.path)}>
              ${p.path}</button> ${p.problem}</li>`,
            )}</ul>`
          : !answer.details && html`<p>Nothing was sent. “Answer” shows what the bot got.</p>`}
    </div>
  </section>`;
}

/** Title, code and details from any of the shapes an answer may have: Graph's and 360dialog's. */
export function refusalOf(call) {
  const error = call.answer?.error;
  const meta = call.answer?.meta;
  if (error && typeof error === 'object') {
    return {
      title: String(error.message ?? 'Refused').replace(/^\(#\d+\) /, ''),
      code: error.code,
      details: error.error_data?.details,
    };
  }
  return {
    title:
      meta?.developer_message ?? (typeof error === 'string' ? error : `Answered ${call.status}`),
    code: meta?.http_code,
  };
}
