// "View response": what was answered in a flow, field by field.
import { html } from '../../html.js';
import { Sheet } from '../Sheet.js';

/** Members of an answer that are the flow's own, not the user's. */
const NOT_SHOWN = new Set(['flow_token']);

export function AnswerSheet({ json, closing }) {
  const fields = Object.entries(read(json)).filter(([name]) => !NOT_SHOWN.has(name));
  return html`<${Sheet} title="Response" closing=${closing}>
    ${
      fields.length
        ? html`<dl class="ph-facts">${fields.map(
            ([name, value]) =>
              html`<div key=${name}><dt>${name}</dt><dd>${
                value !== null && typeof value === 'object'
                  ? html`<code>${JSON.stringify(value, null, 2)}</code>`
                  : String(value)
              }</dd></div>`,
          )}</dl>`
        : html`<p class="ph-hint">It holds no fields.</p>`
    }<//>`;
}

function read(json) {
  try {
    const answer = JSON.parse(json);
    return answer !== null && typeof answer === 'object' ? answer : { answer };
  } catch {
    return { answer: json };
  }
}
