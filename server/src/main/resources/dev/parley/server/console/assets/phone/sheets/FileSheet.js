// A picture, film or document large, or why it can't be seen here.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';
import { sizeText } from '../media-source.js';
import { ActionButton, Sheet } from '../Sheet.js';

const KINDS = {
  image: ['Photo', Icon.Image],
  video: ['Video', Icon.Play],
  document: ['Document', Icon.Document],
};

export function FileSheet({ kind, src, host, file, size, caption, closing }) {
  const [title, KindIcon] = KINDS[kind] ?? KINDS.document;
  const foot =
    src &&
    kind === 'document' &&
    html`<${ActionButton} icon=${html`<${Icon.Out} size=${18} />`}
      onClick=${() => window.open(src, '_blank', 'noopener')}>Open<//>`;
  return html`<${Sheet} title=${title} size="tall" closing=${closing} foot=${foot}>
    <div class="ph-viewer">${
      src && kind === 'image'
        ? html`<img src=${src} alt=${caption ?? 'Photo'} />`
        : src && kind === 'video'
          ? html`<video src=${src} controls autoplay playsinline />`
          : html`<${KindIcon} size=${48} /><p>${file}</p><p class="ph-small">
            ${src ? sizeText(size) : whyUnseen(host)}</p>`
    }</div>
    ${caption && html`<div class="ph-link"><p>${caption}</p></div>`}<//>`;
}

const whyUnseen = (host) =>
  host
    ? `It lies at ${host}. This page loads nothing from other hosts.`
    : 'It can’t be shown here.';
