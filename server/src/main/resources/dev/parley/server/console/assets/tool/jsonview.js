// A JSON document to read: numbered, coloured, foldable, with what is wrong marked in its place.
import { html, useEffect, useLayoutEffect, useMemo, useRef, useState } from '../html.js';
import { firstFolds, nearestPath, pathParts, toLines, valueAt } from './jsonlines.js';
import { Icon } from './icons.js';
import { copyText } from './popup.js';

/** Width of one character of the mono font at 12 px, and what line numbers and padding take. */
const CHAR_PX = 7.25;
const CHROME_PX = 50;
/** More lines than this are drawn only when asked for: a carousel has a few hundred. */
const LINES_MAX = 600;

/**
 * @param {{store: object, json: unknown, label: string, root?: string,
 *   marks?: {path: string, problem?: string}[], goTo?: {path: string} | null}} props
 *   `root`: path of the part to show first; the breadcrumb leads out of it. A mark without
 *   `problem` only colours its line. A new `goTo` brings its line into view.
 */
export function JsonView({ store, json, label, root = '$', marks = [], goTo = null }) {
  const [shownRoot, setShownRoot] = useState(root);
  useEffect(() => setShownRoot(root), [root, json]);
  const shown = shownRoot === '$' ? json : (valueAt(json, shownRoot) ?? json);
  const placed = useMemo(
    () => marks.map((m) => ({ ...m, at: nearestPath(json, m.path) })),
    [json, marks],
  );
  const markedPaths = placed.map((m) => m.at);
  const [folds, setFolds] = useState(() => new Set());
  useEffect(
    () => setFolds(firstFoldsBelow(shown, shownRoot, markedPaths)),
    [json, shownRoot, marks],
  );

  const box = useRef(null);
  const columns = useColumns(box);
  const lines = useMemo(
    () => toLines(shown, { folds, marked: markedPaths, columns, root: shownRoot }),
    [shown, folds, columns, placed, shownRoot],
  );
  const [all, setAll] = useState(false);
  const [here, setHere] = useState(null);
  useScrollTo(box, json, placed, goTo);

  const toggle = (path) =>
    setFolds((before) => {
      const after = new Set(before);
      if (!after.delete(path)) after.add(path);
      return after;
    });
  const drawn = all ? lines : lines.slice(0, LINES_MAX);
  return html`<div class="tjson" ref=${box}>
    ${shownRoot !== '$' && html`<${Crumbs} path=${shownRoot} onGo=${setShownRoot} />`}
    <div class="tjson__code mono" role="group" tabindex="0" aria-label=${label}>
      ${drawn.map(
        (line, i) => html`<${Line} key=${i} n=${i + 1} line=${line}
          marks=${marksOn(line, placed)}
        here=${here === line.path} onFold=${toggle} onPoint=${setHere} />`,
      )}
      ${drawn.length < lines.length && html`<button type="button" class="tbtn tbtn--small"
          onClick=${() => setAll(true)}>
        Show ${lines.length - drawn.length} more lines</button>`}
    </div>
    ${here && html`<div class="tjson__path"><code>${here}</code>
      <button type="button" class="tbtn tbtn--icon tbtn--tiny" aria-label="Copy the path"
          title="Copy the path"
        onClick=${() => copyText(store, here, 'Path')}><${Icon} name="copy"
        size=${14} /></button></div>`}
  </div>`;
}

/** Folds name absolute paths, so that they hold when the breadcrumb leads out. */
function firstFoldsBelow(json, root, marked) {
  const relative = marked.filter((m) => m.startsWith(root)).map((m) => `$${m.slice(root.length)}`);
  return new Set([...firstFolds(json, relative)].map((path) => root + path.slice(1)));
}

function marksOn(line, placed) {
  return placed.filter((m) => line.paths.includes(m.at));
}

function Line({ n, line, marks, here, onFold, onPoint }) {
  const said = marks.filter((m) => m.problem);
  return html`<div class=${`tline ${marks.length ? 'is-marked' : ''} ${here ? 'is-here' : ''}`}
      data-path=${line.path} data-paths=${line.paths.join(' ')}>
      <span class="tline__n" aria-hidden="true" onClick=${() => onPoint(here ? null : line.path)}>
        ${n}</span>
      <span class=${`tline__text tline__text--${Math.min(line.indent, 9)}`}>
        ${line.fold && html`<button type="button" class="tline__fold"
            aria-label=${`Fold ${line.fold}`} title="Fold"
          onClick=${() => onFold(line.fold)}><${Icon} name="chevron" size=${12} /></button>`}
        ${line.tokens.map((token) =>
          token.kind === 'chip'
            ? html`<button type="button" class="tline__chip" aria-label=${`Unfold ${token.path}`}
              title="Unfold"
              onClick=${() => onFold(token.path)}>${token.text}</button>`
            : html`<span class=${`tj-${token.kind}`}>${token.text}</span>`,
        )}
      </span>
    </div>
    ${said.map(
      (m) => html`<div class="tline tline--said">
      <span class="tline__n"><${Icon} name="warning" size=${14} /></span>
      <span class=${`tline__text tline__text--${Math.min(line.indent, 9)}`}>
        ${m.at !== m.path && html`<code>${missingPart(m)} </code>`}${m.problem}
      </span>
    </div>`,
    )}`;
}

/** What of a problem's path is not in the document: `.action.button`. */
function missingPart({ path, at }) {
  return path.slice(at.length).replace(/^\./, '');
}

function Crumbs({ path, onGo }) {
  const parts = pathParts(path);
  const steps = [{ text: '$', to: '$' }];
  let to = '$';
  for (const part of parts) {
    if (typeof part === 'number') {
      to += `[${part}]`;
      steps[steps.length - 1] = { text: `${steps.at(-1).text}[${part}]`, to };
    } else {
      to += `.${part}`;
      steps.push({ text: part, to });
    }
  }
  return html`<nav class="tcrumbs mono" aria-label="Path in the document">
    ${steps.map(
      (step, i) => html`${i > 0 && html`<i aria-hidden="true">›</i>`}
      <button type="button" aria-current=${i === steps.length - 1 ? 'location' : undefined}
          onClick=${() => onGo(step.to)}>${step.text}</button>`,
    )}
  </nav>`;
}

/** Characters that fit on a line of the box. */
function useColumns(box) {
  const [columns, setColumns] = useState(64);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) =>
      setColumns(Math.max(24, Math.floor((entry.contentRect.width - CHROME_PX) / CHAR_PX))),
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return columns;
}

/** The first problem of a body comes into view when it opens, and later the one asked for. */
function useScrollTo(box, json, placed, goTo) {
  const show = (at, block) => {
    const line = [...box.current.querySelectorAll('.tline.is-marked')].find(
      (l) => !at || l.dataset.paths.split(' ').includes(at),
    );
    line?.scrollIntoView({ block });
  };
  useLayoutEffect(() => {
    if (placed.some((m) => m.problem)) show(null, 'nearest');
  }, [json]);
  useLayoutEffect(() => {
    if (goTo) show(placed.find((m) => m.path === goTo.path)?.at, 'center');
  }, [goTo]);
}
