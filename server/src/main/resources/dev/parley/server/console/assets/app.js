// Composes the page: the stage with its phones, and the tools around it.
import { html, render, useEffect, useLayoutEffect, useRef, useState } from './html.js';
import { createStore, useStore } from './store.js';
import { Phone } from './phone/Phone.js';
import { TopBar, Caption, HandsetStrip, Inspector, TabBar } from './tool/index.js';

/** A phone with its frame, and the space between two. */
const PHONE_WIDTH = 376;
const PHONE_GAP = 32;
/** The inspector never gets narrower than this, however many phones there are. */
const INSPECTOR_MIN = 520;
const WIDE = '(min-width: 1400px)';
const ONE = '(min-width: 960px)';
/**
 * Handsets on the stage; a sandbox under load has thousands, the strip and the search find those.
 */
const PHONES_MAX = 40;

const store = createStore({ base: new URL('.', location.href).pathname });
store.sync.start();
render(html`<${Page} store=${store} />`, document.getElementById('app'));

function Page({ store }) {
  const [layout, tab, toast] = useStore(store, (s) => [s.layout, s.mobileTab, s.toast]);
  useLayoutWatch(store);
  const mobile = layout === 'mobile';
  return html`<div class="page">
    ${!mobile && html`<${TopBar} store=${store} />`}
    <main class="work">
      ${(!mobile || tab === 'phone') && html`<${Stage} store=${store} layout=${layout} />`}
      ${(!mobile || tab !== 'phone') && html`<${Inspector} store=${store} />`}
    </main>
    ${mobile && html`<${TabBar} store=${store} />`}
    <div role="status" aria-live="polite">
      ${toast && html`<p key=${toast.n} class=${`toast ${toast.bad ? 'toast--bad' : ''}`}>
      ${toast.text}</p>`}
    </div>
  </div>`;
}

/** Wide: phones side by side. One: the strip and one phone. Mobile: the screen alone. */
function Stage({ store, layout }) {
  const [handsets, selected, ready, lost] = useStore(store, (s) => [
    s.handsets,
    s.selectedHandset,
    s.ready,
    s.connection === 'lost',
  ]);
  const shown =
    layout === 'wide'
      ? withSelected(handsets, selected)
      : handsets.filter((h) => h.wa_id === selected);
  const [inView, seen, observe] = useInView();
  const those = (set) =>
    shown.filter((h) => layout !== 'wide' || set.has(h.wa_id)).map((h) => h.wa_id);
  const visible = those(inView);
  const drawn = those(seen);
  useEffect(() => store.setPhones(visible, drawn), [visible.join(), drawn.join()]);
  useEffect(() => () => store.setPhones([], []), []);

  const room = Math.max(
    1,
    Math.floor((useWindowWidth() - INSPECTOR_MIN - PHONE_GAP) / (PHONE_WIDTH + PHONE_GAP)),
  );
  const columns = Math.min(room, Math.max(1, shown.length));
  const width = columns * (PHONE_WIDTH + PHONE_GAP) + PHONE_GAP;

  return html`<section class=${`stage stage--${layout}`} aria-label="Handsets" tabindex="-1"
      style=${layout === 'wide' ? { '--stage-w': `${width}px` } : undefined}>
    ${layout === 'one' && html`<${HandsetStrip} store=${store} />`}
    ${!ready && lost && html`<p
      class="stage__empty">Parley does not answer. This page connects again by itself.</p>`}
    ${ready && !shown.length && html`<p
      class="stage__empty">No handsets. Add one with “Handset” above.</p>`}
    ${shown.map(
      (handset) => html`<div class="stage__slot" key=${handset.wa_id}
        data-slot=${handset.wa_id} ref=${observe}>
      ${layout === 'wide' && html`<${Caption} store=${store} handset=${handset} />`}
      <${Phone} store=${store} handset=${handset} framed=${layout !== 'mobile'}
        asleep=${!drawn.includes(handset.wa_id)} />
    </div>`,
    )}
    ${layout === 'wide' && html`<i class="stage__end"></i>`}
  </section>`;
}

function withSelected(handsets, selected) {
  const first = handsets.slice(0, PHONES_MAX);
  if (first.some((h) => h.wa_id === selected)) return first;
  return [...handsets.filter((h) => h.wa_id === selected), ...first.slice(0, PHONES_MAX - 1)];
}

/**
 * Which slots of the stage can be seen now, and which were seen once. A phone that scrolls away keeps
 * its draft and its sheets, but reads nothing; one that was never seen is not drawn at all.
 */
function useInView() {
  const [slots, setSlots] = useState({ inView: new Set(), seen: new Set() });
  const observer = useRef(null);
  observer.current ??= new IntersectionObserver(
    (entries) =>
      setSlots((before) => {
        const inView = new Set(before.inView);
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) inView.add(target.dataset.slot);
          else inView.delete(target.dataset.slot);
        }
        return { inView, seen: new Set([...before.seen, ...inView]) };
      }),
    { threshold: 0.15 },
  );
  const observe = useRef((element) => element && observer.current.observe(element)).current;
  useEffect(() => () => observer.current.disconnect(), []);
  return [slots.inView, slots.seen, observe];
}

function useWindowWidth() {
  const [width, setWidth] = useState(innerWidth);
  useLayoutEffect(() => {
    const measure = () => setWidth(innerWidth);
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return width;
}

function useLayoutWatch(store) {
  useLayoutEffect(() => {
    const wide = matchMedia(WIDE);
    const one = matchMedia(ONE);
    const tell = () =>
      store.set({ layout: wide.matches ? 'wide' : one.matches ? 'one' : 'mobile' });
    tell();
    wide.addEventListener('change', tell);
    one.addEventListener('change', tell);
    return () => {
      wide.removeEventListener('change', tell);
      one.removeEventListener('change', tell);
    };
  }, []);
}
