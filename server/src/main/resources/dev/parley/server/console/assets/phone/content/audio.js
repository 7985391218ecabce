// Sounds: the voice note with its waveform and microphone, and any other audio with a plain track.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';
import { usePhone } from '../context.js';
import { mediaSource, sizeText } from '../media-source.js';
import { minuteSecond, usePlayer, useWaveform } from '../player.js';

const WAVE_BARS = 34;
const BAR_MIN_PX = 4;
const BAR_MAX_PX = 24;

export const audioParts = (message) => ({
  wide: true,
  body: (room) =>
    html`<${message.audio?.voice ? VoiceNote : Track} message=${message} room=${room} />`,
});

function useMessagePlayer(message) {
  const { store, wa, number, say } = usePhone();
  const source = mediaSource(message.audio, message);
  const player = usePlayer(source.src, (silent) => {
    if (silent)
      say(source.host ? `The sound lies at ${source.host}: played silently` : 'Played silently');
    const first = message.direction === 'out' && message.status !== 'played';
    if (first && message.audio?.voice) store.markPlayed(wa, number.id, message.id);
  });
  return { source, player };
}

function PlayButton({ player, what }) {
  return html`<button class="ph-voice__play" onClick=${player.toggle}
    aria-label=${player.playing ? `Pause ${what}` : `Play ${what}`}>
    <${player.playing ? Icon.Pause : Icon.Play} size=${24} /></button>`;
}

/** Lies unseen over the drawing, so that a finger and the arrow keys move the place. */
const Position = ({ player }) => html`<input class="ph-voice__seek" type="range" min="0" max="100"
  aria-label="Position" value=${Math.round(player.done * 100)}
  aria-valuetext=${minuteSecond(player.at)} onInput=${(e) => player.seek(e.target.value / 100)} />`;

const Speed = ({ player }) => html`<button class="ph-voice__speed" onClick=${player.faster}
  aria-label=${`Speed ${player.speed}×`}><span>${player.speed}×</span></button>`;

function timeText({ playing, at, length }) {
  if (playing || at > 0) return minuteSecond(at);
  return length === null ? '' : minuteSecond(length);
}

function VoiceNote({ message, room }) {
  const { source, player } = useMessagePlayer(message);
  const heights = useWaveform(source.src, WAVE_BARS) ?? drawn(message.id);
  const heard = message.status === (message.direction === 'out' ? 'played' : 'read');
  return html`<div class="ph-voice" data-heard=${heard}><${PlayButton} player=${player}
      what="voice message" />
    <span class="ph-voice__wave">${heights.map(
      (h, i) => html`<i key=${i} data-done=${i / WAVE_BARS < player.done}
        style=${{ height: `${Math.round(BAR_MIN_PX + h * (BAR_MAX_PX - BAR_MIN_PX))}px` }} />`,
    )}<b style=${{ left: `${player.done * 100}%` }} /><${Position} player=${player} /></span>
    ${
      player.playing || player.at > 0
        ? html`<${Speed} player=${player} />`
        : html`<span class="ph-voice__mic" role="img"
          aria-label=${heard ? 'Voice message, played' : 'Voice message'}><${Icon.Mic} size=${22} />
          </span>`
    }</div>
    <div class="ph-voice__foot"><span>${timeText(player)}</span>${room}</div>`;
}

function Track({ message, room }) {
  const { source, player } = useMessagePlayer(message);
  const about = [timeText(player), source.file, sizeText(source.size), source.host];
  return html`<div class="ph-voice ph-voice--track">
    <span class="ph-voice__kind"><${Icon.Headphones} size=${24} /></span>
    <${PlayButton} player=${player} what="audio" />
    <span class="ph-voice__wave"><u><s style=${{ width: `${player.done * 100}%` }} /></u>
      <b style=${{ left: `${player.done * 100}%` }} /><${Position} player=${player} /></span>
    ${(player.playing || player.at > 0) && html`<${Speed} player=${player} />`}</div>
    <div class="ph-voice__foot"><span>${about.filter(Boolean).join(' · ')}</span>${room}</div>`;
}

/** A waveform out of the message's id: the same each time, where the bytes are not here. */
function drawn(id) {
  let seed = [...id].reduce((n, c) => (n * 31 + c.charCodeAt(0)) >>> 0, 7);
  return Array.from({ length: WAVE_BARS }, () => {
    seed = (seed * 1664525 + 1013904223) >>> 0;
    return (seed / 2 ** 32) ** 1.6;
  });
}
