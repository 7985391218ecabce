// Who the business is.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';
import { Verified } from '../../icons.js';
import { numberAvatar } from '../../avatars.js';
import { usePhone } from '../context.js';
import { Sheet } from '../Sheet.js';

export function BusinessSheet({ closing }) {
  const { store, wa, handset, number, numbers, blocked, closeTop } = usePhone();
  const toggle = () => {
    closeTop();
    store.patchHandset(wa, {
      blocked: blocked
        ? handset.blocked.filter((n) => n !== number.id)
        : [...(handset.blocked ?? []), number.id],
    });
  };
  return html`<${Sheet} title="Business info" closing=${closing}><div class="ph-about">
    <img class="ph-face" src=${numberAvatar(numbers, number.id)} width="88" height="88" alt="" />
    <h3>${number.name} <${Verified} size=${20} /></h3><p class="ph-small">${number.display}</p>
    <p class="ph-small">Verified business account</p>
    <button class="ph-outline ph-outline--bad" onClick=${toggle}><${Icon.Block} size=${20} />
    ${blocked ? 'Unblock' : 'Block'} ${number.name}</button></div><//>`;
}
