/** Was `storyglass watch` antwortet. */
export const watch = {
  added:
    '{place} wird beobachtet. Neue Fassungen werden erzählt, solange ein Fenster von Storyglass offen ist oder „storyglass serve“ läuft.',
  removed: '{place} wird nicht mehr beobachtet. Die Storys bleiben.',
  none: 'Nichts wird beobachtet.',
  headers: { id: 'Kennung', place: 'Ort', state: 'Zustand', last: 'zuletzt erzählt' },
  states: {
    new: 'noch nicht angesehen',
    watched: 'beobachtet',
    missing: 'nicht da; wird wieder gesucht',
    unreadable: 'nicht lesbar',
  },
} as const
