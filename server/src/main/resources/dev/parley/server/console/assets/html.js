// The one place that joins Preact and htm. Components import everything they need from here.
import { h } from './vendor/preact.js';
import htm from './vendor/htm.js';

export const html = htm.bind(h);
export { h, render, Fragment, createContext, createRef, createPortal } from './vendor/preact.js';
export {
  useState,
  useEffect,
  useLayoutEffect,
  useRef,
  useMemo,
  useCallback,
  useContext,
  useId,
  useReducer,
} from './vendor/hooks.js';
