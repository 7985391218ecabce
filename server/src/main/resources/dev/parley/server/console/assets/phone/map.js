// The drawn map. It shows the sandbox's own town, repeated as a pattern, around a centre; nothing
// is loaded from anywhere.
import { html, useId } from '../html.js';
import { TILE, toPx } from './geo.js';

/**
 * @param center what lies in the middle; @param pin where the pin stands, when this view draws it
 */
export function MapView({ center, pin, small = false }) {
  const id = useId();
  const at = toPx(center);
  const mark = pin && toPx(pin);
  return html`<div class="ph-map"><svg class="ph-map__land" width="100%" height="100%"
    aria-hidden="true">
      <defs><pattern id=${id} width=${TILE.width} height=${TILE.height}
        patternUnits="userSpaceOnUse"><${Town} labels=${!small} /></pattern></defs>
      <svg x="50%" y="50%" overflow="visible"><rect x="-2000" y="-2000" width="4000" height="4000"
        transform=${`translate(${-at.x} ${-at.y})`} fill="none" />
        <g transform=${`translate(${-at.x} ${-at.y})`}><rect x=${at.x - 1500} y=${at.y - 1500}
          width="3000" height="3000" fill=${`url(#${id})`} /></g></svg>
    </svg>
    ${mark && html`<span class="ph-map__pin"
      style=${{ transform: `translate(${mark.x - at.x}px, ${mark.y - at.y}px)` }}>
        <${PinMark} size=${small ? 30 : 40} /></span>`}
  </div>`;
}

export const PinMark = ({
  size = 40,
}) => html`<svg width=${size * 0.8} height=${size} viewBox="0 0 32 40" aria-hidden="true">
  <ellipse cx="16" cy="37.5" rx="8" ry="2.5" fill="#000" opacity=".28" />
  <path d="M16 36C9 27 2.5 21.5 2.5 14.500a13.5 13.5 0 0 1 27 0C29.5 21.5 23 27 16 36z"
    fill="var(--map-pin)" stroke="#fff" stroke-width="1.2" />
  <circle cx="16" cy="14" r="5" fill="#fff" /></svg>`;

/** One tile. Roads leave it where they enter it again on the other side. */
function Town({ labels }) {
  return html`<rect width="480" height="360" fill="var(--map-land)" />
    ${BLOCKS.map(([x, y, w, h]) => html`<rect x=${x} y=${y} width=${w} height=${h} rx="2"
      fill="var(--map-block)" />`)}
    <path d="M0 292C90 306 160 292 240 282S400 274 480 292V340C400 326 330 330 240 336S90 356 0 340Z" fill="var(--map-water)" />
    <path d="M150 200L356 194 361 250Q250 258 148 264Z" fill="var(--map-park)" />
    <ellipse cx="262" cy="228" rx="25" ry="11" fill="var(--map-water)"
      transform="rotate(-6 262 228)" />
    <path d="M152 222Q210 254 262 246T360 214" fill="none" stroke="var(--map-land)"
      stroke-width="4" />
    ${TREES.map(([x, y, r]) => html`<circle cx=${x} cy=${y} r=${r} fill="var(--map-tree)" />`)}
    ${road('M0 80Q240 70 480 80', 9, 'road')}${road('M0 190Q140 194 240 188T480 190', 8, 'road')}
    ${road('M32 0V80L40 190 34 276V286', 7, 'road')}${road('M34 336V360', 7, 'road')}
    ${road('M238 0V74L248 188', 7, 'road')}${road('M352 0L362 76 370 188 376 258', 8, 'road')}
    ${road('M448 76L452 190 454 264', 7, 'road')}
    ${road('M0 270C120 278 200 264 300 254S420 256 480 270', 15, 'main')}
    ${road('M112 0Q122 90 132 190T136 284 112 360', 15, 'main')}
    ${
      labels &&
      html`<g font-size="10" fill="var(--map-label)" stroke="var(--map-land)" stroke-width="2.5"
        paint-order="stroke" stroke-linejoin="round">
      <text x="170" y="78" transform="rotate(-1 170 78)">Mill Street</text>
      <text x="292" y="193">Lantern Row</text>
      <text transform="translate(124 104) rotate(84)">Harbour Road</text>
      <text transform="translate(362 100) rotate(85)">Kiln Lane</text>
      <text x="66" y="275">Quayside</text><text x="290" y="236" font-weight="500">Fig Green</text>
      <text transform="translate(32 96) rotate(86)">Ferry Lane</text></g>
      <text x="290" y="301" font-size="10" font-style="italic"
        fill="var(--map-label)">Old Canal</text>`
    }`;
}

const road = (
  d,
  width,
  kind,
) => html`<path d=${d} fill="none" stroke=${`var(--map-${kind}-edge)`}
  stroke-width=${width + 1.5} />
  <path d=${d} fill="none" stroke=${`var(--map-${kind})`} stroke-width=${width} />`;

/** Houses in rows between the roads: `[x, y, width, height]`. */
const BLOCKS = [
  ...row(50, 12, 3, 20),
  ...row(50, 34, 3, 26),
  ...row(150, 8, 5, 22),
  ...row(150, 34, 4, 24),
  ...row(258, 10, 5, 18),
  ...row(262, 34, 4, 28),
  ...row(376, 10, 5, 24),
  ...row(378, 40, 4, 20),
  ...row(50, 92, 3, 26),
  ...row(52, 124, 3, 34),
  ...row(160, 94, 4, 18),
  ...row(160, 116, 3, 40),
  ...row(258, 92, 4, 30),
  ...row(262, 136, 4, 20),
  ...row(384, 92, 3, 38),
  ...row(386, 138, 3, 24),
  ...row(464, 96, 1, 30),
  ...row(464, 140, 1, 26),
  ...row(6, 100, 1, 40),
  ...row(54, 206, 3, 26),
  ...row(54, 236, 3, 22),
  ...row(386, 206, 3, 26),
  ...row(388, 234, 3, 16),
  ...row(464, 208, 1, 36),
  ...row(4, 210, 1, 44),
];

/** A row of n houses, each a little different so that the town does not look stamped. */
function row(x, y, n, height) {
  let left = x;
  return Array.from({ length: n }, (_, i) => {
    const width = 14 + ((x * 7 + y * 3 + i * 11) % 9);
    const house = [left, y + ((i * 5 + x) % 4), width, height - ((i * 7 + y) % 8)];
    left += width + 3;
    return house;
  });
}

const TREES = [
  [172, 214, 7],
  [188, 206, 5],
  [196, 226, 6],
  [170, 240, 5],
  [184, 246, 7],
  [208, 250, 6],
  [226, 208, 6],
  [250, 210, 5],
  [296, 206, 7],
  [314, 202, 6],
  [338, 206, 7],
  [344, 226, 8],
  [338, 240, 6],
  [318, 244, 5],
  [292, 248, 5],
];
