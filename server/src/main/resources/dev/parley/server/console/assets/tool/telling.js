// What belongs to an event and can be read of it: the request, the answer, its webhooks. Pure.
import { eventKey } from '../keys.js';
import { duration, millis } from './times.js';

const STATUSES = new Set([
  'message.sent',
  'message.delivered',
  'message.read',
  'message.played',
  'message.failed',
]);

/** The path of the message or status that a webhook is about: its envelope is always the same. */
export function webhookRoot(webhook) {
  const value = webhook?.entry?.[0]?.changes?.[0]?.value;
  const list = ['statuses', 'messages', 'errors'].find((name) => value?.[name]?.length);
  return list ? `$.entry[0].changes[0].value.${list}[0]` : '$';
}

/** Lines of a failed status to colour: where code and title stand. */
export function failureMarks(webhook) {
  const root = webhookRoot(webhook);
  return [{ path: `${root}.errors[0].code` }, { path: `${root}.errors[0].title` }];
}

/** The API call behind an event: the one that sent the message, or that marked it read. */
export function callOf(event, accepted, calls) {
  if (event.call) return calls.find((c) => c.id === event.call);
  if (event.kind === 'message.read_by_business') {
    return calls.findLast((c) => c.body?.message_id === event.wamid && c.at <= event.at);
  }
  return accepted ? calls.find((c) => c.wamid === accepted.wamid) : undefined;
}

/** All that the page knows of the message an event is about. */
export function aboutEvent(event, events, calls) {
  const ofMessage = event.wamid ? events.filter((e) => e.wamid === event.wamid) : [event];
  const accepted = ofMessage.find((e) => e.kind === 'message.accepted');
  const call = callOf(event, accepted, calls);
  const own =
    event.kind === 'message.accepted'
      ? ofMessage.filter((e) => e.webhook)
      : event.webhook
        ? [event]
        : [];
  return { request: accepted?.request ?? null, call: call ?? null, webhooks: own };
}

/** The tabs of an event's detail, the most telling one first when it failed. */
export function detailTabs(event, about) {
  const request = { id: 'request', label: 'Request' };
  const answer = { id: 'answer', label: 'Answer' };
  const fromBot = Boolean(about.request || about.call);
  if (event.kind === 'message.accepted') {
    return [
      request,
      answer,
      ...(about.webhooks.length
        ? [{ id: 'webhook', label: `Webhooks ${about.webhooks.length}` }]
        : []),
    ];
  }
  if (event.webhook) {
    const label = STATUSES.has(event.kind) ? 'Status webhook' : 'Webhook';
    return [{ id: 'webhook', label }, ...(fromBot ? [request, answer] : [])];
  }
  return [...(fromBot ? [request, answer] : []), { id: 'event', label: 'Event' }];
}

/** How long before an event the user had last written, such as `24 h 15 m`; undefined if never. */
export function lastWroteBefore(event, events) {
  const last = events.findLast(
    (e) => e.kind === 'message.received' && e.at <= event.at && eventKey(e) !== eventKey(event),
  );
  return last
    ? duration(Math.floor((millis(event.at) - millis(last.at)) / 60_000) * 60_000)
    : undefined;
}
