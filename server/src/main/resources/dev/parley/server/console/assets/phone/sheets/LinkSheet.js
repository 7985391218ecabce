// Asks before a link opens and shows where it leads.
import { html } from '../../html.js';
import * as Icon from '../../icons.js';
import { usePhone } from '../context.js';
import { ActionButton, Sheet } from '../Sheet.js';

/** @param card index of the carousel's card that holds the link */
export function LinkSheet({ message, url, label, card, closing }) {
  const { store, wa, number, closeSheets } = usePhone();
  const parameters = message.interactive?.action?.parameters;
  const address = url ?? parameters?.url ?? '';
  const host = hostOf(address);
  const open = () => {
    closeSheets();
    store.openLink(wa, number.id, message.id, card);
    // Only what a browser may open: `javascript:` and the like are never followed.
    if (host) window.open(address, '_blank', 'noopener');
  };
  return html`<${Sheet} title="Open this link?" closing=${closing}
      foot=${html`<${ActionButton} onClick=${open} disabled=${!host} icon=${html`<${Icon.Out}
        size=${18} />`}>Open ${host}<//>`}>
    <div class="ph-link"><p>${label ?? parameters?.display_text}</p><code>${address}</code>
      <p class="ph-small">The business is not told that you opened it.</p></div><//>`;
}

function hostOf(address) {
  try {
    const url = new URL(address);
    return /^https?:$/.test(url.protocol) ? url.host : null;
  } catch {
    return null;
  }
}
