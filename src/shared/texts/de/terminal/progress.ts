/** Was während laufender Aufträge gesagt wird. */
export const progress = {
  doing: {
    import: 'Die Datei wird angesehen',
    convert: 'Die Daten werden gelesen',
    analyze: 'Muster werden gesucht',
    narrate: 'Die Story wird geschrieben',
    visualize: 'Die Diagramme werden gezeichnet',
  },
  doingOfDocument: { convert: 'Die Seiten werden gelesen' },
  done: {
    import: '{name}: angesehen in {time}',
    convert: '{name}: gelesen in {time}',
    analyze: '{name}: analysiert in {time}',
    narrate: '{name}: geschrieben in {time}',
    visualize: '{name}: Diagramme gezeichnet in {time}',
  },
  triedAgain: '{name}: {message} Es wird noch einmal versucht.',
  waiting: 'Wartet',
  secondsLeft: 'noch {seconds, number, ::group-off} s',
  seconds: '{seconds, number, ::.0 group-off} s',
  percent: '{percent} %',
  facts: {
    named: '{name}: {facts}',
    rows: '{rows, plural, one {# Zeile} other {# Zeilen}}',
    columns: '{columns, plural, one {# Spalte} other {# Spalten}}',
    span: '{column} von {from} bis {to}',
    amounts: '{column} meist {low} bis {high} ({least} bis {most})',
  },
} as const
