// Times and durations in the words of the page. Instants are ISO strings or epoch milliseconds of
// the sandbox's clock; they are shown in the reader's time zone, as a phone shows them.

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Epoch milliseconds of an ISO instant. Finer digits than milliseconds are dropped. */
export function millis(instant) {
  return typeof instant === 'number' ? instant : Date.parse(instant);
}

const two = (n) => String(n).padStart(2, '0');

/** `18:42:15` */
export function clockTime(instant) {
  const d = new Date(millis(instant));
  return `${two(d.getHours())}:${two(d.getMinutes())}:${two(d.getSeconds())}`;
}

/** `18:42:15.123` */
export function preciseTime(instant) {
  const ms = new Date(millis(instant)).getMilliseconds();
  return `${clockTime(instant)}.${String(ms).padStart(3, '0')}`;
}

/** `Tue 24 Nov` */
export function day(instant) {
  const d = new Date(millis(instant));
  return `${DAYS[d.getDay()]} ${d.getDate()} ${MONTHS[d.getMonth()]}`;
}

/** `Tue 24 Nov 2026` */
export function dayWithYear(instant) {
  return `${day(instant)} ${new Date(millis(instant)).getFullYear()}`;
}

/** Two instants lie on one day of the reader's calendar. */
export function sameDay(a, b) {
  return new Date(millis(a)).toDateString() === new Date(millis(b)).toDateString();
}

/** `2026-11-24T18:42:15`, as an `<input type="datetime-local">` wants it. */
export function localInputValue(instant) {
  const d = new Date(millis(instant));
  const date = `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
  return `${date}T${clockTime(d.getTime())}`;
}

/** `23:57:52`; hours count on beyond a day. Never below zero. */
export function countdown(ms) {
  const seconds = Math.max(0, Math.ceil(ms / SECOND_MS));
  const minutes = Math.floor(seconds / 60);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** The two largest units that matter: `24 h 15 m`, `3 m 53 s`, `5 s`, `2 d`, `420 ms`. */
export function duration(ms) {
  const whole = Math.max(0, Math.round(ms));
  if (whole < SECOND_MS) return `${whole} ms`;
  const seconds = Math.round(whole / SECOND_MS);
  const units = [
    [Math.floor(seconds / 86400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
    [seconds % 60, 's'],
  ];
  // "24 h" is what everybody says of the window, so days begin at two.
  if (units[0][0] === 1) units.splice(0, 2, [units[1][0] + 24, 'h']);
  const first = units.findIndex(([n]) => n > 0);
  return units
    .slice(first, first + 2)
    .filter(([n]) => n > 0)
    .map(([n, unit]) => `${n} ${unit}`)
    .join(' ');
}

/** As on the window chip: `23 h 57 m`, `57 m`, `40 s`; rounded down: no window is longer. */
export function remaining(ms) {
  const step = ms >= MINUTE_MS ? MINUTE_MS : SECOND_MS;
  const text = duration(Math.floor(Math.max(0, ms) / step) * step);
  return text === '0 ms' ? '0 s' : text;
}

/** How long a call took: `3 ms`, `0.4 ms`, `1.2 s`. */
export function took(ms) {
  if (ms == null) return '';
  if (ms >= 10 * SECOND_MS) return `${Math.round(ms / SECOND_MS)} s`;
  if (ms >= SECOND_MS) return `${(ms / SECOND_MS).toFixed(1)} s`;
  return ms < 1 ? `${Math.max(0.1, ms).toFixed(1)} ms` : `${Math.round(ms)} ms`;
}

/** An ISO-8601 duration of days and time in milliseconds (`PT24H`, `P1DT30M`), or null. */
export function isoDuration(text) {
  const m = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text ?? '');
  if (!m || text === 'P') return null;
  const [days, hours, minutes, seconds] = m.slice(1).map((part) => Number(part ?? 0));
  return days * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS;
}

/** `1h 30m`, `90 min`, `2d`, `PT24H` as typed into the clock's field, in milliseconds, or null. */
export function typedDuration(text) {
  const trimmed = text.trim();
  const iso = isoDuration(trimmed.toUpperCase());
  if (iso != null) return iso;
  const part = /(\d+(?:[.,]\d+)?)\s*(d|h|m|s)[a-z]*\s*/giy;
  const unit = { d: DAY_MS, h: HOUR_MS, m: MINUTE_MS, s: SECOND_MS };
  let total = 0;
  while (part.lastIndex < trimmed.length) {
    const m = part.exec(trimmed);
    if (!m) return null;
    total += Number(m[1].replace(',', '.')) * unit[m[2].toLowerCase()];
    if (part.lastIndex === 0) return null;
  }
  return total > 0 ? total : null;
}
