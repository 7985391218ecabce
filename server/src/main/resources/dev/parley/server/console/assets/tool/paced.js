// Reading the state calmly: a bot under load makes hundreds of events a second, and nobody reads a
// list that is drawn hundreds of times a second.
import { useLayoutEffect, useRef, useState } from '../html.js';

/** A change is drawn at once, the next ones within this time together. */
const PACE_MS = 90;

/** Like `useStore` with a selector of an array of parts, but drawn at most every PACE_MS. */
export function usePaced(store, selector) {
  const [, redraw] = useState(0);
  const parts = selector(store.state);
  const shown = useRef(parts);
  shown.current = parts;
  const asked = useRef(selector);
  asked.current = selector;
  const drawnAt = useRef(-Infinity);
  const timer = useRef(null);
  useLayoutEffect(() => {
    const draw = () => {
      timer.current = null;
      drawnAt.current = performance.now();
      redraw((n) => n + 1);
    };
    const check = () => {
      const next = asked.current(store.state);
      if (timer.current || same(next, shown.current)) return;
      const wait = drawnAt.current + PACE_MS - performance.now();
      if (wait <= 0) draw();
      else timer.current = setTimeout(draw, wait);
    };
    const stop = store.subscribe(check);
    check();
    return () => {
      stop();
      clearTimeout(timer.current);
      timer.current = null;
    };
  }, []);
  return parts;
}

const same = (a, b) => a.every((part, i) => Object.is(part, b[i]));
