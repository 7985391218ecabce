// A template as a phone would show it, with its creator's examples in place of the variables.
import { html, useMemo } from '../html.js';
import { useStore } from '../store.js';
import { Bubble } from '../phone/Bubble.js';
import { PhoneContext } from '../phone/context.js';
import { useSelected } from './selection.js';

const nothing = () => {};

export function TemplatePreview({ store, template, example }) {
  const catalogs = useStore(store, (s) => s.catalogs);
  const { handset, number } = useSelected(store);
  const phone = useMemo(() => {
    const say = () => store.toast('This is a preview: send the template to use its buttons');
    return {
      store: Object.assign(Object.create(store), { tap: say }),
      handset,
      wa: handset?.wa_id,
      number,
      numbers: number ? [number] : [],
      catalogs,
      openSheet: say,
      replaceSheet: say,
      closeTop: nothing,
      closeSheets: nothing,
      say: (text) => store.toast(text),
      reply: null,
      setReply: nothing,
      blocked: false,
      cart: {},
      setCart: nothing,
      openMenu: nothing,
    };
  }, [store, handset, number, catalogs]);
  if (!example || !number) return html`<div class="treview__phone"></div>`;
  const message = {
    id: `example-${template.id}`,
    direction: 'out',
    at: new Date(store.now()).toISOString(),
    type: 'template',
    template: { name: template.name, language: { code: template.language } },
    rendered: example.rendered,
    status: 'delivered',
  };
  return html`<${PhoneContext.Provider} value=${phone}>
    <div class="treview__phone ph" role="group" aria-label="As the phone shows it">
      <${Bubble} message=${message} first /></div>
  <//>`;
}
