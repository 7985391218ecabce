// Failures in plain words: what happened, and what helps. What the platform says itself stays
// visible in the JSON below; the codes are those of its error reference.

/**
 * @param {{code: number, title?: string, details?: string}} error
 * @param {{name: string, lastWrote?: string}} chat `name` of the user; `lastWrote`: how long before
 *   the failure the user had last written, such as `24 h 15 m`, if ever
 * @returns {{title: string, code: number, why: string, more: string,
 *   remedies: ('write'|'template')[]}}
 */
export function explained(error, { name, lastWrote }) {
  const known = EXPLANATIONS[error.code]?.({ name, lastWrote }) ?? {};
  return {
    code: error.code,
    title: error.title ?? 'Failed',
    why: known.why ?? error.details ?? error.title ?? 'The network gave no reason.',
    more: known.more ?? '',
    remedies: known.remedies ?? [],
  };
}

const LATER =
  'POST /messages answered 200 all the same: this failure always comes later, as a status webhook.';

const EXPLANATIONS = {
  131047: ({ name, lastWrote }) => ({
    why:
      (lastWrote
        ? `${name} last wrote ${lastWrote} earlier. `
        : `${name} has never written to this number. `)
      + 'Once 24 hours have passed since a user’s last message, only templates get through, '
      + `so ${name}’s phone never got this one.`,
    more: `${LATER} Sending it again won’t help; a word from ${name} will.`,
    remedies: ['write', 'template'],
  }),
  131026: ({ name }) => ({
    why:
      `The message could not reach ${name}. The number is not on WhatsApp, its app is too `
      + `old, or ${name} has blocked this number; to protect the user, the network does not `
      + 'say which.',
    more:
      `${LATER} Look at the handset’s settings for a block. Numbers that begin with 1555019 `
      + 'fail on purpose.',
  }),
  131009: ({ name }) => ({
    why:
      'A value in the message does not hold for this chat: a reaction to a message that is '
      + 'gone, older than 30 days or itself a reaction, or a product that the catalog does '
      + `not have. ${name} sees nothing.`,
    more: 'The details below name it. Correct the value; the same body will fail again.',
  }),
  131049: ({ name }) => ({
    why:
      `The network holds this marketing message back: ${name} gets too many from businesses `
      + 'already.',
    more:
      'Not before 24 hours have passed will it be worth another try. Utility templates and '
      + 'answers in an open window are not limited.',
    remedies: ['write'],
  }),
  131050: ({ name }) => ({
    why: `${name} has chosen to stop marketing messages from this business.`,
    more: 'Do not send it again. Other kinds of templates still reach the phone.',
  }),
  130429: () => ({
    why:
      'The number sent faster than the network takes messages: 80 a second, up to 1,000 '
      + 'after an upgrade.',
    more: 'Send it again after a pause, and let pauses grow.',
  }),
  131056: ({ name }) => ({
    why: `Too many messages to ${name} in a short time: one in six seconds, and bursts of 45.`,
    more: 'Wait 4 seconds, then 16, then 64, and send it again.',
  }),
  131048: () => ({
    why: 'The number may not send for now: too many users blocked or reported it.',
    more: 'Its quality rating must recover first; sending on makes it worse.',
  }),
  131000: () => ({
    why: 'Something went wrong inside the network, and it does not say what.',
    more: 'The same message may get through a moment later.',
  }),
  131051: () => ({
    why: 'The network does not deliver this type of message.',
    more: 'The same body will fail again; send another type.',
  }),
  131053: () => ({
    why:
      'The picture, video or document could not be fetched: its link did not answer, was '
      + 'too large, or had a type that is not allowed.',
    more: `${LATER} Open the link without a login, and look at its Content-Type.`,
  }),
  131021: () => ({ why: 'The number wrote to itself; sender and recipient must differ.' }),
  132001: () => ({
    why: 'There is no template of this name in this language.',
    more: 'Name and language code must match exactly: en_US is not en.',
  }),
};
