// What stands above the words of a bubble: that it was forwarded, the advertisement that led to the
// chat, the product that is asked about.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';
import { money, productOf } from '../catalog.js';
import { usePhone } from '../context.js';
import { mediaSource } from '../media-source.js';
import { ProductSheet } from '../sheets/ProductSheet.js';

export function Above({ message }) {
  const { context, referral } = message;
  const product = context?.referred_product;
  if (message.deleted) return null;
  return html`${
    forwardedText(context) &&
    html`<div class="ph-forwarded">
      <${context.frequently_forwarded ? Icon.ForwardMany : Icon.Forward} size=${14} />
      ${forwardedText(context)}</div>`
  }
    ${referral && html`<${Referral} referral=${referral} />`}
    ${product && html`<${ReferredProduct} product=${product} />`}`;
}

function forwardedText(context) {
  if (context?.frequently_forwarded) return 'Forwarded many times';
  return context?.forwarded ? 'Forwarded' : null;
}

function Referral({ referral }) {
  const { src, host } = mediaSource({ link: referral.thumbnail_url ?? referral.image_url });
  const [kind, KindIcon] =
    referral.source_type === 'post' ? ['Post', Icon.Image] : ['Ad', Icon.Megaphone];
  return html`<div class="ph-ad" role="group" aria-label=${`${kind}: ${referral.headline ?? ''}`}>
    ${
      src
        ? html`<img class="ph-ad__picture" src=${src} alt="" loading="lazy" />`
        : html`<span class="ph-ad__picture" title=${host || undefined}>
          <${referral.media_type === 'video' ? Icon.Play : KindIcon} size=${26} /></span>`
    }
    <span class="ph-ad__text"><b>${referral.headline || 'Advertisement'}</b>
      ${referral.body && html`<span>${referral.body}</span>`}
      <small><i>${kind}</i>${sourceHost(referral.source_url)}</small></span></div>`;
}

function sourceHost(address) {
  try {
    return new URL(address).host;
  } catch {
    return address ?? '';
  }
}

function ReferredProduct({ product }) {
  const { catalogs, openSheet } = usePhone();
  const { product_retailer_id: retailerId, catalog_id: catalogId } = product;
  const known = productOf(catalogs, retailerId, catalogId);
  return html`<button class="ph-about-product"
    onClick=${() => openSheet(ProductSheet, { retailerId, catalogId })}>
    ${
      known.image
        ? html`<img src=${known.image} width="48" height="48" alt="" />`
        : html`<i>
      <${Icon.Tag} size=${22} /></i>`
    }
    <span><span class="sr">About</span><b>${known.name}</b><small>
    ${known.unknown ? known.description : money(known.price, known.currency)}</small></span>
    </button>`;
}
