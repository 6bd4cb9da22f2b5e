/** Dateien und Ordner, die beobachtet werden. */
export const watching = {
  watched: 'Beobachtete Dateien und Ordner',
  watch: { folder: 'Einen Ordner beobachten', file: 'Eine Datei beobachten' },
  whatItDoes:
    'Eine neue Fassung einer Tabelle an einem beobachteten Ort wird von selbst erzählt, mit der vorigen verglichen und hier gemeldet. Beobachtet wird nur auf Wunsch.',
  none: 'Nichts wird beobachtet.',
  byCommand:
    'Eine Seite im Browser kann keinen Ordner wählen. Auf der Kommandozeile geht es so, und er erscheint hier:',
  states: {
    new: 'Noch nicht angesehen',
    watched: 'Beobachtet',
    missing: 'Nicht da (bemerkt: {moment}); wird gesucht und wieder aufgenommen, sobald es zurück ist',
    unreadable: 'Nicht lesbar (bemerkt: {moment}): die Rechte lassen Storyglass nicht hinein',
  },
  last: 'Zuletzt: {file}, {moment}.',
  noOther: 'Die erste mit diesen Spalten: es gab nichts, womit sie zu vergleichen war.',
  whatChanged: 'Was sich geändert hat',
  openStory: 'Story öffnen',
  stop: '{name} nicht mehr beobachten',
  stopped: '{name} wird nicht mehr beobachtet',
  told: 'Neue Fassung erzählt: {file}',
} as const
