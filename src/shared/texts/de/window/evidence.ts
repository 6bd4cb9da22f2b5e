/** Die Ansicht, die sagt, woher eine Zahl stammt. */
export const evidence = {
  classes: {
    fact: {
      name: 'Tatsache',
      means: 'genau ausgerechnet, über alle Zeilen',
    },
    finding: {
      name: 'Befund',
      means: 'hat einen Test bestanden, der berücksichtigt, wie viele versucht wurden',
    },
    lead: {
      name: 'Hinweis',
      means: 'kann Zufall sein; an anderen Daten zu prüfen',
    },
    quality: {
      name: 'Datenqualität',
      means: 'handelt von der Datei, nicht von dem, was darin gemessen ist',
    },
  },
  derivation: 'Dieser Wert ist {result} von {name} über {columns} dieser Abfrage.',
  derivationWith: 'Dieser Wert ist {result} von {name} über {columns} dieser Abfrage, mit {parameters}.',
  whereStatement: 'Woher diese Aussage stammt',
  whereNumber: 'Woher diese Zahl stammt',
  statedAs: 'genannt als {text}',
  ranking:
    'Aussagen sind danach geordnet, wie viel sie abdecken, wie groß und wie sicher sie sind und wie wenig davon die übrigen schon sagen. Diese erreichte {score}.',
  probability: 'p {p}',
  corrected: 'p {p}; berichtigt für alles, was an dieser Datei versucht wurde: q {q}',
  lookedAt: 'Was untersucht wurde',
  columns: '{count, plural, one {Spalte} other {Spalten}}: {columns}',
  onlyWhere: 'nur wo gilt: {condition}',
  percentInterval: '95-%-Intervall {low} bis {high}',
  howSure: 'Wie sicher es ist',
  ifItWereWrong: 'Wenn es falsch wäre',
  chance:
    'Der Zufall allein zeigte etwas mindestens so Deutliches in etwa {count, number} von {of, number} solchen Tabellen.',
  chanceLess:
    'Der Zufall allein zeigte etwas mindestens so Deutliches in weniger als {count, number} von {of, number} solchen Tabellen.',
  seeTheRows: 'Zeilen ansehen',
  hideTheRows: 'Zeilen ausblenden',
  theRows: 'Die zugrunde liegenden Zeilen',
  valuesOfTheQuery: 'Alle Werte, die daraus folgen',
  queryNumber: 'Abfrage {number}',
  theQueryItself: 'die Abfrage',
  firstRows: 'Gezeigt sind nur die ersten {rows, number} Zeilen.',
  closeTheEvidence: 'Belege schließen',
  empty: 'leer',
  whyThisIsInThe: 'Warum das in der Story steht',
  kind: 'Art',
  rowsItRestsOn: 'Zugrunde liegende Zeilen',
  test: 'Test',
  theQuery: 'Die Abfrage',
  whichQuery: 'Welche Abfrage',
  whatItGives: 'Was sie ergibt',
  runningTheQuery: 'Die Abfrage läuft',
  rowsOfTheQuery: 'Zeilen der Abfrage',
  copy: '{what} kopieren',
} as const
