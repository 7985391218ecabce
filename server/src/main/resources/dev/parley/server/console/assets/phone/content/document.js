// Documents: an icon by kind, name, size.
import { html } from '../../html.js';
import { usePhone } from '../context.js';
import { mediaSource, sizeText } from '../media-source.js';
import { FileSheet } from '../sheets/FileSheet.js';
import { Folding } from './text.js';

/** Colour of the icon by what kind of document an extension stands for. */
const COLOURS = {
  pdf: 'red',
  doc: 'blue',
  docx: 'blue',
  odt: 'blue',
  rtf: 'blue',
  xls: 'green',
  xlsx: 'green',
  csv: 'green',
  ods: 'green',
  ppt: 'orange',
  pptx: 'orange',
  odp: 'orange',
  zip: 'brown',
};
const BY_TYPE = {
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'application/msword': 'doc',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.ms-powerpoint': 'ppt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
};

export function documentParts(message) {
  const document = message.document ?? {};
  return {
    wide: true,
    body: (room) => html`<${DocumentCard} media=${document} message=${message} />
      ${
        document.caption
          ? html`<${Folding} text=${document.caption} room=${room} />`
          : html`<div
        class="ph-text">${room}</div>`
      }`,
  };
}

export function DocumentCard({ media, message }) {
  const { openSheet } = usePhone();
  const source = mediaSource(media, message);
  const { file, host, mime, size } = source;
  const extension = /\.([a-z0-9]{1,5})$/i.exec(file)?.[1]?.toLowerCase() ?? BY_TYPE[mime] ?? '';
  const open = () => openSheet(FileSheet, { kind: 'document', ...source });
  const about = [extension.toUpperCase(), sizeText(size), host].filter(Boolean);
  return html`<button class="ph-doc" onClick=${open}>
    <span class=${`ph-doc__icon ph-doc__icon--${COLOURS[extension] ?? 'grey'}`}>
      <${Sheet} /><b>${extension.toUpperCase() || 'FILE'}</b></span>
    ${file && html`<span class="sr">Document</span>`}
    <span class="ph-doc__text"><span class="ph-doc__name">${file || 'Document'}</span>
    <small>${about.join(' · ')}</small></span></button>`;
}

/** A page with a folded corner, in the colour of its kind. */
const Sheet = () => html`<svg width="32" height="40" viewBox="0 0 32 40" aria-hidden="true">
  <path d="M4 0h17l11 11v25a4 4 0 0 1-4 4H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z" fill="currentColor" />
  <path d="M21 0l11 11h-8a3 3 0 0 1-3-3z" fill="#fff" opacity=".38" />
  <path d="M6.500 16h19M6.500 20.500h13" stroke="#fff" stroke-width="2" stroke-linecap="round"
    opacity=".55" /></svg>`;
