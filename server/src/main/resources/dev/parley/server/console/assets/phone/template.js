// A sent template as the server put it together (`message.rendered`), or where it did not know the
// definition, what the message itself tells.

/** What a button says whose own label is not known. */
const LABELS = {
  QUICK_REPLY: 'Quick reply',
  URL: 'Visit website',
  PHONE_NUMBER: 'Call',
  VOICE_CALL: 'Call Now',
  COPY_CODE: 'Copy code',
  OTP: 'Copy code',
  CATALOG: 'View catalog',
  MPM: 'View items',
  SPM: 'View item',
  FLOW: 'Open form',
  ORDER_DETAILS: 'Review and pay',
  REQUEST_CONTACT_INFO: 'Share contact info',
  PAYMENT_REQUEST: 'Copy code',
};

const components = (message) => message.template?.components ?? [];
const kindOf = (component) => (component.type ?? '').toLowerCase();
const component = (list, kind) => list.find((c) => kindOf(c) === kind);

/** A parameter in words; undefined for one that is no text. */
function valueOf(parameter) {
  return (
    parameter?.text ?? parameter?.currency?.fallback_value ?? parameter?.date_time?.fallback_value
  );
}

const values = (parameters = []) => parameters.map(valueOf).filter(Boolean);

/** The template's words, or its name and the values put into it. */
export function bodyText(message) {
  if (message.rendered) return message.rendered.body;
  const sent = component(components(message), 'body')?.parameters;
  const known = values(sent).map((value) => `- ${value}`);
  return [`Template *${message.template?.name}*`, ...known].join('\n');
}

/** As `Header` draws it, or undefined. */
export function headerOf(message) {
  return header(component(components(message), 'header')?.parameters, message.rendered?.header);
}

function header(parameters, defined) {
  if (typeof defined === 'string') return { type: 'text', text: defined };
  if (defined) return defined;
  const [sent] = parameters ?? [];
  return sent?.type === 'text' ? { type: 'text', text: sent.text } : sent;
}

/** `{text?, expires?}` of a limited offer, or null. */
export function offerOf(message) {
  const sent = component(components(message), 'limited_time_offer');
  const defined = message.rendered?.limited_time_offer;
  if (!sent && !defined) return null;
  const [parameter] = sent?.parameters ?? [];
  return { text: defined?.text, expires: parameter?.limited_time_offer?.expiration_time_ms };
}

/** `[{kind, text, id?, url?, code?, card?, defined}]` in the order of the template. */
export const buttonsOf = (message) => buttons(components(message), message.rendered?.buttons);

function buttons(list, defined) {
  const sent = list.filter((c) => kindOf(c) === 'button');
  const at = (index) => sent.find((c, i) => Number(c.index ?? i) === index);
  if (defined) return numbered(defined.map((button, i) => joined(button, at(i), i)));
  return [...sent]
    .sort((a, b) => Number(a.index ?? 0) - Number(b.index ?? 0))
    .map((c, i, all) => joined({ type: c.sub_type }, c, Number(c.index ?? i), all.length > 1));
}

/** With the place of each link among all links from `first` on, by which the server opens it. */
function numbered(buttons, first = 0) {
  let next = first;
  return buttons.map((button) => (button.kind === 'URL' ? { ...button, card: next++ } : button));
}

const linksOf = (buttons) => buttons.filter((button) => button.kind === 'URL').length;

/** @param several one of several, told apart by their places where their words are unknown */
function joined(button, sent, index, several = false) {
  const kind = (button.type ?? '').toUpperCase();
  const [parameter] = sent?.parameters ?? [];
  const number = several && kind === 'QUICK_REPLY' && !button.text ? ` ${index + 1}` : '';
  return {
    kind,
    text: button.text ?? `${LABELS[kind] ?? 'Option'}${number}`,
    // A tap names the button by its payload, or else by its words, or else by its place.
    id: button.id ?? parameter?.payload ?? button.payload ?? button.text ?? String(index),
    url: button.url,
    code: button.code ?? parameter?.coupon_code ?? parameter?.text,
    defined: button,
  };
}

/** The cards of a template's carousel, as `Cards` draws them. */
export function cardsOfTemplate(message) {
  const sent = component(components(message), 'carousel')?.cards ?? [];
  const defined = message.rendered?.cards ?? [];
  let links = 0;
  const numberedFrom = (list) => {
    const first = links;
    links += linksOf(list);
    return numbered(list, first);
  };
  return Array.from({ length: Math.max(sent.length, defined.length) }, (_, i) => {
    const list =
      sent.find((c) => Number(c.card_index) === i)?.components ?? sent[i]?.components ?? [];
    const known = defined[i] ?? {};
    const head = header(component(list, 'header')?.parameters, known.header);
    const words = component(list, 'body')?.parameters;
    const product = head?.type === 'product' ? head.product : null;
    return {
      header: head,
      ...(product && {
        product: { retailerId: product.product_retailer_id, catalogId: product.catalog_id },
      }),
      body: known.body ?? values(words).join(' · '),
      // The face of a product has its own "View".
      buttons: numberedFrom(buttons(list, known.buttons).filter(({ kind }) => kind !== 'SPM')),
    };
  });
}
