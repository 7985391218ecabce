// The head of an interactive message, a card or a template: words, a picture, film, document, place
// or product.
import { html } from '../../html.js';
import { usePhone } from '../context.js';
import { productOf } from '../catalog.js';
import { inline } from '../format.js';
import { Table } from './commerce.js';
import { DocumentCard } from './document.js';
import { MediaTile } from './media.js';
import { MapTile } from './place.js';

/** @param message beside whose header the server may offer its copy of the media */
export function Header({ header, message }) {
  switch (header?.type) {
    case undefined:
      return null;
    case 'text':
      return html`<div class="ph-text ph-bold">${inline(header.text ?? '')}</div>`;
    case 'document':
      return html`<${DocumentCard} media=${header.document} message=${message} />`;
    case 'location':
      return html`<${MapTile} location=${header.location ?? {}} />
        ${
          header.location?.name &&
          html`<div class="ph-place"><a class="ph-place__name">
        ${header.location.name}</a><div class="ph-small">${header.location.address}</div></div>`
        }`;
    case 'product':
      return html`<${ProductHeader} product=${header.product} />`;
    case 'gif':
      return html`<${MediaTile} kind="video" media=${header.gif} message=${message} />`;
    default:
      return header[header.type]
        ? html`<${MediaTile} kind=${header.type} media=${header[header.type]} message=${message} />`
        : null;
  }
}

function ProductHeader({ product }) {
  const { catalogs } = usePhone();
  return html`<${Table}
    products=${[productOf(catalogs, product?.product_retailer_id, product?.catalog_id)]} />`;
}
