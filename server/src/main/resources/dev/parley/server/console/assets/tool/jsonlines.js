// JSON as numbered lines of coloured tokens: what fits stays on one line, what is long can be
// folded, and what is wrong is marked at its path. Pure: the view is in jsonview.js.

/**
 * @typedef {{text: string, kind: 'key'|'string'|'number'|'word'|'punct'|'chip', path?: string}} Token
 */
/**
 * @typedef {{indent: number, tokens: Token[], path: string, paths: string[], fold?: string}} Line
 *   `paths` are all values that lie on the line; `fold` is the path its toggle folds.
 */

const PLAIN_KEY = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The path of a child, in the notation of our problems: `$.a.b[0]['odd key']`. */
export function childPath(path, key) {
  if (typeof key === 'number') return `${path}[${key}]`;
  return PLAIN_KEY.test(key) ? `${path}.${key}` : `${path}['${key.replaceAll("'", "\\'")}']`;
}

/** `$.a[0].b` → `['a', 0, 'b']`. */
export function pathParts(path) {
  const parts = [];
  const step = /\.([A-Za-z_][A-Za-z0-9_-]*)|\[(\d+)\]|\['((?:[^'\\]|\\.)*)'\]/g;
  for (const m of path.matchAll(step)) {
    parts.push(m[2] !== undefined ? Number(m[2]) : (m[1] ?? m[3].replaceAll("\\'", "'")));
  }
  return parts;
}

/** The value at a path, or undefined. */
export function valueAt(json, path) {
  return pathParts(path).reduce((value, key) => value?.[key], json);
}

/** The path itself if something is there, else the nearest ancestor that exists. */
export function nearestPath(json, path) {
  let at = '$';
  let value = json;
  for (const key of pathParts(path)) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) break;
    value = value[key];
    at = childPath(at, key);
  }
  return at;
}

const isContainer = (value) => value !== null && typeof value === 'object';
const entries = (value) =>
  Array.isArray(value) ? value.map((item, i) => [i, item]) : Object.entries(value);

/** `2 sections`, `1 row`, `3 items`, `4 fields`. */
export function foldedLabel(key, value) {
  const n = entries(value).length;
  if (!Array.isArray(value)) return n === 1 ? '1 field' : `${n} fields`;
  const plural =
    typeof key === 'string' && /[a-z]s$/.test(key) ? key.replaceAll('_', ' ') : 'items';
  return n === 1 ? `1 ${plural.replace(/s$/, '')}` : `${n} ${plural}`;
}

/**
 * Paths folded at first: long arrays of objects deep inside a document that would not fit the
 * pane otherwise. What holds a marked value stays open.
 */
export function firstFolds(json, marked = [], linesMax = 16) {
  const folds = new Set();
  if (toLines(json, { folds, marked }).length <= linesMax) return folds;
  const visit = (value, path, depth) => {
    if (!isContainer(value)) return;
    const open = marked.some((m) => m === path || isBelow(m, path));
    const long = JSON.stringify(value).length > 120;
    if (depth >= 2 && Array.isArray(value) && value.some(isContainer) && long && !open)
      folds.add(path);
    else for (const [key, item] of entries(value)) visit(item, childPath(path, key), depth + 1);
  };
  visit(json, '$', 0);
  return folds;
}

const isBelow = (path, ancestor) =>
  path.startsWith(ancestor) && (path[ancestor.length] === '.' || path[ancestor.length] === '[');

/**
 * @param {unknown} json
 * @param {{folds: Set<string>, marked?: string[], columns?: number, root?: string}} options
 *   `columns`: characters that fit on a line; `root`: the path of `json` in its document.
 * @returns {Line[]}
 */
export function toLines(json, { folds, marked = [], columns = 64, root = '$' }) {
  const lines = [];

  // What stands on one line, or null when it is too long or holds something marked.
  const inline = (value, path, key, room) => {
    const paths = [path];
    const tokens = [];
    const put = (text, kind, at) => {
      tokens.push({ text, kind, path: at });
      room -= text.length;
      return room >= 0;
    };
    const walk = (v, p, k) => {
      if (!isContainer(v)) return put(scalarText(v), scalarKind(v), p);
      const [open, close] = Array.isArray(v) ? ['[', ']'] : ['{', '}'];
      const all = entries(v);
      if (all.length === 0) return put(open + close, 'punct');
      if (folds.has(p)) {
        return (
          put(`${open} `, 'punct') && put(foldedLabel(k, v), 'chip', p) && put(` ${close}`, 'punct')
        );
      }
      if (marked.some((m) => isBelow(m, p))) return false;
      if (Array.isArray(v) && v.length > 1 && v.some(isContainer)) return false;
      if (!put(`${open} `, 'punct')) return false;
      for (const [i, [childKey, child]] of all.entries()) {
        const at = childPath(p, childKey);
        paths.push(at);
        if (i > 0 && !put(', ', 'punct')) return false;
        if (!Array.isArray(v)) {
          if (!put(JSON.stringify(childKey), 'key') || !put(': ', 'punct')) return false;
        }
        if (!walk(child, at, childKey)) return false;
      }
      return put(` ${close}`, 'punct');
    };
    return walk(value, path, key) ? { tokens, paths } : null;
  };

  const block = (value, path, key, indent, before, after) => {
    const used = indent * 2 + before.reduce((n, t) => n + t.text.length, 0) + after.length;
    const scalar = !isContainer(value);
    // The root stays open so that a document reads as one; its folded form is a single chip.
    const oneLine = scalar
      ? { tokens: [{ text: scalarText(value), kind: scalarKind(value), path }], paths: [path] }
      : path === root && !folds.has(path) && entries(value).length > 1
        ? null
        : inline(value, path, key, columns - used);
    const comma = after ? [{ text: after, kind: 'punct' }] : [];
    if (oneLine) {
      lines.push({
        indent,
        path,
        paths: oneLine.paths,
        tokens: [...before, ...oneLine.tokens, ...comma],
      });
      return;
    }
    // A list of one object reads as one thing: "[{" … "}]".
    const only =
      Array.isArray(value) &&
      value.length === 1 &&
      isContainer(value[0]) &&
      !Array.isArray(value[0]) &&
      !folds.has(childPath(path, 0)) &&
      entries(value[0]).length > 0;
    const [open, close] = only ? ['[{', '}]'] : Array.isArray(value) ? ['[', ']'] : ['{', '}'];
    const inner = only ? value[0] : value;
    const innerPath = only ? childPath(path, 0) : path;
    lines.push({
      indent,
      path,
      paths: only ? [path, innerPath] : [path],
      fold: path,
      tokens: [...before, { text: open, kind: 'punct' }],
    });
    const all = entries(inner);
    all.forEach(([childKey, child], i) => {
      const name = Array.isArray(inner)
        ? []
        : [
            { text: JSON.stringify(childKey), kind: 'key' },
            { text: ': ', kind: 'punct' },
          ];
      block(
        child,
        childPath(innerPath, childKey),
        childKey,
        indent + 1,
        name,
        i < all.length - 1 ? ',' : '',
      );
    });
    lines.push({ indent, path, paths: [], tokens: [{ text: close, kind: 'punct' }, ...comma] });
  };

  block(json, root, undefined, 0, [], '');
  return lines;
}

function scalarText(value) {
  return value === undefined ? 'null' : JSON.stringify(value);
}

function scalarKind(value) {
  if (typeof value === 'string') return 'string';
  return typeof value === 'number' ? 'number' : 'word';
}
