// Templates. The server renders what it knows of the definition (`message.rendered`); the values
// that were sent are filled in here. Where the definition is unknown the template's name, its
// values and its buttons are shown as far as the message tells.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';
import { formatted } from '../format.js';
import { usePhone } from '../context.js';
import { bodyText, buttonsOf, cardsOfTemplate, headerOf, offerOf } from '../template.js';
import { Cards } from './carousel.js';
import { Header } from './header.js';
import { wholeCatalog } from './commerce.js';
import { CallSheet } from '../sheets/CallSheet.js';
import { LinkSheet } from '../sheets/LinkSheet.js';
import { OptionsSheet } from '../sheets/OptionsSheet.js';
import { ProductsSheet } from '../sheets/ProductsSheet.js';

/** More buttons than this go into the sheet "See all options". */
const ROWS_MAX = 3;

export function templateParts(message) {
  const buttons = buttonsOf(message);
  const cards = cardsOfTemplate(message);
  const footer = message.rendered?.footer;
  const header = headerOf(message);
  return {
    wide: true,
    body: (room) => html`<${Header} header=${header} message=${message} />
      <${Offer} offer=${offerOf(message)} />
      <div class="ph-text">${formatted(bodyText(message), footer ? null : room)}</div>
      ${footer && html`<div class="ph-footer">${footer}${room}</div>`}`,
    foot: buttons.length > 0 && html`<${TemplateRows} message=${message} buttons=${buttons} />`,
    below: cards.length > 0 && html`<${Cards} message=${message} cards=${cards} />`,
  };
}

const UNTIL = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

function Offer({ offer }) {
  if (!offer) return null;
  return html`<div class="ph-kind"><span class="ph-kind__mark"><${Icon.Tag} size=${22} /></span>
    <span><b>${offer.text ?? 'Limited offer'}</b>
    ${offer.expires && html`<small>Ends ${UNTIL.format(new Date(offer.expires))}</small>`}</span>
    </div>`;
}

function TemplateRows({ message, buttons }) {
  const { openSheet } = usePhone();
  const shown = buttons.length > ROWS_MAX ? buttons.slice(0, ROWS_MAX - 1) : buttons;
  return html`${shown.map(
    (button, i) => html`<${TemplateButton} key=${i} message=${message}
    button=${button} />`,
  )}
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
  VOICE_CALL: Icon.Phone,
  COPY_CODE: Icon.Copy,
  OTP: Icon.Copy,
  CATALOG: Icon.Store,
  MPM: Icon.Store,
  SPM: Icon.Store,
  FLOW: Icon.Flow,
  ORDER_DETAILS: Icon.Receipt,
  REQUEST_CONTACT_INFO: Icon.Person,
};

/** @param done closes the sheet that the button stands in; left out where it stands in a bubble */
export function TemplateButton({ message, button, done }) {
  const { store, wa, number, blocked, openSheet, replaceSheet, say } = usePhone();
  const KindIcon = ICONS[button.kind] ?? Icon.Reply;
  const open = done ? replaceSheet : openSheet;
  const copy = (text) =>
    navigator.clipboard?.writeText(text).then(
      () => say('Code copied'),
      () => say('The browser does not allow copying here'),
    );
  const press = () => {
    switch (button.kind) {
      case 'QUICK_REPLY':
        done?.();
        if (blocked) return say('Unblock this business to answer it');
        return store.tap(wa, number.id, message.id, button.id);
      case 'URL':
        return open(LinkSheet, { message, url: button.url, label: button.text });
      case 'COPY_CODE':
      case 'OTP':
        done?.();
        return copy(button.code ?? '');
      case 'CATALOG':
      case 'MPM':
        return open(ProductsSheet, { message, sectionsOf: wholeCatalog });
      case 'PHONE_NUMBER':
      case 'VOICE_CALL':
        return open(CallSheet, { message });
      default:
        done?.();
        return say(`“${button.text}” can’t be used here yet`);
    }
  };
  return html`<button class="ph-row" onClick=${press}><${KindIcon} size=${18} />${button.text}
    </button>`;
}
