// WhatsApp's text formatting as a tree of elements. The text itself is only ever a text node, so
// nothing in a message can become markup.
import { html } from '../html.js';

const FENCE = /```\n?([\s\S]+?)\n?```/;
const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"]+/i;
const TRAILING = /[.,;:!?)\]}'"]+$/;
/** Marks and their elements. A mark opens after a non-word and closes before one, as in the app. */
const MARKS = [
  ['*', 'strong'],
  ['_', 'em'],
  ['~', 's'],
];
const BIG_EMOJI = /^(?:\p{RGI_Emoji}){1,3}$/v;

/** One to three emoji alone are drawn large: 1, 2, 3, or 0 when there is anything else. */
export function bigEmoji(text) {
  const bare = text.trim();
  return BIG_EMOJI.test(bare) ? [...new Intl.Segmenter().segment(bare)].length : 0;
}

/** The text with its marks taken off, for one-line previews. */
export const plain = (text) =>
  text
    .replace(/```|`/g, '')
    .replace(/(^|[^\p{L}\p{N}])([*_~])(\S(?:[\s\S]*?\S)?)\2(?![\p{L}\p{N}])/gu, '$1$3')
    .replace(/^(> |- |\* )/gm, '');

/** @param tail what stands after the last word on its line: the room for the time */
export function formatted(text, tail = null) {
  const parts = blocks(text);
  const last = parts.at(-1);
  if (last && last.kind === 'text')
    return [...parts.slice(0, -1).map((part) => draw(part)), draw(last, tail)];
  return [...parts.map((part) => draw(part)), tail];
}

/** Inline formatting only, for titles of interactive messages. */
export function inline(text) {
  const code = /`([^`\n]+)`/.exec(text);
  if (code) {
    return [
      ...inline(text.slice(0, code.index)),
      html`<code>${code[1]}</code>`,
      ...inline(text.slice(code.index + code[0].length)),
    ];
  }
  const link = LINK.exec(text);
  if (link) {
    const shown = link[0].replace(TRAILING, '');
    const href = /^https?:/i.test(shown) ? shown : `https://${shown}`;
    return [
      ...inline(text.slice(0, link.index)),
      html`<a href=${href} target="_blank" rel="noopener noreferrer">${shown}</a>`,
      ...inline(text.slice(link.index + shown.length)),
    ];
  }
  for (const [mark, element] of MARKS) {
    const found = marked(text, mark);
    if (found) {
      const [start, end] = found;
      return [
        ...inline(text.slice(0, start)),
        html`<${element}>${inline(text.slice(start + 1, end))}</${element}>`,
        ...inline(text.slice(end + 1)),
      ];
    }
  }
  return text ? [text] : [];
}

/** First pair of this mark that stands around words: [place of the opening, of the closing]. */
function marked(text, mark) {
  const m = mark === '*' ? '\\*' : mark;
  const pair = new RegExp(
    `(?<![\\p{L}\\p{N}])${m}(?=\\S)([^\\n${m}]*[^\\s${m}])${m}(?![\\p{L}\\p{N}])`,
    'u',
  );
  const found = pair.exec(text);
  return found && [found.index, found.index + found[0].length - 1];
}

/** Cuts a text into code blocks, quotes, lists and runs of plain lines. */
function blocks(text) {
  const fence = FENCE.exec(text);
  if (fence) {
    return [
      ...lines(text.slice(0, fence.index).replace(/\n$/, '')),
      { kind: 'pre', text: fence[1] },
      ...blocks(text.slice(fence.index + fence[0].length).replace(/^\n/, '')),
    ];
  }
  return lines(text);
}

function lines(text) {
  const out = [];
  if (!text) return out;
  for (const line of text.split('\n')) {
    const [kind, content] = lineKind(line);
    const last = out.at(-1);
    if (last?.kind === kind) last.lines.push(content);
    else out.push({ kind, lines: [content] });
  }
  return out;
}

function lineKind(line) {
  const quote = /^> (.+)/.exec(line);
  if (quote) return ['quote', quote[1]];
  const bullet = /^[-*] (.+)/.exec(line);
  if (bullet) return ['ul', bullet[1]];
  const numbered = /^(\d{1,3})\. (.+)/.exec(line);
  if (numbered) return ['ol', numbered[2]];
  return ['text', line];
}

function draw(block, tail = null) {
  switch (block.kind) {
    case 'pre':
      return html`<pre class="ph-pre">${block.text}</pre>`;
    case 'quote':
      return html`<blockquote class="ph-blockquote">${rows(block.lines)}</blockquote>`;
    case 'ul':
      return html`<ul class="ph-ul">${block.lines.map((l) => html`<li>${inline(l)}</li>`)}</ul>`;
    case 'ol':
      return html`<ol class="ph-ol">${block.lines.map((l) => html`<li>${inline(l)}</li>`)}</ol>`;
    default:
      return html`<div class="ph-lines">${rows(block.lines)}${tail}</div>`;
  }
}

/** Lines end with a line feed, kept by `white-space: pre-wrap`. */
function rows(list) {
  return list.flatMap((line, i) => [...inline(line), i < list.length - 1 ? '\n' : null]);
}
