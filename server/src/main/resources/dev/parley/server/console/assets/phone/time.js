// Times as a phone shows them, in the time zone of whoever looks.
const DAY_MS = 86_400_000;

const clockFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const weekdayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'long' });
const dateFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const shortFormat = new Intl.DateTimeFormat('en-GB', {
  day: '2-digit',
  month: '2-digit',
  year: '2-digit',
});

export const hourMinute = (time) => clockFormat.format(new Date(time));

/** Days from a time to now, counted by calendar days. */
function daysAgo(time, now) {
  const midnight = (t) => new Date(t).setHours(0, 0, 0, 0);
  return Math.round((midnight(now) - midnight(time)) / DAY_MS);
}

/** Text of a day separator. */
export function dayName(time, now) {
  const days = daysAgo(time, now);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return days > 1 && days < 7
    ? weekdayFormat.format(new Date(time))
    : dateFormat.format(new Date(time));
}

/** Time of a row in the chat list. */
export function listTime(time, now) {
  const days = daysAgo(time, now);
  if (days === 0) return hourMinute(time);
  return days === 1 ? 'Yesterday' : shortFormat.format(new Date(time));
}

export const sameMinute = (a, b) =>
  hourMinute(a) === hourMinute(b) && Math.abs(Date.parse(a) - Date.parse(b)) < 60_000;
