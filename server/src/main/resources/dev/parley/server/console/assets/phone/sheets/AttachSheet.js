// What the paper clip offers. Kinds that a handset can't send yet stay visible and say so.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';
import { usePhone } from '../context.js';
import { Sheet } from '../Sheet.js';
import { LocationSheet } from './LocationSheet.js';
import { ProductsSheet } from './ProductsSheet.js';
import { wholeCatalog } from '../content/commerce.js';

const NOT_YET = 'Not from a handset yet; the sandbox API has no media upload for users';

export function AttachSheet({ closing }) {
  const { replaceSheet, number, catalogs, say } = usePhone();
  const to = (sheet, props) => () => replaceSheet(sheet, props);
  const hasCatalog = number.catalog_id && catalogs.length;
  const kinds = [
    { text: 'Location', icon: Icon.Pin, act: to(LocationSheet) },
    {
      text: 'Catalog',
      icon: Icon.Store,
      act: to(ProductsSheet, { sectionsOf: wholeCatalog }),
      why: hasCatalog ? null : 'This number has no catalog',
    },
    { text: 'Gallery', icon: Icon.Image, why: NOT_YET },
    { text: 'Camera', icon: Icon.Camera, why: NOT_YET },
    { text: 'Document', icon: Icon.Document, why: NOT_YET },
    { text: 'Audio', icon: Icon.Mic, why: NOT_YET },
    { text: 'Contact', icon: Icon.Person, why: 'Contacts can’t be shared from a handset yet' },
    { text: 'Poll', icon: Icon.Poll, why: 'A business can’t receive polls' },
  ];
  return html`<${Sheet} title="Share" closing=${closing}><div class="ph-attach">
    ${kinds.map(
      ({
        text,
        icon: KindIcon,
        act,
        why,
      }) => html`<button key=${text} aria-disabled=${why ? 'true' : undefined}
        title=${why ?? undefined}
      onClick=${() => (why ? say(`${text}: ${why[0].toLowerCase()}${why.slice(1)}`) : act())}><i>
        <${KindIcon} size=${24} /></i><span>${text}</span></button>`,
    )}
  </div><p class="ph-fine">The pale ones can’t be sent from a handset yet.</p><//>`;
}
