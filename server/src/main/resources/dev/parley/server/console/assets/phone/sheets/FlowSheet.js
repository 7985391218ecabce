// A flow: what the message says of it, and an answer written by hand. Its screens are not drawn.
import { html, useId, useState } from '../../html.js';
import * as Icon from '../../icons.js';
import { usePhone } from '../context.js';
import { ActionButton, Sheet } from '../Sheet.js';

/** @param parameters of a template's button; left out where the message is a flow itself */
export function FlowSheet({ message, parameters: ofButton, closing }) {
  const { store, wa, number, blocked, closeSheets } = usePhone();
  const [text, setText] = useState('{\n  \n}');
  const { answer, problem } = read(text);
  const problemId = useId();
  const parameters = ofButton ?? message.interactive?.action.parameters ?? {};
  const send = () => {
    closeSheets();
    store.answerFlow(wa, number.id, message.id, answer);
  };
  const foot = html`<${ActionButton} onClick=${send} disabled=${blocked || Boolean(problem)}
    icon=${html`<${Icon.Send} size=${20} />`}>${blocked ? 'Unblock to send' : 'Send answer'}<//>`;
  return html`<${Sheet} title=${parameters.flow_cta ?? 'Flow'} size="tall" closing=${closing}
      foot=${foot}>
    <dl class="ph-facts">${facts(parameters).map(
      ([label, value]) => html`<div key=${label}><dt>${label}</dt><dd>${value}</dd></div>`,
    )}</dl>
    <label class="ph-field ph-field--code" data-wrong=${Boolean(problem)}>
      <span>Answer (JSON)</span>
      <textarea rows="6" spellcheck="false" autocapitalize="off" value=${text}
        aria-invalid=${problem ? 'true' : undefined} aria-describedby=${problemId}
        onInput=${(e) => setText(e.target.value)}></textarea></label>
    <p class="ph-form__problem" id=${problemId} role="status">${problem}</p>
    <p class="ph-fine">The screens of flows are not drawn here yet. What the last one would answer
      is written above; the token is added to it.</p><//>`;
}

function facts(parameters) {
  const payload = parameters.flow_action_payload ?? {};
  return [
    parameters.flow_id ? ['Flow id', parameters.flow_id] : ['Flow', parameters.flow_name],
    ['Mode', parameters.mode ?? 'published'],
    [
      'Opens with',
      parameters.flow_action === 'data_exchange' ? 'data of the endpoint' : 'a screen',
    ],
    ['Screen', payload.screen],
    ['Data', payload.data && html`<code>${asText(payload.data)}</code>`],
    ['Token', parameters.flow_token ?? 'unused'],
  ].filter(([, value]) => value);
}

const asText = (data) => (typeof data === 'string' ? data : JSON.stringify(data, null, 2));

function read(text) {
  try {
    const answer = JSON.parse(text);
    if (answer !== null && typeof answer === 'object' && !Array.isArray(answer)) return { answer };
    return { problem: 'An answer is an object: { "field": "value" }' };
  } catch (error) {
    return { problem: error.message };
  }
}
