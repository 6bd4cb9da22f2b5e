/** Die erste Ansicht. */
export const home = {
  dropAFile: 'Datei ablegen.',
  readItsStory: 'Story lesen.',
  allUnderWay: 'Alle {count, number} laufenden',
  allInLibrary: 'Alle {total, number} in der Bibliothek',
  tryAgain: 'Noch einmal versuchen',
  dropATableAnywhereIn:
    'Eine Tabelle irgendwo in dieses Fenster ziehen, und Storyglass sagt, was darin steckt: in Sätzen und Diagrammen, deren Zahlen sich alle nachprüfen lassen. Ein Dokument lässt sich so lesen und durchsuchen, und die Tabellen darin lassen sich erzählen. Keine Datei verlässt diesen Rechner.',
  chooseAFile: 'Datei wählen',
  kindsRead: '{tables} · {documents}',
  inProgress: 'In Arbeit',
  allJobs: 'Alle Aufträge',
  recent: 'Zuletzt',
  library: 'Bibliothek',
  noFileAtHandTry: 'Keine Datei zur Hand? Hier sind Beispiele',
  samples: 'Beispiele',
} as const
