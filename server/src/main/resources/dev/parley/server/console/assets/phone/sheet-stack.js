// The sheets of one phone, the last on top. Where the phone fills the window (no frame), each sheet
// is a step in the browser's history, so that the device's own back closes it.
import { useEffect, useRef, useState } from '../html.js';

/** As long as the closing movement in the style sheet. */
const CLOSING_MS = 200;
let nextId = 1;

/**
 * @param screen the element whose focus is given back when the last sheet has gone
 * @param inHistory true where the browser's back closes sheets
 */
export function useSheets(screen, inHistory) {
  const [sheets, setSheets] = useState([]);
  const opener = useRef(null);
  const timers = useRef(new Set());
  useEffect(() => () => timers.current.forEach(clearTimeout), []);
  useEffect(() => {
    if (!inHistory) return undefined;
    const onBack = (event) => close((_, depth) => depth >= (event.state?.sheets ?? 0));
    addEventListener('popstate', onBack);
    return () => removeEventListener('popstate', onBack);
  }, [inHistory]);

  const close = (isClosing) => {
    setSheets((all) =>
      all.map((s) =>
        !s.closing && isClosing(s, depthOf(s, all), all) ? { ...s, closing: true } : s,
      ),
    );
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setSheets((all) => all.filter((s) => !s.closing));
      const giveBack = opener.current;
      if (giveBack?.isConnected && !giveBack.closest('[inert]'))
        giveBack.focus({ preventScroll: true });
    }, CLOSING_MS);
    timers.current.add(timer);
  };

  const openSheet = (Component, props = {}) => {
    const open = sheets.filter((s) => !s.closing).length;
    if (!open) opener.current = focusedWithin(screen.current);
    if (inHistory) history.pushState({ sheets: open + 1 }, '');
    setSheets((all) => [...all, { id: nextId++, Component, props, closing: false }]);
  };

  return {
    sheets,
    openSheet,
    /** Another sheet in the place of the top one. */
    replaceSheet(Component, props = {}) {
      close((s, depth, all) => depth === all.filter((x) => !x.closing).length - 1);
      setSheets((all) => [...all, { id: nextId++, Component, props, closing: false }]);
    },
    closeTop() {
      if (inHistory && history.state?.sheets) history.back();
      else close((s, depth, all) => depth === all.filter((x) => !x.closing).length - 1);
    },
    closeSheets() {
      if (inHistory && history.state?.sheets) history.go(-history.state.sheets);
      else close(() => true);
    },
  };
}

/** Place among the sheets that are not on their way out, the lowest 0. */
const depthOf = (sheet, all) => all.filter((s) => !s.closing).indexOf(sheet);

const focusedWithin = (element) =>
  element?.contains(document.activeElement) ? document.activeElement : null;
