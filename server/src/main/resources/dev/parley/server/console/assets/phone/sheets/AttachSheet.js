// What the paper clip offers. Kinds that can't be sent stay visible and say why.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';
import { usePhone } from '../context.js';
import { Sheet } from '../Sheet.js';
import { ContactCardSheet } from './ContactCardSheet.js';
import { LocationSheet } from './LocationSheet.js';
import { pickFile } from '../pick-file.js';
import { ProductsSheet } from './ProductsSheet.js';
import { SendFileSheet } from './SendFileSheet.js';
import { wholeCatalog } from '../content/commerce.js';

export function AttachSheet({ closing }) {
  const { store, replaceSheet, number, catalogs, say } = usePhone();
  const to = (sheet, props) => () => replaceSheet(sheet, props);
  const file = (accept, options) => () =>
    pickFile(accept, options).then(async (picked) => {
      const uploaded = await store.uploadFile(picked);
      if (uploaded) replaceSheet(SendFileSheet, { uploaded, name: picked.name, ...options });
    });
  const hasCatalog = number.catalog_id && catalogs.length;
  const kinds = [
    { text: 'Location', icon: Icon.Pin, act: to(LocationSheet) },
    {
      text: 'Catalog',
      icon: Icon.Store,
      act: to(ProductsSheet, { sectionsOf: wholeCatalog }),
      why: hasCatalog ? null : 'This number has no catalog',
    },
    { text: 'Gallery', icon: Icon.Image, act: file('image/*,video/*') },
    { text: 'Camera', icon: Icon.Camera, act: file('image/*', { capture: 'environment' }) },
    { text: 'Document', icon: Icon.Document, act: file('', { kind: 'document' }) },
    { text: 'Audio', icon: Icon.Headphones, act: file('audio/*') },
    { text: 'Contact', icon: Icon.Person, act: to(ContactCardSheet) },
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
  </div><//>`;
}
