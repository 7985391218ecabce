// Answers a location request, or shares a place from the attach menu: a map with a pin to drag, the
// current location, coordinates, and the handset's named places.
import { html, useRef, useState } from '../../html.js';
import * as Icon from '../../icons.js';
import { usePhone } from '../context.js';
import { addressAt, distanceText, shown, toCoordinates, toPx, TOWN, typed } from '../geo.js';
import { MapView, PinMark } from '../map.js';
import { Sheet } from '../Sheet.js';

const ICONS = [Icon.Home, Icon.Briefcase, Icon.Tree];
/** One press of an arrow key moves the pin so far; with Shift ten times as far. */
const STEP_PX = 5;

/** @param message the request that is answered; without one the place is sent by itself */
export function LocationSheet({ message, closing }) {
  const { store, wa, number, handset, closeSheets } = usePhone();
  const places = handset.places ?? [];
  const current = places[0] ?? TOWN;
  const [pin, setPin] = useState(message || !places.length ? TOWN : current);
  const [center, setCenter] = useState(pin);
  const [query, setQuery] = useState(null);
  const goTo = (place) => {
    setPin(place);
    setCenter(place);
  };
  const send = (location) => {
    closeSheets();
    store.sendLocation(wa, number.id, message?.id, location);
  };
  const found = places.filter(
    (p) => !query || `${p.name} ${p.address}`.toLowerCase().includes(query.toLowerCase()),
  );
  const round = ({ latitude, longitude }) => ({
    latitude: Number(latitude.toFixed(6)),
    longitude: Number(longitude.toFixed(6)),
  });

  return html`<${Sheet} title="Send location" size="tall" closing=${closing}
      action=${html`<button class="ph-icon" aria-label="Search places"
        aria-expanded=${query !== null}
        onClick=${() => setQuery(query === null ? '' : null)}><${Icon.Search} size=${22} />
          </button>`}>
    ${
      query !== null &&
      html`<label class="ph-list__search ph-list__search--sheet"><${Icon.Search} size=${18} />
        <span class="sr">Search places</span>
      <input type="search" placeholder="Search your places" value=${query}
        ref=${(e) => e && !e.dataset.seen && ((e.dataset.seen = '1'), e.focus())}
        onInput=${(e) => setQuery(e.target.value)} /></label>`
    }
    ${
      !query &&
      html`<${PinMap} center=${center} pin=${pin} onMove=${setPin}
        onCurrent=${() => goTo(current)} />
    <${SendRow} icon=${Icon.Pin} title="Send this location" text=${addressAt(pin)}
      onClick=${() => send(round(pin))} />
    <${SendRow} icon=${Icon.Target} title="Send your current location"
      text=${`${current.name ?? addressAt(current)} · accurate to 12 m`}
        onClick=${() => send(round(current))} />
    <${Coordinates} pin=${pin} onChange=${goTo} />`
    }
    ${
      places.length > 0 &&
      html`<div class="ph-section"><h3>Named places</h3>
      ${found.map(
        (
          place,
          i,
        ) => html`<button class="ph-place-row" key=${place.name} onClick=${() => send(place)}>
        <span class="ph-place-row__icon"><${ICONS[places.indexOf(place) % ICONS.length]}
          size=${20} /></span>
        <span class="ph-choice__text"><span>${place.name}</span><small>${place.address}</small>
        </span>
        <span class="ph-place-row__far">${distanceText(pin, place)}</span></button>`,
      )}
      ${!found.length && html`<p class="ph-hint">No place is called “${query}”.</p>`}</div>`
    }
  <//>`;
}

function SendRow({ icon: RowIcon, title, text, onClick }) {
  return html`<button class="ph-place-row ph-place-row--send" onClick=${onClick}>
    <span class="ph-place-row__icon"><${RowIcon} size=${20} /></span>
    <span class="ph-choice__text"><span>${title}</span><small>${text}</small></span></button>`;
}

/** The map with its pin; the pin is dragged, or moved with the arrow keys. */
function PinMap({ center, pin, onMove, onCurrent }) {
  const drag = useRef(null);
  const [held, setHeld] = useState(false);
  const middle = toPx(center);
  const at = toPx(pin);
  const start = (e) => {
    e.currentTarget.setPointerCapture(e.pointerId);
    drag.current = { x: e.clientX, y: e.clientY, from: at };
    setHeld(true);
  };
  const move = (e) => {
    const d = drag.current;
    if (d) onMove(toCoordinates({ x: d.from.x + e.clientX - d.x, y: d.from.y + e.clientY - d.y }));
  };
  const end = () => {
    drag.current = null;
    setHeld(false);
  };
  const keys = (e) => {
    const step = STEP_PX * (e.shiftKey ? 10 : 1);
    const [dx, dy] =
      { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[
        e.key
      ] ?? [];
    if (dx === undefined) return;
    e.preventDefault();
    onMove(toCoordinates({ x: at.x + dx, y: at.y + dy }));
  };
  return html`<div class="ph-pinmap"><${MapView} center=${center} />
    <span class="ph-pinmap__hint" data-held=${held}>Drag the pin to the spot</span>
    <button class="ph-pinmap__pin" data-held=${held}
      aria-label=${`Pin at ${addressAt(pin)}. Arrow keys move it.`}
      style=${{ transform: `translate(${at.x - middle.x}px, ${at.y - middle.y}px)` }}
      onPointerDown=${start} onPointerMove=${move} onPointerUp=${end} onPointerCancel=${end}
        onKeyDown=${keys}><${PinMark} size=${52} /></button>
    <button class="ph-pinmap__current" aria-label="To your current location" onClick=${onCurrent}>
    <${Icon.Target} size=${22} /></button></div>`;
}

function Coordinates({ pin, onChange }) {
  const field = (label, key, limit) => html`<label class="ph-field"><span>${label}</span>
    <input inputmode="decimal" key=${pin[key]} defaultValue=${shown(pin[key])} onChange=${(e) => {
      const value = typed(e.target.value, limit);
      if (value === null) e.target.value = shown(pin[key]);
      else onChange({ latitude: pin.latitude, longitude: pin.longitude, [key]: value });
    }} /></label>`;
  return html`<div class="ph-fields">
    ${field('Latitude', 'latitude', 90)}${field('Longitude', 'longitude', 180)}</div>`;
}
