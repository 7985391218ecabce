// What somebody needs to connect a bot, each value with a button that copies it.
import { html } from '../html.js';
import { useStore } from '../store.js';
import { baseUrl, curl, sendCurl } from './curl.js';
import { Icon } from './icons.js';
import { Dialog, copyText } from './popup.js';

function Value({ store, name, value, hint }) {
  if (!value) return null;
  return html`<div class="tvalue">
    <dt>${name}${hint && html`<small>${hint}</small>`}</dt>
    <dd><code>${value}</code>
      <button type="button" class="tbtn tbtn--icon" aria-label=${`Copy ${name}`}
          title=${`Copy ${name}`}
        onClick=${() => copyText(store, value, name)}><${Icon} name="copy" /></button></dd>
  </div>`;
}

export function Command({ store, title, command }) {
  return html`<figure class="tcommand">
    <figcaption>${title}
      <button type="button" class="tbtn tbtn--small"
          onClick=${() => copyText(store, command, 'Command')}><${Icon} name="copy" />Copy</button>
    </figcaption>
    <pre tabindex="0" aria-label=${title}>${command}</pre>
  </figure>`;
}

/** The first words to Ada, with a list to tap. */
const firstList = (to) => ({
  messaging_product: 'whatsapp',
  to,
  type: 'interactive',
  interactive: {
    type: 'list',
    body: { text: 'What would you like?' },
    action: {
      button: 'See the menu',
      sections: [
        {
          title: 'Pizzas',
          rows: [
            { id: 'margherita', title: 'Margherita', description: 'Tomato, mozzarella, basil' },
            { id: 'diavola', title: 'Diavola', description: 'Spicy salami, chilli' },
          ],
        },
      ],
    },
  },
});

/** Tells the number where its webhooks go. */
export const webhookCurl = (number) =>
  curl({
    url: `${baseUrl()}/v1/configs/webhook`,
    headers: { 'D360-API-KEY': number?.key ?? '', 'Content-Type': 'application/json' },
    body: { url: 'http://localhost:3000/webhook' },
  });

export function Wire({ store, onClose }) {
  const [numbers, selected, handsets, handset, api] = useStore(store, (s) => [
    s.numbers,
    s.selectedNumber,
    s.handsets,
    s.selectedHandset,
    s.api,
  ]);
  const number = numbers.find((n) => n.id === selected);
  const to = handset ?? handsets[0]?.wa_id ?? '15550100101';
  const graph = `${baseUrl()}/${api.graph_version ?? 'v25.0'}`;
  return html`<${Dialog} title="Wire your bot" wide onClose=${onClose}>
    <p>A bot written for 360dialog or for Meta’s Cloud API changes its base URL and its key,
      and nothing else.</p>
    <dl class="tvalues">
      <${Value} store=${store} name="Base URL" hint="360dialog" value=${baseUrl()} />
      <${Value} store=${store} name="Base URL" hint="Cloud API" value=${graph} />
      <${Value} store=${store} name="API key" hint="D360-API-KEY, Bearer token"
          value=${number?.key} />
      <${Value} store=${store} name="Phone number id" value=${number?.id} />
      <${Value} store=${store} name="WABA id" value=${number?.waba_id} />
      <${Value} store=${store} name="App id" value=${api.app_id} />
      <${Value} store=${store} name="App secret" hint=${api.app_secret
          ? 'signs the webhooks'
          : 'signs the webhooks; unless --app-secret chose another'
      }
              value=${api.app_secret ?? 'parley-secret'} />
      <${Value} store=${store} name="Verify token" value=${api.verify_token} />
      <${Value} store=${store} name="Catalog id" value=${number?.catalog_id} />
    </dl>
    <${Command} store=${store} title="Tell it where your webhook listens"
        command=${webhookCurl(number)} />
    <${Command} store=${store} title="Send a list"
        command=${sendCurl({ number, body: firstList(to) })} />
  <//>`;
}

export function Magic({ store, onClose }) {
  const magic = useStore(store, (s) => s.magic);
  return html`<${Dialog} title="Magic numbers" wide onClose=${onClose}>
    <p>A message to one of these fails on purpose, always the same way: 1555019 followed by
      the code.</p>
    <div class="ttable"><table>
      <thead><tr><th scope="col">Number</th><th scope="col">Code</th><th scope="col">Title</th><th
          scope="col">When</th><td></td></tr></thead>
      <tbody>${magic.map(
        (m) => html`<tr>
        <td class="mono">${m.wa_id}</td><td class="mono">${m.code}</td><td>${m.title}</td><td>
          ${m.when}</td>
        <td><button type="button" class="tbtn tbtn--icon" aria-label=${`Copy ${m.wa_id}`}
            title=${`Copy ${m.wa_id}`}
          onClick=${() => copyText(store, m.wa_id, 'Number')}><${Icon} name="copy" /></button></td>
      </tr>`,
      )}</tbody>
    </table></div>
  <//>`;
}
