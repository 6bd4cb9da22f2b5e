/** Was beim Ablegen geschieht. */
export const drop = {
  neither:
    '{files, plural, one {Das ist weder eine Tabelle noch ein Dokument} other {Das sind weder Tabellen noch Dokumente}}',
  hopeless:
    'Storyglass nimmt Tabellen ({tables}) und Dokumente ({documents}). Trotzdem ablegen, um zu sehen, was es dazu sagt.',
  several: '{files} Dateien ablegen',
  undecided:
    'Storyglass nimmt Tabellen ({tables}) und Dokumente ({documents}). Alles bleibt auf diesem Rechner und wird nie verändert.',
  eachBecomesAStoryOf: 'Jede wird eine eigene Story, eine nach der anderen.',
  eachIsOpenedAsA: 'Jede wird als eigenes Dokument geöffnet, eine nach der anderen.',
  tablesBecomeStoriesDocumentsOpen: 'Aus Tabellen werden Storys, Dokumente öffnen sich zum Lesen.',
  dropItToReadIts: 'Ablegen und die Story lesen',
  itIsReadOnThis: 'Gelesen wird auf diesem Rechner; die Datei wird nie verändert.',
  dropItToOpenIt: 'Ablegen und öffnen',
  readItSearchItAnd:
    'Lesen, durchsuchen und die Tabellen darin erzählen lassen. Alles bleibt auf diesem Rechner und wird nie verändert.',
  dropFiles: 'Dateien ablegen',
} as const
