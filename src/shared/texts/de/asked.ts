/** Antworten auf Fragen, neben den Aussagen selbst. */
export const asked = {
  noRow:
    'Keine Zeile bleibt übrig: eine Bedingung oder ein Zeitraum lässt nichts stehen. Ohne eine davon gibt es wieder Zeilen.',
  onlyWhere: 'Betrachtet wurden nur Zeilen, für die gilt: {condition}.',
  nothingFound: 'Nichts, was einen Test besteht, wurde gefunden. Das zeigt nicht, dass da nichts ist.',
  noChange: 'Die beiden Zeiträume, um die es geht, sind nicht beide in der Tabelle, oder es änderte sich nichts.',
  noCause: 'Das sagt, aus welchen Gruppen die Änderung besteht, nicht, was sie bewirkt hat.',
  otherWay: 'Das ist nicht {direction, select, up {gestiegen} other {gefallen}}: es ging in die andere Richtung.',
  independent:
    'Der Test nimmt jede Zeile als unabhängig von den anderen; wo Zeilen sich wiederholen, ist er zu sicher.',
  notApart: 'Die beiden sind mit diesen Zeilen nicht vom Zufall zu unterscheiden.',
  explain: {
    rows: 'Zeilen: {filter}',
    noRow: 'Keine Zeile der Tabelle steht mehr hinter dieser Marke: die Geschichte wurde von anderen Zeilen erzählt.',
    alone: 'Die Marke steht für alle Zeilen, die es gibt; es gibt nichts, womit sie sich vergleichen lässt.',
    alike:
      'In keiner der betrachteten Spalten weichen diese Zeilen stärker von allen anderen ab, als der Zufall zulässt.',
    alikeUntested:
      'In keiner der betrachteten Spalten weichen diese Zeilen so weit von allen anderen ab, dass es zählt.',
    ofPopulation:
      '{count, plural, one {Ein Unterschied wurde} other {# Unterschiede wurden}} betrachtet; genannt sind die größten. Die Zeilen gelten als alle, die es gibt, darum wurde nichts getestet.',
    belongTogether:
      '{count, plural, one {Ein Unterschied wurde} other {# Unterschiede wurden}} betrachtet; genannt sind die größten. Zeilen gehören nach {column} zusammen, darum wurde keiner getestet.',
    tried:
      '{tests, plural, one {Ein Unterschied wurde getestet.} other {# Unterschiede wurden zugleich getestet, und jeder musste für alle zusammen bestehen.}}',
    bounded: 'Nur die ersten {columns, number} Spalten der Tabelle wurden betrachtet.',
  },
  looked:
    '{number, plural, one {Das ist die erste Frage zu diesen Daten, die etwas testet.} other {Das ist Frage Nummer # zu diesen Daten, die etwas testet: je mehr man fragt, desto mehr muss sich zeigen.}}',
  understood: {
    line: 'verstanden: {text}',
    unknown: 'nicht verstanden: {text}',
    leftOut: 'verstanden, aber nicht gebraucht: {text}',
    assumed: 'angenommen: {text}',
    nothing: 'Die Frage wurde nicht verstanden. Verstanden werden Spalten, Werte und Zeiträume der Tabelle: {columns}.',
  },
  assumptions: {
    table: 'welche Tabelle gemeint ist',
    aggregate: 'wie die Zahlen zusammengefasst werden',
    amount: 'welche Zahl gemeint ist',
    column: 'welche Spalte gemeint ist',
    time: 'welche Zeit gemeint ist',
    grain: 'wie lang die Zeiträume sind',
    period: 'welcher Zeitraum gemeint ist',
    kind: 'was davon gefragt ist',
    value: 'zu welcher Spalte ein Wert gehört',
  },
  amounts: {
    rows: 'Zahl der Zeilen',
    sum: 'Summe {column}',
    mean: 'Durchschnitt {column}',
    median: 'Median {column}',
    min: 'niedrigster Wert {column}',
    max: 'höchster Wert {column}',
    distinct: 'Zahl verschiedener {column}',
    share: 'Anteil mit {condition}',
    any: 'alles, was sich vergleichen lässt',
  },
  groupings: {
    calendar:
      '{part, select, weekday {Wochentag} month {Monat des Jahres} quarter {Quartal des Jahres} other {Stunde des Tages}}',
    period: '{grain, select, year {Jahr} quarter {Quartal} month {Monat} week {Woche} day {Tag} other {Stunde}}',
    both: '{first} und {second}',
  },
  questions: {
    value: '{amount}',
    groups: '{amount} nach {by}',
    course: '{amount} je {by}',
    rank: 'die {order, select, lowest {letzten} other {ersten}} {most, number} von {by} nach {amount}',
    compare: '{amount}, wo {left}, gegen wo {right}',
    relate: 'geht {first} mit {second} einher',
    drivers: 'was mit {column} am meisten einhergeht',
    why: 'warum {amount} {direction, select, up {stieg} down {fiel} other {sich änderte}}{period, select, none {} other { in {period}}}',
    moved: 'was von {by} {direction, select, down {fiel} other {stieg}} nach {amount}',
    explain: 'woraus {amount} besteht, wo {condition}, und was dort anders ist',
    distribution: 'wie {column} verteilt ist',
    rows: 'Zeilen',
    rowsInOrder: 'die {order, select, lowest {letzten} other {ersten}} {most, number} Zeilen nach {column}',
    where: '{question}, nur wo {condition}',
  },
  evidence: 'Abfrage: {sql}',
  rowsShown: '{shown, plural, one {# Zeile} other {# Zeilen}} von {total}',
} as const
