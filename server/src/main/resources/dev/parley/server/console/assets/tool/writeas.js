// Writing as the user without touching the phone: words, or any message as a webhook would show it.
import { html, useState } from '../html.js';
import { nameOf } from './face.js';
import { Icon } from './icons.js';
import { Popover } from './popup.js';

const EXAMPLE = JSON.stringify(
  { type: 'location', location: { latitude: 40.72814, longitude: -73.98832, name: 'Home' } },
  null,
  2,
);

export function WriteAs({ store, handset, number }) {
  const name = nameOf(handset);
  return html`<${Popover} label=${`Write as ${name}`} face=${html`<${Icon} name="message" /><span
      class="thead__write">Write as ${name}</span>`} panelClass="tpanel--write">
    ${(close) => html`<${WriteForm} store=${store} handset=${handset} number=${number}
        onDone=${close} />`}
  <//>`;
}

function WriteForm({ store, handset, number, onDone }) {
  const [asJson, setAsJson] = useState(false);
  const [text, setText] = useState('');
  const [json, setJson] = useState(EXAMPLE);
  const message = asJson
    ? parsed(json)
    : text.trim()
      ? { type: 'text', text: { body: text } }
      : null;
  const send = async (e) => {
    e?.preventDefault();
    if (message && (await store.sendMessage(handset.wa_id, number.id, message))) onDone();
  };
  const onKey = (e) => {
    if (e.key === 'Enter' && !e.shiftKey && !e.isComposing && (!asJson || e.ctrlKey || e.metaKey))
      send(e);
  };
  return html`<form class="tform" onSubmit=${send}>
    <div class="tseg tseg--fill" role="group" aria-label="Kind of message">
      <button type="button" aria-pressed=${!asJson} class=${asJson ? '' : 'is-on'}
          onClick=${() => setAsJson(false)}>Text</button>
      <button type="button" aria-pressed=${asJson} class=${asJson ? 'is-on' : ''}
          onClick=${() => setAsJson(true)}>Any message, as JSON</button>
    </div>
    ${asJson
        ? html`<textarea class="tarea mono" rows="8" aria-label="Message as JSON" spellcheck="false"
          value=${json} aria-invalid=${message === null}
          onInput=${(e) => setJson(e.target.value)} onKeyDown=${onKey}></textarea>
        <p class="tform__hint">As in a webhook, without from, id and timestamp.</p>`
        : html`<textarea class="tarea" rows="3" aria-label="Text" placeholder="Hi" value=${text}
          onInput=${(e) => setText(e.target.value)} onKeyDown=${onKey}></textarea>`}
    <div class="tform__row tform__row--end">
      <button type="submit" class="tbtn tbtn--fill"
          disabled=${!message}>Send from ${nameOf(handset)}’s phone</button>
    </div>
  </form>`;
}

function parsed(json) {
  try {
    const value = JSON.parse(json);
    return value && typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
