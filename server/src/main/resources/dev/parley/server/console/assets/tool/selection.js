// What the inspector looks at. It lies in the page's state beside the phone's, since a bubble's
// "Open JSON" selects an event as well:
//   inspectorTab   'timeline' | 'webhooks' | 'calls' | 'templates' | 'handset'
//   selectedCall   id of a call | null
//   detailTab      {of: key of an event or call, tab} | null; without it the most telling tab opens
import { eventKey, useStore } from '../store.js';

export const inspectorTab = (state) => state.inspectorTab ?? 'timeline';

export function selectTab(store, tab) {
  store.set({ inspectorTab: tab });
}

/** Opens an event and lights its bubble up; `tab` names what of it to show first. */
export function selectEvent(store, event, tab) {
  const key = eventKey(event);
  store.set({ selectedEvent: key, detailTab: tab ? { of: key, tab } : null });
  if (event.wamid) store.flash(event.wamid);
}

export function selectCall(store, call) {
  store.set({ selectedCall: call.id, detailTab: null });
  if (call.wamid) store.flash(call.wamid);
}

export function clearSelection(store) {
  store.set({ selectedEvent: null, selectedCall: null, selectedTemplate: null });
}

/** The handset and the number that the inspector explains. */
export function useSelected(store) {
  const [handsets, waId, numbers, numberId] = useStore(store, (s) => [
    s.handsets,
    s.selectedHandset,
    s.numbers,
    s.selectedNumber,
  ]);
  return {
    handset: handsets.find((h) => h.wa_id === waId) ?? null,
    number: numbers.find((n) => n.id === numberId) ?? null,
  };
}
