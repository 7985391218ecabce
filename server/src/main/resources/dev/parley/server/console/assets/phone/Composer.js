// Where the user writes: emoji, text, attachments, and the send button.
import { html, useEffect, useLayoutEffect, useRef, useState } from '../html.js';
import * as Icon from '../icons.js';
import { usePhone } from './context.js';
import { describe } from './describe.js';
import { EmojiPicker } from './EmojiPicker.js';
import { pickFile } from './pick-file.js';
import { AttachSheet } from './sheets/AttachSheet.js';
import { SendFileSheet } from './sheets/SendFileSheet.js';

const FIELD_MAX_PX = 120;
const NO_RECORDING = 'Nothing can be recorded here; attach a sound instead';

export function Composer() {
  const { store, wa, number, handset, blocked, reply, setReply, openSheet, say } = usePhone();
  const [text, setText] = useState('');
  const [picker, setPicker] = useState(false);
  const field = useRef(null);
  useLayoutEffect(() => {
    field.current?.style.setProperty('height', 'auto');
    field.current?.style.setProperty(
      'height',
      `${Math.min(FIELD_MAX_PX, field.current.scrollHeight)}px`,
    );
  }, [text]);
  useEffect(() => {
    if (reply) field.current?.focus();
  }, [reply]);

  const send = async () => {
    const body = text.trim();
    if (!body) return;
    setText('');
    setReply(null);
    const sent = await store.sendText(wa, number.id, body, reply?.id);
    if (!sent) setText((now) => now || body); // Refused: the words are not lost.
  };
  const takePhoto = async () => {
    const picked = await pickFile('image/*', { capture: 'environment' });
    const uploaded = await store.uploadFile(picked);
    if (uploaded) openSheet(SendFileSheet, { uploaded, name: picked.name });
  };
  const insert = (emoji) => {
    const { selectionStart: from, selectionEnd: to } = field.current;
    setText(text.slice(0, from) + emoji + text.slice(to));
    requestAnimationFrame(() =>
      field.current?.setSelectionRange(from + emoji.length, from + emoji.length),
    );
  };
  const onKeyDown = (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape' && picker) {
      event.preventDefault();
      setPicker(false);
    }
  };

  if (blocked) {
    const unblock = () =>
      store.patchHandset(wa, { blocked: handset.blocked.filter((n) => n !== number.id) });
    return html`<div class="ph-composer ph-composer--blocked">
      <button class="ph-row" onClick=${unblock}>
      <${Icon.Block} size=${18} />You blocked this business. Tap to unblock.</button></div>`;
  }
  return html`<div class="ph-composer">
    ${reply && html`<${ReplyTo} message=${reply} />`}
    <div class="ph-composer__line">
      <div class="ph-composer__field" data-reply=${Boolean(reply)}>
        <button class="ph-icon ph-icon--quiet" aria-label="Emoji" aria-expanded=${picker}
          onClick=${() => setPicker(!picker)}><${Icon.Smile} size=${24} /></button>
        <textarea ref=${field} rows="1" placeholder="Message"
          aria-label=${`Message to ${number.name}`} value=${text} maxlength="4096"
          enterkeyhint="send" onInput=${(e) => setText(e.target.value)} onKeyDown=${onKeyDown}>
            </textarea>
        <button class="ph-icon ph-icon--quiet" aria-label="Attach"
          onClick=${() => openSheet(AttachSheet)}><${Icon.Clip} size=${24} /></button>
        ${!text && html`<button class="ph-icon ph-icon--quiet" aria-label="Camera"
          onClick=${takePhoto}><${Icon.Camera} size=${24} /></button>`}
      </div>
      ${
        text.trim()
          ? html`<button key="send" class="ph-send" aria-label="Send" onClick=${send}>
            <${Icon.Send} size=${22} /></button>`
          : html`<button key="mic" class="ph-send" aria-label="Voice message" title=${NO_RECORDING}
            onClick=${() => say(NO_RECORDING)}><${Icon.Mic} size=${24} /></button>`
      }
    </div>
    ${picker && html`<${EmojiPicker} onPick=${insert} />`}
  </div>`;
}

function ReplyTo({ message }) {
  const { number, setReply } = usePhone();
  const { icon: KindIcon, text } = describe(message);
  return html`<div class="ph-replyto"><div class="ph-quote">
      <span class="ph-quote__name">${message.direction === 'in' ? 'You' : number.name}</span>
      <span class="ph-quote__text">${KindIcon && html`<${KindIcon} size=${14} />`}<span>${text}
      </span></span></div>
    <button class="ph-icon" aria-label="Don’t quote" onClick=${() => setReply(null)}>
    <${Icon.Close} size=${18} /></button></div>`;
}
