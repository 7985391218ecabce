// Shared places and contacts.
import { html } from '../../html.js';
import { usePhone } from '../context.js';
import { contactNames } from '../describe.js';
import { MapView } from '../map.js';
import { MapSheet } from '../sheets/MapSheet.js';
import { ContactSheet } from '../sheets/ContactSheet.js';

export function locationParts(message) {
  const { location } = message;
  const named = location.name || location.address;
  return {
    wide: true,
    flush: !named,
    body: (room) => html`<${MapTile} location=${location} />
      ${
        named &&
        html`<div class="ph-place"><a class="ph-place__name">${location.name}</a>
        <div class="ph-small">${location.address}${room}</div></div>`
      }`,
  };
}

export function MapTile({ location }) {
  const { openSheet } = usePhone();
  const at = { latitude: Number(location.latitude), longitude: Number(location.longitude) };
  return html`<button class="ph-maptile"
    aria-label=${`Open map${location.name ? ` of ${location.name}` : ''}`}
      onClick=${() => openSheet(MapSheet, { location })}><${MapView} center=${at} pin=${at} small />
        </button>`;
}

export function contactsParts(message) {
  const { contacts = [] } = message;
  return {
    wide: true,
    body: (
      room,
    ) => html`<div class="ph-contact"><span class="ph-contact__face">${initial(contacts[0])}</span>
      <span class="ph-contact__name">${contactNames(contacts)}</span></div><div class="ph-text">
      ${room}</div>`,
    foot: html`<${ContactRows} contacts=${contacts} />`,
  };
}

export const initial = (contact) => [...(contact?.name?.formatted_name ?? '?')][0].toUpperCase();

function ContactRows({ contacts }) {
  const { openSheet } = usePhone();
  const reachable = contacts[0]?.phones?.some((p) => p.wa_id);
  const open = () => openSheet(ContactSheet, { contacts });
  if (contacts.length > 1) return html`<button class="ph-row" onClick=${open}>View all</button>`;
  return html`<div class="ph-row-pair">
    <button class="ph-row" onClick=${open}>${reachable ? 'Message' : 'Invite'}</button>
    <button class="ph-row" onClick=${open}>Add contact</button></div>`;
}
