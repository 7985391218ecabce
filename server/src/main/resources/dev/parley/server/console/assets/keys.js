// How the state names its parts, and how much of each it keeps.
export const CALLS_MAX = 1000;
export const DELIVERIES_MAX = 2000;
/** Events kept per chat; older ones leave the page but stay in the journal. */
export const EVENTS_MAX = 2000;

export const chatKey = (waId, number) => `${waId}/${number}`;
/** Names an event: its stream and its place there. */
export const eventKey = (event) => `${event.stream}/${event.seq}`;
/** The chat an event belongs to; '' when it belongs to none (clock, handset …). */
export const eventChat = (e) => (e.chat && e.number ? chatKey(e.chat, e.number) : '');
