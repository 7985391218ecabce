// A picture large, or why it can't be seen here.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';
import { Sheet } from '../Sheet.js';

export function PictureSheet({ kind, src, host, file, caption, closing }) {
  return html`<${Sheet} title=${kind === 'video' ? 'Video' : 'Photo'} size="tall"
    closing=${closing}>
    <div class="ph-viewer">${
      src && kind === 'image'
        ? html`<img src=${src} alt=${caption ?? 'Photo'} />`
        : html`
      <${kind === 'video' ? Icon.Play : Icon.Image} size=${48} />
      <p>${file}</p><p class="ph-small">
      ${host ? `It lies at ${host}. This page loads nothing from other hosts.` : 'It can’t be shown here.'}</p>`
    }</div>
    ${caption && html`<div class="ph-link"><p>${caption}</p></div>`}<//>`;
}
