// The user's answers to interactive messages: the choice that was made, under the quote.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';
import { Row } from './commerce.js';
import { AnswerSheet } from '../sheets/AnswerSheet.js';

export function replyParts(interactive) {
  switch (interactive.type) {
    case 'list_reply':
      return listReply(interactive.list_reply);
    case 'button_reply':
      return plainReply(interactive.button_reply.title);
    case 'nfm_reply':
      return interactive.nfm_reply.name === 'address_message'
        ? addressReply(interactive.nfm_reply)
        : flowReply(interactive.nfm_reply);
    case 'call_permission_reply':
      return callPermissionReply(interactive.call_permission_reply);
    default:
      return plainReply(interactive.type);
  }
}

const plainReply = (text) => ({
  body: (room) => html`<div class="ph-text">${text}${room}</div>`,
});

function listReply({ title, description }) {
  if (!description)
    return { body: (room) => html`<div class="ph-text ph-bold">${title}${room}</div>` };
  return {
    wide: true,
    body: (room) =>
      html`<div class="ph-text ph-bold">${title}</div><div class="ph-small">${description}${room}
        </div>`,
  };
}

function flowReply(reply) {
  return {
    wide: true,
    body: (room) => html`<${Kind} icon=${Icon.Flow} title="Response sent"
      text=${reply.body && reply.body !== 'Sent' ? reply.body : ''} />
      <div class="ph-text">${room}</div>`,
    foot: html`<${Row} sheet=${AnswerSheet} props=${{ json: reply.response_json }}>
      View response<//>`,
  };
}

function addressReply(reply) {
  return {
    wide: true,
    body: (room) => html`<${Kind} icon=${Icon.Home} title="Address" />
      <div class="ph-text ph-lines">${reply.body}${room}</div>`,
  };
}

function callPermissionReply(reply) {
  const words = callPermissionWords(reply);
  return {
    wide: true,
    body: (room) => html`<${Kind} icon=${reply.response === 'accept' ? Icon.Phone : Icon.Block}
      title=${words.title} text=${words.text} /><div class="ph-text">${room}</div>`,
  };
}

/** What the user decided about calls. */
export function callPermissionWords({
  response,
  expiration_timestamp: until,
  is_permanent: always,
}) {
  if (response !== 'accept') return { title: 'Calls not allowed', text: '' };
  if (always || !until) return { title: 'Calls allowed', text: always ? 'Always' : '' };
  return { title: 'Calls allowed', text: `Until ${DAY.format(new Date(Number(until) * 1000))}` };
}

const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'long' });

const Kind = ({ icon: KindIcon, title, text }) => html`<div class="ph-kind">
  <span class="ph-kind__mark"><${KindIcon} size=${22} /></span>
  <span><b>${title}</b>${text && html`<small>${text}</small>`}</span></div>`;
