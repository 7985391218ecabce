// Which command does again what an event tells of.
import { chatPath } from '../api.js';
import { baseUrl, curl, sendCurl } from './curl.js';

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** The command for an event, or null where there is nothing to do again. */
export function curlOfEvent({ event, request, call, number, webhook }) {
  if (event.kind === 'message.received') return userCurl(event, webhook);
  if (event.kind === 'clock.moved' || event.kind === 'handset.changed') return null;
  const body = request ?? call?.body;
  return body ? sendCurl({ number, body, path: call?.path, method: call?.method }) : null;
}

/** What lets the user say it again: a tap for a choice, else the message itself. */
function userCurl(event, webhook) {
  const message = webhook?.entry?.[0]?.changes?.[0]?.value?.messages?.[0];
  if (!message || !event.chat || !event.number) return null;
  const { from, id, timestamp, from_user_id: user, ...content } = message;
  const chosen = content.interactive?.list_reply?.id ?? content.interactive?.button_reply?.id;
  const [path, body] =
    chosen && content.context?.id
      ? [chatPath(event.chat, event.number, 'messages', content.context.id, 'tap'), { id: chosen }]
      : [chatPath(event.chat, event.number, 'messages'), content];
  return curl({ url: `${baseUrl()}/${path}`, headers: JSON_TYPE, body });
}

/** A call of the bot's as it came; its key is masked in the log, so the number's own is put in. */
export function curlOfCall(call, number) {
  return sendCurl({ number, body: call.body ?? undefined, path: call.path, method: call.method });
}
