// A shared place, large.
import { html } from '../../html.js';
import { addressAt, shown } from '../geo.js';
import { MapView } from '../map.js';
import { Sheet } from '../Sheet.js';

export function MapSheet({ location, closing }) {
  const at = { latitude: Number(location.latitude), longitude: Number(location.longitude) };
  return html`<${Sheet} title=${location.name ?? 'Location'} size="tall" closing=${closing}>
    <div class="ph-pinmap ph-pinmap--tall"><${MapView} center=${at} pin=${at} /></div>
    <div class="ph-link"><p>${location.address ?? addressAt(at)}</p><p class="ph-small">
    ${shown(at.latitude)}, ${shown(at.longitude)}</p></div><//>`;
}
