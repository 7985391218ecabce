// The five places of the small screen.
import { html, useRef } from '../html.js';
import { useStore } from '../store.js';
import { isRefused } from './calls.js';
import { Face, displayNumber, nameOf } from './face.js';
import { Icon } from './icons.js';
import { useStory } from './inspector.js';
import { usePaced } from './paced.js';
import { Menu } from './popup.js';
import { useSelected } from './selection.js';
import { retryingCount } from './story.js';

const PLACES = [
  { id: 'timeline', label: 'Timeline', icon: 'pulse', badge: 'retrying' },
  { id: 'clock', label: 'Clock', icon: 'clock' },
  { id: 'calls', label: 'Calls', icon: 'calls', badge: 'refused' },
  { id: 'handset', label: 'Handset', icon: 'sliders' },
];

export function TabBar({ store }) {
  const [tab, handsets] = useStore(store, (s) => [s.mobileTab, s.handsets]);
  const [calls] = usePaced(store, (s) => [s.calls]);
  const { handset, number } = useSelected(store);
  const { rows } = useStory(store);
  const badges = {
    timeline: retryingCount(rows),
    calls: calls.filter(
      (c) =>
        isRefused(c) &&
        (!c.number || c.number === number?.id) &&
        (!c.chat || c.chat === handset?.wa_id),
    ).length,
  };
  const bar = useRef(null);
  const onKey = (e) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    const places = [...bar.current.querySelectorAll('.ttab')];
    const at = places.indexOf(document.activeElement);
    if (!step || at < 0) return;
    e.preventDefault();
    places[(at + step + places.length) % places.length].focus();
  };
  const face = html`<span class="ttab__icon"><${Face} handset=${handset} size=${24} /></span><span
      class="ttab__label">${nameOf(handset)}</span>`;
  return html`<nav class="ttabbar" aria-label="Places" ref=${bar} onKeyDown=${onKey}>
    ${tab === 'phone'
        ? html`<${Menu} label=${`${nameOf(handset)}’s phone; press to choose another`}
          className="ttab is-on" align="start" face=${face}
          items=${handsets.map((h) => ({
            label: nameOf(h),
            hint: displayNumber(h.wa_id),
            checked: h.wa_id === handset?.wa_id,
            face: html`<${Face} handset=${h}
            size=${24} />`,
            run: () => store.selectHandset(h.wa_id),
          }))} />`
        : html`<span class="tpop"><button type="button" class="ttab"
          onClick=${() => store.setMobileTab('phone')}>${face}</button></span>`}
    ${PLACES.map(
      (place) => html`<button type="button" key=${place.id}
        class=${`ttab ${tab === place.id ? 'is-on' : ''}`}
        aria-current=${tab === place.id ? 'page' : undefined}
        aria-label=${badges[place.id] > 0
            ? `${place.label}, ${badges[place.id]} ${place.badge}` : place.label}
        onClick=${() => store.setMobileTab(place.id)}>
      <span class="ttab__icon"><${Icon} name=${place.icon} size=${20} />
        ${badges[place.id] > 0 && html`<i class=${`ttab__badge is-${place.badge}`}>
          ${badges[place.id]}</i>`}</span>
      <span class="ttab__label">${place.label}</span>
    </button>`,
    )}
  </nav>`;
}
