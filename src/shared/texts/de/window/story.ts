/** Eine Story, gelesen. */
export const story = {
  formats: {
    html: {
      name: 'Webseite',
      is: 'Eine Datei mit allen Diagrammen, öffnet sich überall',
    },
    md: {
      name: 'Markdown',
      is: 'Text und Tabellen für Notizen und Wikis',
    },
    pdf: {
      name: 'PDF',
      is: 'Die Geschichte als Seiten, zum Drucken und Verschicken',
    },
    pptx: {
      name: 'PowerPoint-Präsentation',
      is: 'Ein Befund je Folie, mit Diagrammen, die sich bearbeiten lassen',
    },
    xlsx: {
      name: 'Excel-Arbeitsmappe',
      is: 'Befunde, Kennzahlen, Daten jedes Diagramms, die Tabelle',
    },
    'md-charts': {
      name: 'Markdown mit Diagrammen',
      is: 'ZIP mit dem Text und einem Bild jedes Diagramms',
    },
    json: {
      name: 'JSON',
      is: 'Alles samt Belegen, für Programme',
    },
    sql: {
      name: 'SQL',
      is: 'Jede Abfrage mit ihrer Aussage, und die Tabellen dazu',
    },
    zip: {
      name: 'Alles',
      is: 'All dies und die Tabellen, in einem ZIP',
    },
  },
  fileHasChanged: 'Die Datei hat sich geändert, seit diese Geschichte erzählt wurde.',
  tellItAgain: 'Neu erzählen',
  fileIsGone: 'Die Datei ist nicht mehr dort, wo sie war.',
  chooseTheFile: 'Datei wählen',
  contents: 'Inhalt',
  rowsOf: 'Zeilen von {table}',
  rowsFromTo: '{first, number} bis {last, number} von {total, number}',
  readingRows: 'Zeilen werden gelesen',
  columnsFromTo: 'Spalten {first, number} bis {last, number} von {total, number}',
  earlierColumns: 'Frühere Spalten',
  laterColumns: 'Spätere Spalten',
  earlierRows: 'Frühere Zeilen',
  laterRows: 'Spätere Zeilen',
  goToRow: 'Zu Zeile',
  export: 'Exportieren',
  printOrSaveAsPdf: 'Drucken oder als PDF sichern',
  language: 'Sprache',
  delete: 'Löschen',
  told: 'erzählt {moment}',
  theTableColumnByColumn: 'Die Tabelle, Spalte für Spalte',
  theTablesColumnByColumn: 'Die Tabellen, Spalte für Spalte',
  testsAndTimings: 'Tests und Zeiten',
  thisStoryWasDeleted: 'Diese Story wurde gelöscht',
  theFileItWasTold:
    'Die Datei, aus der sie erzählt wurde, ist unberührt: Noch einmal abgelegt, wird sie eine neue Story.',
  goToTheLibrary: 'Zur Bibliothek',
  openingTheStory: 'Die Story wird geöffnet',
} as const
