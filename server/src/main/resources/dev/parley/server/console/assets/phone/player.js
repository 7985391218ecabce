// Playing a sound: one at a time on the page. What the page may not load is played silently, so
// that the progress, and what follows from it, can be seen all the same.
import { useEffect, useRef, useState } from '../html.js';

export const SPEEDS = [1, 1.5, 2];
/** A sound whose bytes are not here is played for so long. */
const SILENT_SECONDS = 6;
const TICK_MS = 50;

let stopOther = () => {};

/** A sound that makes no sound: what of an `Audio` the player needs. */
class Silence extends EventTarget {
  currentTime = 0;
  duration = SILENT_SECONDS;
  playbackRate = 1;

  async play() {
    this.timer = setInterval(() => {
      this.currentTime = Math.min(
        this.duration,
        this.currentTime + (TICK_MS / 1000) * this.playbackRate,
      );
      this.dispatchEvent(new Event('timeupdate'));
      if (this.currentTime >= this.duration) {
        this.pause();
        this.dispatchEvent(new Event('ended'));
      }
    }, TICK_MS);
  }

  pause() {
    clearInterval(this.timer);
  }
}

/**
 * @param src an address of the page's own server; undefined plays silently
 * @param onStart told each time it starts from the beginning
 * @returns {{playing: boolean, at: number, length: number|null, speed: number, silent: boolean,
 *   toggle(): void, seek(fraction: number): void, faster(): void}}
 */
export function usePlayer(src, onStart) {
  const [state, setState] = useState({ playing: false, at: 0, length: null });
  const [speed, setSpeed] = useState(1);
  const [broken, setBroken] = useState(false);
  const sound = useRef(null);
  const silent = !src || broken;
  const change = (changes) => setState((s) => ({ ...s, ...changes }));

  useEffect(() => {
    const made = silent ? new Silence() : new Audio();
    sound.current = made;
    made.addEventListener('timeupdate', () => change({ at: made.currentTime }));
    made.addEventListener('ended', () => {
      made.currentTime = 0;
      change({ playing: false, at: 0 });
    });
    if (!silent) {
      made.preload = 'metadata';
      made.addEventListener('loadedmetadata', () => change({ length: finite(made.duration) }));
      made.addEventListener('error', () => setBroken(true));
      made.src = src;
    }
    return () => made.pause();
  }, [src, silent]);

  const pause = () => {
    sound.current.pause();
    change({ playing: false });
  };
  return {
    ...state,
    speed,
    silent,
    toggle() {
      if (state.playing) return pause();
      stopOther();
      stopOther = pause;
      sound.current.playbackRate = speed;
      if (sound.current.currentTime === 0) onStart(silent);
      change({ playing: true });
      return sound.current.play().catch(pause);
    },
    seek(fraction) {
      sound.current.currentTime = fraction * (finite(sound.current.duration) ?? 0);
      change({ at: sound.current.currentTime });
    },
    faster() {
      const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length];
      sound.current.playbackRate = next;
      setSpeed(next);
    },
    /** How far it is, from 0 to 1. */
    done: state.at / (state.length ?? SILENT_SECONDS),
  };
}

const finite = (n) => (Number.isFinite(n) && n > 0 ? n : null);

/** `1:07` */
export function minuteSecond(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Rate at which a sound is decoded for its waveform; enough for bars of 3 px. */
const DECODE_HZ = 8000;

/** Heights from 0 to 1, out of the bytes; null as long as, or when, they can't be read. */
export function useWaveform(src, bars) {
  const [heights, setHeights] = useState(null);
  useEffect(() => {
    let wanted = true;
    setHeights(null);
    if (!src) return undefined;
    peaks(src, bars)
      .then((read) => wanted && setHeights(read))
      .catch(() => wanted && setHeights(null));
    return () => {
      wanted = false;
    };
  }, [src, bars]);
  return heights;
}

async function peaks(src, bars) {
  const bytes = await (await fetch(src)).arrayBuffer();
  const sound = await new OfflineAudioContext(1, 1, DECODE_HZ).decodeAudioData(bytes);
  const samples = sound.getChannelData(0);
  const step = Math.max(1, Math.floor(samples.length / bars));
  const loudest = Array.from({ length: bars }, (_, bar) => {
    let most = 0;
    for (let i = bar * step; i < Math.min(samples.length, (bar + 1) * step); i++)
      most = Math.max(most, Math.abs(samples[i]));
    return most;
  });
  const top = Math.max(...loudest, Number.EPSILON);
  return loudest.map((n) => n / top);
}
