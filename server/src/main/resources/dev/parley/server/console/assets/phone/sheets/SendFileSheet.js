// A file before it is sent: how it will look, a caption, and whether a sound is a voice note.
import { html, useState } from '../../html.js';
import * as Icon from '../../icons.js';
import { usePhone } from '../context.js';
import { DocumentCard } from '../content/document.js';
import { ActionButton, Sheet } from '../Sheet.js';

const CAPTION_MAX_CHARS = 1024;
const CAPTIONED = new Set(['image', 'video', 'document']);

/**
 * @param uploaded as the server answered the upload
 * @param kind `document` where the user chose to send it as one, whatever it is
 */
export function SendFileSheet({ uploaded, name, kind = kindOf(uploaded.mime_type), closing }) {
  const { store, wa, number, blocked, reply, setReply, closeSheets } = usePhone();
  const [caption, setCaption] = useState('');
  const [voice, setVoice] = useState(false);
  const { id, mime_type, sha256, file_size: size } = uploaded;
  const send = () => {
    closeSheets();
    setReply(null);
    store.sendMessage(
      wa,
      number.id,
      {
        type: kind,
        [kind]: {
          id,
          mime_type,
          sha256,
          ...(CAPTIONED.has(kind) && caption.trim() && { caption: caption.trim() }),
          ...(kind === 'document' && { filename: name }),
          ...(kind === 'audio' && { voice }),
          ...(kind === 'sticker' && { animated: false }),
        },
      },
      reply?.id,
    );
  };
  const foot = html`<${ActionButton} onClick=${send} disabled=${blocked}
    icon=${html`<${Icon.Send} size=${20} />`}>${blocked ? 'Unblock to send' : 'Send'}<//>`;
  return html`<${Sheet} title=${TITLES[kind]} closing=${closing} foot=${foot}>
    <${Preview} kind=${kind} src=${`sandbox/media/${id}`} name=${name} mime=${mime_type}
      size=${size} />
    ${
      CAPTIONED.has(kind) &&
      html`<label class="ph-field ph-field--note"><span>Caption</span>
        <textarea rows="1" maxlength=${CAPTION_MAX_CHARS} placeholder="Add a caption"
          value=${caption} onInput=${(e) => setCaption(e.target.value)}></textarea></label>`
    }
    ${
      kind === 'audio' &&
      html`<button class="ph-choice" role="checkbox" aria-checked=${voice}
        onClick=${() => setVoice(!voice)}><span class="ph-choice__text"><span>Voice note</span>
        <small>As if it were recorded on this phone</small></span>
        <i class="ph-radio ph-radio--check" /></button>`
    }<//>`;
}

const TITLES = {
  image: 'Send photo',
  video: 'Send video',
  audio: 'Send audio',
  document: 'Send document',
  sticker: 'Send sticker',
};

/** What an app would send a file as, by its type. */
function kindOf(mime) {
  if (mime === 'image/webp') return 'sticker';
  const [kind] = mime.split('/', 1);
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'document';
}

function Preview({ kind, src, name, mime, size }) {
  switch (kind) {
    case 'image':
    case 'sticker':
      return html`<div class="ph-viewer ph-viewer--small"><img src=${src} alt=${name} /></div>`;
    case 'video':
      return html`<div class="ph-viewer ph-viewer--small"><video src=${src} controls /></div>`;
    case 'audio':
      return html`<div class="ph-link"><p>${name}</p><audio src=${src} controls /></div>`;
    default:
      return html`<div class="ph-sendfile"><${DocumentCard}
        media=${{ filename: name, file: { url: src, mime_type: mime, size } }} /></div>`;
  }
}
