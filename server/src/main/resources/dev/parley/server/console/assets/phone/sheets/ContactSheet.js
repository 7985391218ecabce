// Shared contacts with all that was sent of them.
import { html } from '../../html.js';
import { usePhone } from '../context.js';
import { Sheet } from '../Sheet.js';

export function ContactSheet({ contacts, closing }) {
  const { say } = usePhone();
  return html`<${Sheet} title=${contacts.length === 1 ? 'Contact' : `${contacts.length} contacts`}
    closing=${closing}>
    ${contacts.map(
      (
        c,
      ) => html`<div class="ph-who ph-who--contact"><span class="ph-contact__face">
        ${[...(c.name?.formatted_name ?? '?')][0]}</span>
      <span class="ph-choice__text"><span>${c.name?.formatted_name}</span>
        ${details(c).map((line) => html`<small>${line}</small>`)}</span>
      <button class="ph-outline ph-outline--small"
        onClick=${() => say('A handset keeps no contacts yet')}>Add</button></div>`,
    )}<//>`;
}

function details({ phones = [], emails = [], org, urls = [], addresses = [], birthday }) {
  return [
    [org?.title, org?.company].filter(Boolean).join(', '),
    ...phones.map((p) => p.phone),
    ...emails.map((e) => e.email),
    ...urls.map((u) => u.url),
    ...addresses.map((a) => [a.street, a.city, a.country].filter(Boolean).join(', ')),
    birthday,
  ].filter(Boolean);
}
