// Pictures, videos, voice notes, documents, stickers. The page's policy loads nothing from other
// hosts, so a link that points elsewhere becomes a tile that says what it is and where it lies.
import { html, useState } from '../../html.js';
import * as Icon from '../../icons.js';
import { usePhone } from '../context.js';
import { Folding } from './text.js';
import { PictureSheet } from '../sheets/PictureSheet.js';

const KINDS = {
  image: ['Photo', Icon.Image],
  video: ['Video', Icon.Play],
  document: ['Document', Icon.Document],
};
const WAVE_BARS = 34;

export function mediaParts(message) {
  const media = message[message.type];
  return {
    wide: true,
    flush: !media.caption,
    body: (room) => html`<${MediaTile} kind=${message.type} media=${media} />
      ${media.caption && html`<${Folding} text=${media.caption} room=${room} />`}`,
  };
}

export function documentParts(message) {
  const { document } = message;
  return {
    wide: true,
    body: (room) => html`<${DocumentCard} media=${document} />
      ${document.caption ? html`<${Folding} text=${document.caption} room=${room} />` : html`<div
        class="ph-text">${room}</div>`}`,
  };
}

export const stickerParts = () => ({
  bare: true,
  body: () =>
    html`<div class="ph-sticker" role="img" aria-label="Sticker"><${Icon.Smile} size=${88} />
      </div>`,
});

export const audioParts = (message) => ({
  wide: true,
  body: (room) => html`<${Voice} message=${message} /><div class="ph-text">${room}</div>`,
});

/** Where a media object comes from: an address that this page may load, or only a name for it. */
export function mediaSource(media = {}) {
  const address = media.url ?? media.link;
  if (!address) return { host: media.id ? `media ${media.id}` : '', file: media.filename ?? '' };
  try {
    const url = new URL(address, location.href);
    const file = media.filename ?? decodeURIComponent(url.pathname.split('/').pop());
    const own = url.origin === location.origin || url.protocol === 'data:';
    return own ? { src: url.href, host: '', file } : { host: url.host, file };
  } catch {
    return { host: address, file: media.filename ?? '' };
  }
}

/** A picture or video, or the tile in its place. */
export function MediaTile({ kind, media }) {
  const { openSheet } = usePhone();
  const [broken, setBroken] = useState(false);
  const [label, KindIcon] = KINDS[kind];
  const { src, host, file } = mediaSource(media);
  const open = () =>
    openSheet(PictureSheet, {
      kind,
      src: broken ? null : src,
      host,
      file,
      caption: media?.caption,
    });
  if (src && kind === 'image' && !broken) {
    return html`<button class="ph-picture" onClick=${open}
      aria-label=${`Open ${label.toLowerCase()}`}>
      <img src=${src} alt=${media.caption ?? label} loading="lazy"
        onError=${() => setBroken(true)} /></button>`;
  }
  return html`<button class=${`ph-tile ph-tile--${kind}`} onClick=${open}
    aria-label=${`${label} ${file}`}>
    <span class="ph-tile__icon"><${KindIcon} size=${kind === 'video' ? 22 : 26} /></span>
    <span class="ph-tile__name">${file || label}</span>
    <span class="ph-tile__host">${host}</span></button>`;
}

export function DocumentCard({ media }) {
  const { host, file } = mediaSource(media);
  const extension = /\.([a-z0-9]{1,5})$/i.exec(file)?.[1]?.toUpperCase() ?? 'FILE';
  return html`<div class="ph-doc"><span class="ph-doc__icon"><${Icon.Document} size=${30} /><b>
    ${extension}</b></span>
    <span class="ph-doc__text"><span class="ph-doc__name">${file || 'Document'}</span>
    <small>${[extension, host].filter(Boolean).join(' · ')}</small></span></div>`;
}

function Voice({ message }) {
  const { say } = usePhone();
  const voice = message.audio?.voice;
  return html`<div class="ph-voice"><button class="ph-voice__play" aria-label="Play"
      onClick=${() => say('Sound can’t be played here yet')}><${Icon.Play} size=${22} /></button>
    <span class="ph-voice__wave" aria-hidden="true">${wave(message.id).map((h) => html`<i
      style=${{ height: `${h}px` }} />`)}</span>
    <span class="ph-voice__mic">${voice ? html`<${Icon.Mic} size=${22} />` : html`<${Icon.Play}
      size=${16} />`}</span></div>`;
}

/** A waveform out of the message's id: the same each time, since the bytes are not here. */
function wave(id) {
  let seed = [...id].reduce((n, c) => (n * 31 + c.charCodeAt(0)) >>> 0, 7);
  return Array.from({ length: WAVE_BARS }, () => {
    seed = (seed * 1664525 + 1013904223) >>> 0;
    return 4 + Math.round((seed / 2 ** 32) ** 1.6 * 20);
  });
}
