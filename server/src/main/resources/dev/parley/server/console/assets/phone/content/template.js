// Templates. The server renders header, body and footer (`message.rendered`); what it does not
// render yet is shown by its name and parameters.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';
import { formatted } from '../format.js';
import { usePhone } from '../context.js';
import { Header } from './interactive.js';
import { LinkSheet } from '../sheets/LinkSheet.js';
import { OptionsSheet } from '../sheets/OptionsSheet.js';

/** More buttons than this go into the sheet "See all options". */
const ROWS_MAX = 3;

export function templateParts(message) {
  const words = message.rendered ?? { body: bare(message.template) };
  const header =
    typeof words.header === 'string' ? { type: 'text', text: words.header } : words.header;
  const buttons = words.buttons ?? [];
  return {
    wide: true,
    body: (room) => html`<${Header} header=${header} />
      <div class="ph-text">${formatted(words.body ?? '', words.footer ? null : room)}</div>
      ${words.footer && html`<div class="ph-footer">${words.footer}${room}</div>`}`,
    foot: buttons.length > 0 && html`<${TemplateRows} message=${message} buttons=${buttons} />`,
  };
}

function TemplateRows({ message, buttons }) {
  const { openSheet } = usePhone();
  const shown = buttons.length > ROWS_MAX ? buttons.slice(0, ROWS_MAX - 1) : buttons;
  return html`${shown.map((button, i) => html`<${TemplateButton} key=${i} message=${message}
    button=${button} index=${i} />`)}
    ${
      shown.length < buttons.length &&
      html`<button class="ph-row"
        onClick=${() => openSheet(OptionsSheet, { message, buttons, Button: TemplateButton })}>
      <${Icon.List} size=${20} />See all options</button>`
    }`;
}

const ICONS = {
  QUICK_REPLY: Icon.Reply,
  URL: Icon.Out,
  PHONE_NUMBER: Icon.Phone,
  COPY_CODE: Icon.Copy,
  CATALOG: Icon.Store,
  FLOW: Icon.Flow,
};

export function TemplateButton({ message, button, index, done = () => {} }) {
  const { store, wa, number, openSheet, say } = usePhone();
  const kind = (button.type ?? '').toUpperCase();
  const KindIcon = ICONS[kind] ?? Icon.Reply;
  const press = () => {
    done();
    switch (kind) {
      case 'QUICK_REPLY':
        return store.tap(wa, number.id, message.id, button.id ?? button.payload ?? String(index));
      case 'URL':
        return openSheet(LinkSheet, { message, url: button.url, label: button.text });
      case 'COPY_CODE':
        return navigator.clipboard
          ?.writeText(button.code ?? button.example ?? '')
          .then(() => say('Code copied'));
      default:
        return say(`“${button.text}” can’t be used here yet`);
    }
  };
  return html`<button class="ph-row" onClick=${press}><${KindIcon} size=${18} />${button.text}
    </button>`;
}

/** The template's name and the values put into it. */
function bare(template) {
  const values = (template?.components ?? [])
    .flatMap((c) => c.parameters ?? [])
    .map((p) => p.text)
    .filter(Boolean);
  return [`Template *${template?.name}*`, ...values.map((v) => `- ${v}`)].join('\n');
}
