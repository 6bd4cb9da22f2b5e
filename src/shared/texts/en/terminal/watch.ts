/** What `storyglass watch` answers. */
export const watch = {
  added: 'Watching {place}. New versions are told while a window of Storyglass is open, or "storyglass serve" runs.',
  removed: '{place} is watched no longer. Its stories stay.',
  none: 'Nothing is watched.',
  headers: { id: 'id', place: 'place', state: 'state', last: 'last told' },
  states: {
    new: 'not looked at yet',
    watched: 'watched',
    missing: 'not there; looked for again',
    unreadable: 'not readable',
  },
} as const
