/** Die Schritte eines Auftrags und wie weit er ist. */
export const stages = {
  story: {
    import: {
      title: 'Importieren',
      does: 'Prüft, von welcher Art die Datei ist',
    },
    convert: {
      title: 'Umwandeln',
      does: 'Liest jede Zeile und was die Spalten enthalten',
    },
    analyze: {
      title: 'Analysieren',
      does: 'Sucht Muster, die Bestand haben',
    },
    narrate: {
      title: 'Schreiben',
      does: 'Fasst in Worte, was gefunden wurde',
    },
    visualize: {
      title: 'Zeichnen',
      does: 'Zeichnet die Diagramme',
    },
  },
  document: {
    import: {
      title: 'Öffnen',
      does: 'Prüft, von welcher Art die Datei ist',
    },
    convert: {
      title: 'Seiten lesen',
      verb: 'Lesen',
      does: 'Liest Text und Tabellen',
    },
    narrate: {
      title: 'Zusammenfassen',
      does: 'Sucht wichtige Sätze, Begriffe, Daten und Beträge',
    },
  },
  units: {
    rows: 'Zeilen',
    cells: 'Zellen',
    bytes: 'Bytes',
    characters: 'Zeichen',
    charts: 'Diagramme',
    files: 'Dateien',
    pages: 'Seiten',
    statements: 'Aussagen',
    steps: 'Schritte',
    tests: 'Tests',
    columns: 'Spalten',
    sheets: 'Blätter',
    findings: 'Befunde',
  },
  states: {
    waiting: 'wartet',
    running: 'in Arbeit',
    done: 'fertig',
    failed: 'fehlgeschlagen',
  },
  unitsDone: '{done, number} {unit}',
  unitsDoneOf: '{unit}: {done, number} von {total, number}',
  percent: '{percent} Prozent',
  percentOf: '{percent} Prozent, {stage}',
  triesAgainIn: 'Neuer Versuch in {time}',
  attempt: 'Versuch {attempt} von {most}',
  tryingAgain: 'Neuer Versuch',
  heldBackUntilResumed: 'Angehalten, bis es fortgesetzt wird',
  waitingForItsTurn: 'Wartet, bis es an der Reihe ist',
  starting: 'Beginnt',
  documentReady: 'Dokument fertig',
  doneItsStoryWasDeleted: 'Erledigt, die Story wurde gelöscht',
  storyReady: 'Story fertig',
  failed: 'Fehlgeschlagen',
  cancelled: 'Abgebrochen',
  stages: 'Schritte',
} as const
