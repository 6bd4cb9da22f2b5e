/** Die Liste dessen, was aufbewahrt ist. */
export const library = {
  sorts: {
    newest: 'Neueste zuerst',
    oldest: 'Älteste zuerst',
    title: 'Nach Titel',
    file: 'Nach Dateiname',
  },
  shown: {
    all: 'Alle',
    stories: 'Storys',
    documents: 'Dokumente',
  },
  empty: {
    all: {
      title: 'Die Bibliothek ist noch leer',
      text: 'Eine Datei irgendwo in dieses Fenster ziehen. Aus einer Tabelle wird eine Story; ein PDF oder anderes Dokument öffnet sich zum Lesen. Beides bleibt hier, auf diesem Rechner.',
    },
    stories: {
      title: 'Noch keine Storys',
      text: 'Eine CSV- oder Excel-Datei irgendwo in dieses Fenster ziehen oder eine Tabelle eines Dokuments erzählen lassen. Die Story bleibt hier.',
    },
    documents: {
      title: 'Noch keine Dokumente',
      text: 'Eine PDF-, Word-, Markdown-, HTML- oder Textdatei irgendwo in dieses Fenster ziehen. Sie öffnet sich zum Lesen und bleibt hier.',
    },
  },
  deleted: {
    story: 'Story gelöscht',
    document: 'Dokument gelöscht',
  },
  count:
    '{kinds, select, stories {{total, plural, one {# Story} other {# Storys}}} documents {{total, plural, one {# Dokument} other {# Dokumente}}} other {{total, plural, one {# Story oder Dokument} other {# Storys und Dokumente}}}}',
  found: '{what} gefunden',
  nothingFound: 'Nichts gefunden zu „{search}“',
  only: 'Durchsucht wurden nur {kinds, select, stories {Storys} documents {Dokumente} other {Storys und Dokumente}}.',
  showAll: 'Alle {kinds, select, stories {Storys} documents {Dokumente} other {Storys und Dokumente}} zeigen',
  library: 'Bibliothek',
  tryAgain: 'Noch einmal versuchen',
  theSearchLooksInTitles:
    'Gesucht wird in Titeln, Texten, Spalten- und Dateinamen und auf jeder Seite eines Dokuments. Weniger oder andere Wörter finden vielleicht mehr.',
  lookThroughEverything: 'Alles durchsuchen',
  chooseAFile: 'Datei wählen',
  whatToShow: 'Was gezeigt wird',
  searchTheLibrary: 'Bibliothek durchsuchen',
  searchTitlesTextsPagesColumns: 'Titel, Texte, Seiten, Spalten, Dateien',
  order: 'Reihenfolge',
  bestMatchFirst: 'Bester Treffer zuerst',
  undo: 'Rückgängig',
} as const
