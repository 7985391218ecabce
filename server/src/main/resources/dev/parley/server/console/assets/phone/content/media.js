// Pictures, films and stickers. What this page may not load becomes a tile that says what it is and
// where it lies.
import { html, useState } from '../../html.js';
import * as Icon from '../../icons.js';
import { usePhone } from '../context.js';
import { mediaSource } from '../media-source.js';
import { Folding } from './text.js';
import { FileSheet } from '../sheets/FileSheet.js';

const KINDS = {
  image: ['Photo', Icon.Image],
  video: ['Video', Icon.Play],
  document: ['Document', Icon.Document],
};

export function mediaParts(message) {
  const media = message[message.type] ?? {};
  return {
    wide: true,
    flush: !media.caption,
    body: (room) => html`<${MediaTile} kind=${message.type} media=${media} message=${message} />
      ${media.caption && html`<${Folding} text=${media.caption} room=${room} />`}`,
  };
}

/** A picture or film, or the tile in its place. */
export function MediaTile({ kind, media, message }) {
  const { openSheet } = usePhone();
  const [broken, setBroken] = useState(false);
  const [label, KindIcon] = KINDS[kind] ?? KINDS.image;
  const source = mediaSource(media, message);
  const src = broken ? undefined : source.src;
  const open = () => openSheet(FileSheet, { kind, ...source, src, caption: media?.caption });
  if (src) {
    return html`<button class="ph-picture" data-kind=${kind} onClick=${open}
      aria-label=${kind === 'video' ? 'Play video' : 'Open photo'}>
      ${
        kind === 'video'
          ? html`<video src=${src} preload="metadata" muted playsinline tabindex="-1"
            onError=${() => setBroken(true)} /><i class="ph-picture__play">
            <${Icon.Play} size=${22} /></i>`
          : html`<img src=${src} alt=${media.caption ?? label} loading="lazy"
            onError=${() => setBroken(true)} />`
      }</button>`;
  }
  return html`<button class=${`ph-tile ph-tile--${kind}`} onClick=${open}>
    ${source.file && html`<span class="sr">${label}</span>`}
    <span class="ph-tile__icon"><${KindIcon} size=${kind === 'video' ? 22 : 26} /></span>
    <span class="ph-tile__name">${source.file || label}</span>
    <span class="ph-tile__host">${source.host}</span></button>`;
}

export const stickerParts = (message) => ({
  bare: true,
  body: () => html`<${Sticker} message=${message} />`,
});

function Sticker({ message }) {
  const [broken, setBroken] = useState(false);
  const { src, host } = mediaSource(message.sticker, message);
  if (src && !broken) {
    return html`<img class="ph-sticker" src=${src} alt="Sticker" loading="lazy"
      onError=${() => setBroken(true)} />`;
  }
  return html`<div class="ph-sticker ph-sticker--unseen" role="img"
    aria-label=${`Sticker${host ? `, ${host}` : ''}`}><${Icon.Smile} size=${64} />
    <small>${host || 'Sticker'}</small></div>`;
}
