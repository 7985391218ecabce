// Our own icons: a 24 grid, stroke 1.8, round ends. Each is a function of `{size}` in px; they
// carry no name of their own, since the control around them has one.
import { html } from './html.js';

/** @param {string} d path data, several paths divided by `|` */
const line =
  (d, { width = 1.8 } = {}) =>
  ({ size = 24, ...rest }) => html`<svg width=${size}
    height=${size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width=${width}
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" ...${rest}>
  ${d.split('|').map((path) => html`<path d=${path} />`)}</svg>`;

const solid =
  (d) =>
  ({ size = 24, ...rest }) => html`<svg width=${size} height=${size}
    viewBox="0 0 24 24" fill="currentColor" aria-hidden="true" ...${rest}>
  ${d.split('|').map((path) => html`<path d=${path} />`)}</svg>`;

export const Back = line('M20 12H4.5|M11 5l-7 7 7 7', { width: 2 });
export const Close = line('M5 5l14 14|M19 5L5 19', { width: 2 });
export const Dots = solid(
  'M12 3.400a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.600z|M12 10.200a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.600z|M12 17a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.600z',
);
export const Store = line(
  'M4.5 3.500h15v4h-15z|M4.5 7.500L3 10.500V12a2.6 2.6 0 0 0 4.5 1.700A3 3 0 0 0 12 13.700a3 3 0 0 0 4.5 0A2.6 2.6 0 0 0 21 12v-1.500l-1.5-3|M4.5 14.500v6h15v-6|M9.5 20.500v-4h5v4|M8.5 7.500v3|M15.5 7.500v3',
);
export const Smile = line(
  'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18z|M8 14.200c1 1.5 2.4 2.2 4 2.200s3-.7 4-2.2|M9 9.400v.6|M15 9.400v.6',
);
export const Clip = line(
  'M20.5 11.500l-8.6 8.600a5.4 5.4 0 0 1-7.6-7.600l8.8-8.800a3.6 3.6 0 0 1 5.1 5.100l-8.7 8.700a1.8 1.8 0 0 1-2.6-2.600l8-8',
);
export const Camera = line(
  'M3.5 8.500A1.5 1.5 0 0 1 5 7h2.500L9 4.500h6L16.5 7H19a1.5 1.5 0 0 1 1.5 1.500v9A1.5 1.5 0 0 1 19 19H5a1.5 1.5 0 0 1-1.5-1.500z|M12 9.200a3.6 3.6 0 1 1 0 7.2 3.6 3.6 0 0 1 0-7.200z',
);
export const Mic = line(
  'M12 3.500a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0v-5a3 3 0 0 1 3-3z|M5.5 11a6.5 6.5 0 0 0 13 0|M12 17.500V21',
);
export const Send = solid('M3.4 20.600l18-8.6-18-8.600L3.3 10l11 2-11 2z');
export const Check = line('M5 12.500l4.5 4.500L19 7', { width: 2 });
export const List = line('M9 6h11|M9 12h11|M9 18h11|M4 6h.6|M4 12h.6|M4 18h.6', { width: 2 });
export const Reply = line('M10 6L4 12l6 6|M4 12h9c4 0 6.5 2 7 6');
export const Forward = line('M14 6l6 6-6 6|M20 12h-9c-4 0-6.5 2-7 6');
export const Pin = line(
  'M12 21.500c-4.5-4.8-7-8.2-7-11.500a7 7 0 0 1 14 0c0 3.3-2.5 6.7-7 11.500z|M12 7.400a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.200z',
);
export const Cart = line('M2.5 4h3l2.6 11.500h10.400L21 7.500H6.4|M9.5 19.500v.2|M17 19.500v.2', {
  width: 2,
});
export const Bin = line('M4.5 6.500h15|M9 6.500V4h6v2.5|M6.5 6.500l1 14h9l1-14');
export const Plus = line('M12 4.500v15|M4.5 12h15', { width: 2 });
export const Minus = line('M4.5 12h15', { width: 2 });
export const Search = line('M10.5 3.500a7 7 0 1 1 0 14 7 7 0 0 1 0-14z|M15.6 15.600L21 21', {
  width: 2,
});
export const Target = line(
  'M12 6a6 6 0 1 1 0 12 6 6 0 0 1 0-12z|M12 2.500V6|M12 18v3.5|M2.5 12H6|M18 12h3.5|M12 11.300a.7.7 0 1 1 0 1.4.7.7 0 0 1 0-1.400z',
  { width: 2 },
);
export const Home = line('M3.5 11L12 3.500l8.5 7.5|M6 9.500v11h12v-11|M10 20.500v-6h4v6');
export const Briefcase = line(
  'M4.5 7.500h15a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1v-10a1 1 0 0 1 1-1z|M9 7.500V5h6v2.5|M3.5 13h17',
);
export const Tree = line(
  'M12 2.500l-4.5 6h2.300l-4.3 6h5.5|M12 2.500l4.5 6h-2.300l4.3 6H13|M12 10v11.5',
);
export const Out = line('M7 17L17.5 6.5|M9 6h9v9', { width: 2 });
export const Copy = line('M9 8.500h10.500V20H9z|M15 8.500V4H4.500v11.500H9');
export const Braces = line(
  'M9 4C6.5 4 7 6.5 7 8.500S6.5 12 4 12c2.5 0 3 1.5 3 3.500S6.5 20 9 20|M15 4c2.5 0 2 2.5 2 4.500s.5 3.5 3 3.500c-2.5 0-3 1.5-3 3.500s.5 4.5-2 4.5',
);
export const Down = line('M5 9l7 7 7-7', { width: 2 });
export const Document = line('M6 3h8l5 5v13H6z|M14 3v5h5|M9 13h6|M9 17h6');
export const Image = line('M4 5h16v14H4z|M4 16l4.5-4.5 4 4 3-3L20 16.5|M15.5 8.500v.4');
export const Play = solid('M7 4.500l13 7.5-13 7.500z');
export const Chat = line(
  'M5.5 4.500h13a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H9l-5.5 4.500v-14.500a2 2 0 0 1 2-2z',
);
export const Person = line(
  'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8z|M4.5 20.500c.6-4 3.6-6 7.5-6s6.9 2 7.5 6',
);
export const Phone = line(
  'M5 3.500h4l1.5 5-2.5 1.800a12 12 0 0 0 5.7 5.700l1.8-2.5 5 1.500v4A1.5 1.5 0 0 1 19 20.500C10.5 20.5 3.5 13.5 3.5 5A1.5 1.5 0 0 1 5 3.500z',
);
export const Clock = line('M12 3.500a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17z|M12 7.500V12l3 2');
export const Block = line('M12 3.500a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17z|M6 6l12 12');
export const Lock = line('M6 10.500h12v9.500H6z|M8.5 10.500V8a3.5 3.5 0 0 1 7 0v2.5');
export const Poll = line('M6 20V10|M12 20V4|M18 20v-7', { width: 2.2 });
export const Backspace = line('M8.5 5.500h12v13h-12L2.5 12z|M12 9.500l5 5|M17 9.500l-5 5');
export const Flow = line('M5 4h14v16H5z|M9 9h6|M9 13h6|M9 17h3');

export const Headphones = line(
  'M4.5 15v-2.500a7.5 7.5 0 0 1 15 0V15|M4.5 14.500h3v5.500H6a1.5 1.5 0 0 1-1.5-1.500z|M19.5 14.500h-3v5.500H18a1.5 1.5 0 0 0 1.5-1.500z',
);
export const Pause = solid('M6.5 4.500h4v15h-4z|M13.5 4.500h4v15h-4z');
export const Receipt = line(
  'M5.5 3.500l2.2 1.500 2.100-1.500 2.200 1.500 2.200-1.500 2.100 1.500 2.200-1.500v17l-2.200-1.500-2.100 1.500-2.200-1.500-2.200 1.500-2.100-1.500-2.200 1.500z|M9 9.500h6|M9 13.500h6',
);
export const Box = line('M12 3l8 4.300v9.400L12 21l-8-4.300V7.300z|M4 7.300l8 4.400 8-4.400|M12 11.700V21');
export const Truck = line(
  'M3 6.500h11v10H3z|M14 10h4l3 3.500v3h-7|M7 15.200a1.800 1.800 0 1 1 0 3.600 1.800 1.800 0 0 1 0-3.600z|M17.500 15.200a1.800 1.800 0 1 1 0 3.600 1.800 1.800 0 0 1 0-3.600z',
);
export const Megaphone = line(
  'M4 10v4l3 .500 9.500 4V5.500L7 9.500z|M7 9.500v5|M9 15.500l1 4.500h2.500l-1-3.800|M19.500 10v4',
);
export const ForwardMany = line('M12 6l6 6-6 6|M17 6l6 6-6 6|M18 12h-8c-4 0-6.500 2-7.500 6');
export const Next = line('M9 5l7 7-7 7', { width: 2 });
export const Previous = line('M15 5l-7 7 7 7', { width: 2 });
export const Info = line(
  'M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17z|M12 11v5.500|M12 7.600v.5',
);
export const Tag = line('M4 4h8l8.500 8.500-8 8L4 12z|M8 8v.4');

/** The badge of a verified business: a scalloped seal with a check. */
export const Verified = ({ size = 16 }) => html`<svg class="verified" width=${size} height=${size}
    viewBox="0 0 24 24" role="img" aria-label="Verified"><path fill="currentColor" d=${SEAL} />
  <path d="M7.5 12.300l3.1 3.1 6-6.3" fill="none" stroke="var(--p-bar)" stroke-width="2.3"
    stroke-linecap="round" stroke-linejoin="round" /></svg>`;

const SEAL = seal(12, 11.6, 10.3);

/** Ticks on the user's own bubbles: what the business has made of them. */
export const Ticks = ({ status }) => {
  const label = {
    queued: 'Waiting for network',
    sent: 'Sent',
    delivered: 'Delivered',
    read: 'Read',
    played: 'Played',
  }[status];
  if (!label) return null;
  if (status === 'queued')
    return html`<span class="ticks" role="img" aria-label=${label}><${Clock} size=${13} /></span>`;
  return html`<svg class=${`ticks ticks--${status}`} width=${status === 'sent' ? 12 : 17}
    height="12"
      viewBox=${status === 'sent' ? '0 0 12 12' : '0 0 17 12'} fill="none" stroke="currentColor"
        role="img"
      aria-label=${label} stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">
    <path d="M1 6.800l3 3.2 6.5-8" />
    ${status !== 'sent' && html`<path d="M7.6 9.400l.8.6 7-8" />`}</svg>`;
};

/**
 * Signal, network and battery of the status bar; the battery is always the same, it is a drawing.
 */
export const StatusIcons = ({ online }) => html`<svg class="status-icons" width="66" height="14"
    viewBox="0 0 66 14" aria-hidden="true">
  <g fill="currentColor" opacity=${online ? 1 : 0.35}><rect x="0" y="9" width="3" height="3.5"
    rx="1" />
  <rect x="4.2" y="6.5" width="3" height="6" rx="1" /><rect x="8.4" y="4" width="3" height="8.5"
    rx="1" />
  <rect x="12.6" y="1.5" width="3" height="11" rx="1" /></g>
  <g fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round"
    opacity=${online ? 1 : 0.35}>
  <path d="M20.5 5a8.5 8.5 0 0 1 12 0" /><path d="M23 8a5 5 0 0 1 7 0" /></g>
  <circle cx="26.5" cy="11" r="1.5" fill="currentColor" opacity=${online ? 1 : 0.35} />
  <rect x="39" y="1.7" width="22" height="10.8" rx="3.2" fill="none" stroke="currentColor"
    stroke-width="1.2" opacity=".6" />
  <rect x="41" y="3.7" width="14" height="6.8" rx="1.6" fill="currentColor" />
  <path d="M62.5 5.300v3.600q1.7-.5 1.7-1.800t-1.7-1.800z" fill="currentColor" opacity=".6" />
  </svg>`;

function seal(points, outer, inner) {
  const at = (i, r) => {
    const angle = (Math.PI * i) / points;
    return `${(12 + r * Math.sin(angle)).toFixed(1)} ${(12 - r * Math.cos(angle)).toFixed(1)}`;
  };
  let d = `M${at(0, outer)}`;
  for (let i = 1; i <= 2 * points; i += 2) d += `L${at(i, inner)}L${at(i + 1, outer)}`;
  return `${d}Z`;
}
