// What a person does with a handset, and what the tools do with the sandbox. Each action returns a
// promise; a refusal becomes a toast. Nothing is drawn ahead of the server: it answers within a few
// milliseconds, and its live stream brings the result.
import { chatPath } from './api.js';

/** Paths of an address form's fields, in the problems of a refused call. */
const ADDRESS_VALUES = '$.values.';

export function handsetActions(store) {
  const { api, attempt } = store;
  const message = (wa, number, wamid, verb) => chatPath(wa, number, 'messages', wamid, verb);

  /** Does something in a chat, then reads the chat again at once (the live stream may be down). */
  const inChat = (wa, number, call) =>
    attempt(async () => {
      const answer = await call();
      store.clearUnread(wa, number);
      store.sync.refreshChat(wa, number);
      return answer;
    });

  const send = (wa, number, body, replyTo) =>
    inChat(wa, number, () =>
      api.post(
        chatPath(wa, number, 'messages'),
        replyTo ? { ...body, context: { id: replyTo } } : body,
      ),
    );

  return {
    // A message object as in a webhook, without from, id and timestamp.
    sendMessage: send,
    sendText: (wa, number, text, replyTo) =>
      send(wa, number, { type: 'text', text: { body: text } }, replyTo),
    /** A question about a product: a text whose context names it. */
    askAboutProduct: (wa, number, text, catalogId, retailerId) =>
      send(wa, number, {
        type: 'text',
        text: { body: text },
        context: { referred_product: { catalog_id: catalogId, product_retailer_id: retailerId } },
      }),

    tap: (wa, number, wamid, id) =>
      inChat(wa, number, () => api.post(message(wa, number, wamid, 'tap'), { id })),
    /** An empty emoji takes the reaction back. */
    react: (wa, number, wamid, emoji) =>
      inChat(wa, number, () => api.post(message(wa, number, wamid, 'reaction'), { emoji })),
    sendLocation: (wa, number, wamid, location) =>
      wamid
        ? inChat(wa, number, () => api.post(message(wa, number, wamid, 'location'), location))
        : send(wa, number, { type: 'location', location }),
    /** @param order as in a webhook; a cart out of the catalog answers no message (no wamid) */
    sendOrder: (wa, number, wamid, order) =>
      wamid
        ? inChat(wa, number, () =>
            api.post(message(wa, number, wamid, 'order'), {
              product_items: order.product_items.map(({ product_retailer_id, quantity }) => ({
                product_retailer_id,
                quantity,
              })),
              ...(order.text && { text: order.text }),
            }),
          )
        : send(wa, number, { type: 'order', order }),
    deleteMessage: (wa, number, wamid) =>
      inChat(wa, number, () => api.del(chatPath(wa, number, 'messages', wamid))),
    /**
     * The user opened a link: no webhook, but the journal notes it.
     *
     * @param card index of the carousel's card that holds the link
     */
    openLink: (wa, number, wamid, card) =>
      inChat(wa, number, () =>
        api.post(message(wa, number, wamid, 'link'), card === undefined ? {} : { card }),
      ),
    /** The first time that a voice note of the business is played. */
    markPlayed: (wa, number, wamid) =>
      inChat(wa, number, () => api.post(message(wa, number, wamid, 'played'))),
    /** @param {'accept'|'reject'} response */
    answerCallPermission: (wa, number, wamid, response, isPermanent) =>
      inChat(wa, number, () =>
        api.post(message(wa, number, wamid, 'call_permission'), {
          response,
          is_permanent: isPermanent,
        }),
      ),
    /** Gives the user's own card to the business that asked for it. */
    shareContactInfo: (wa, number, wamid) =>
      inChat(wa, number, () => api.post(message(wa, number, wamid, 'contact'))),
    /** Puts a file of the user's on the server: `{id, mime_type, sha256, file_size}`. */
    uploadFile: (file) => attempt(() => api.upload('sandbox/media', file)),
    sendContacts: (wa, number, contacts) => send(wa, number, { type: 'contacts', contacts }),
    answerFlow: (wa, number, wamid, response) =>
      inChat(wa, number, () => api.post(message(wa, number, wamid, 'flow'), { response })),
    /**
     * Sends an address form. What is wrong with its fields is answered as `{problems}`, so that the
     * form can show it beside them; any other refusal becomes a toast.
     */
    answerAddress: (wa, number, wamid, form) =>
      inChat(wa, number, async () => {
        try {
          return await api.post(message(wa, number, wamid, 'address'), form);
        } catch (error) {
          if (error.problems?.some((p) => p.path?.startsWith(ADDRESS_VALUES)))
            return { problems: fieldProblems(error.problems) };
          throw error;
        }
      }),
    markRead: (wa, number, wamid) =>
      attempt(async () => {
        await api.post(message(wa, number, wamid, 'read'));
        store.sync.refreshChat(wa, number);
      }),

    patchHandset: (wa, changes) =>
      attempt(async () => {
        const handset = await api.patch(`sandbox/handsets/${encodeURIComponent(wa)}`, changes);
        store.set(({ handsets }) => ({
          handsets: handsets.map((h) => (h.wa_id === wa ? { ...h, ...changes, ...handset } : h)),
        }));
        store.sync.refreshHandset(wa);
        return handset;
      }),
    addHandset: (handset) =>
      attempt(async () => {
        const added = await api.post('sandbox/handsets', handset);
        await store.sync.loadWorld();
        store.selectHandset(added.wa_id);
        return added;
      }),
    removeHandset: (wa) =>
      attempt(async () => {
        await api.del(`sandbox/handsets/${encodeURIComponent(wa)}`);
        await store.sync.loadWorld();
      }),

    // The reviewer ---------------------------------------------------------------------------------
    reviewTemplate: (id, decision) =>
      attempt(async () => {
        await api.post(`sandbox/templates/${encodeURIComponent(id)}`, decision);
        await store.sync.loadTemplates();
      }),
    /** @param {string} review how new templates are reviewed */
    setReview: (review) =>
      attempt(async () => {
        await api.post('sandbox/templates', { review });
        await store.sync.loadTemplates();
      }),

    /** @param {string} duration ISO 8601, such as `PT1H` */
    advanceClock: (duration) => moveClock({ advance: duration }),
    /** @param {string} instant ISO 8601; never before now */
    setClock: (instant) => moveClock({ set: instant }),
    addFault: (fault) =>
      attempt(async () => {
        const added = await api.post('sandbox/faults', fault);
        await store.sync.loadWorld();
        return added;
      }),
    removeFault: (id) =>
      attempt(async () => {
        await api.del(`sandbox/faults/${encodeURIComponent(id)}`);
        await store.sync.loadWorld();
      }),
    reset: () =>
      attempt(async () => {
        await api.post('sandbox/reset');
        await store.sync.loadAll();
        store.toast('The sandbox is back at its seed');
      }),
  };

  function moveClock(body) {
    return attempt(async () => {
      store.sync.hearClock(await api.post('sandbox/clock', body));
      store.sync.loadOpen();
    });
  }
}

/** Problems by the field of the form they are about. */
const fieldProblems = (problems) =>
  Object.fromEntries(
    problems
      .filter((p) => p.path?.startsWith(ADDRESS_VALUES))
      .map((p) => [p.path.slice(ADDRESS_VALUES.length), p.problem]),
  );
