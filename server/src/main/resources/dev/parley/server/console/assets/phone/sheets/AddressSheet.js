// The address form: saved addresses to choose from, the country's fields, and beside each what the
// business found wrong with it.
import { html, useId, useRef, useState } from '../../html.js';
import { addressFields, addressLines, countryName } from '../address.js';
import { usePhone } from '../context.js';
import { ActionButton, arrowKeys, Sheet } from '../Sheet.js';

const NEW = '';

export function AddressSheet({ message, closing }) {
  const { store, wa, number, blocked, closeSheets } = usePhone();
  const asked = message.interactive.action.parameters ?? {};
  const saved = asked.saved_addresses ?? [];
  const [values, setValues] = useState(asked.values ?? {});
  const [wrong, setWrong] = useState(asked.validation_errors ?? {});
  const hasWrong = Object.keys(wrong).length > 0;
  const [chosen, setChosen] = useState(hasWrong ? NEW : (saved[0]?.id ?? NEW));
  const form = useRef(null);
  const fields = addressFields(asked.country, { ...values, ...wrong });
  const fill = (name, text) => {
    setValues((all) => ({ ...all, [name]: text }));
    setWrong(({ [name]: _, ...others }) => others);
  };
  const send = async () => {
    const card = saved.find((s) => s.id === chosen);
    const answer = await store.answerAddress(
      wa,
      number.id,
      message.id,
      card ? { values: card.value, saved_address_id: card.id } : { values: filled(values) },
    );
    if (!answer) return;
    if (!answer.problems) return closeSheets();
    setChosen(NEW);
    if (card) setValues(card.value);
    setWrong(answer.problems);
    requestAnimationFrame(() => form.current?.querySelector('[aria-invalid=true]')?.focus());
  };
  const foot = html`<${ActionButton} onClick=${send} disabled=${blocked}>
    ${blocked ? 'Unblock to send' : 'Send address'}<//>`;
  return html`<${Sheet} title="Provide address" size="tall" closing=${closing} foot=${foot}>
    ${
      saved.length > 0 &&
      html`<div class="ph-section" role="radiogroup" aria-label="Saved addresses"
        onKeyDown=${arrowKeys('[role=radio]')}><h3>Saved addresses</h3>
        ${saved.map(
          ({ id, value }) => html`<${Choice} key=${id} title=${value.name ?? value.address}
            lines=${addressLines(value)} chosen=${chosen === id}
            onChoose=${() => setChosen(id)} />`,
        )}
        <${Choice} title="Another address" lines=${[]} chosen=${chosen === NEW}
          onChoose=${() => setChosen(NEW)} /></div>`
    }
    ${
      chosen === NEW &&
      html`<div class="ph-form" ref=${form} role="group"
        aria-label=${`Address in ${countryName(asked.country)}`}>
        ${fields.map(
          (
            field,
          ) => html`<${Field} key=${field.name} field=${field} value=${values[field.name] ?? ''}
            problem=${wrong[field.name]} onInput=${(text) => fill(field.name, text)} />`,
        )}</div>
      <p class="ph-fine">${number.name} gets this address, and nothing else of yours.</p>`
    }<//>`;
}

const filled = (values) =>
  Object.fromEntries(Object.entries(values).filter(([, text]) => String(text).trim() !== ''));

function Choice({ title, lines, chosen, onChoose }) {
  return html`<button class="ph-choice" role="radio" aria-checked=${chosen}
    tabindex=${chosen ? 0 : -1} onClick=${onChoose}
    onFocus=${(e) => e.currentTarget.matches(':focus-visible') && onChoose()}>
    <span class="ph-choice__text"><span>${title}</span>${lines.map(
      (line) => html`<small>${line}</small>`,
    )}</span><i class="ph-radio" /></button>`;
}

/** Problems of a call begin small, since a path stands before them. */
const sentence = (problem) => problem[0].toUpperCase() + problem.slice(1);

function Field({ field, value, problem, onInput }) {
  const id = useId();
  return html`<div class="ph-form__field" data-wide=${Boolean(field.wide)}>
    <label class="ph-field" data-wrong=${Boolean(problem)}><span>${field.label}</span>
      <input value=${value} inputmode=${field.mode} maxlength=${field.limit} autocomplete="off"
        data-field=${field.name} aria-invalid=${problem ? 'true' : undefined}
        aria-describedby=${problem ? id : undefined}
        onInput=${(e) => onInput(e.target.value)} /></label>
    ${problem && html`<p class="ph-form__problem" id=${id}>${sentence(problem)}</p>`}</div>`;
}
