/** Warum eine Tabelle so gelesen wird, Entscheidung für Entscheidung. */
export const reading = {
  asTold: 'wie angegeben',
  byteOrderMark: 'das sagt die Bytereihenfolge-Marke',
  zeroBytes: 'jedes zweite Byte ist null',
  validUtf8: 'alles Angesehene ist gültiges UTF-8',
  byCharacters: 'den Zeichen nach beurteilt',
  nothingSeparates: 'nichts teilt die Zeilen in gleich viele Zellen',
  separates: 'damit entstehen Zeilen von {cells, plural, one {# Zelle} other {# Zellen}}, die wie Werte aussehen',
  quotedRows: 'Zeilen sind als Ganzes in Anführungszeichen gesetzt',
  noQuotes: 'Anführungszeichen fassen hier keine Zellen ein',
  backslash: 'vor Anführungszeichen in Zellen steht ein Rückstrich',
  doubled: 'Anführungszeichen in Zellen sind verdoppelt',
  beginsAtOnce: 'die Tabelle beginnt sofort',
  narrower: 'sie sind schmaler als die Zeilen der Tabelle oder leer',
  titlesAbove: 'über der Tabelle stehen Überschriften',
  noHeader: 'die erste Zeile sieht aus wie die darunter',
  oneHeader: 'die erste Zeile benennt, was darunter steht',
  severalHeaders: 'die oberen Zeilen benennen zusammen, was darunter steht',
  commentLines: 'damit beginnen einige Zeilen, die keine Datensätze sind',
  labels: 'jede Beschriftung steht einmal für die Zeilen darunter',
  belowEachOther:
    '{count, number} {grain, select, year {Jahre} quarter {Quartale} month {Monate} week {Wochen} other {Tage}} untereinander',
  sideBySide:
    'die Spalten sind {grain, select, year {Jahre} quarter {Quartale} month {Monate} week {Wochen} other {Tage}} nebeneinander, daneben nur Beschriftungen und Summen',
  noOtherType: 'kein anderer Typ liest fast alle Werte',
  allRead:
    'alle Werte sind als {type, select, number {Zahlen} date {Daten} moment {Zeitpunkte} other {Antworten}} gelesen',
  nearlyAllRead:
    'alle Werte bis auf {count, number}, in {rows, plural, one {# Zeile} other {# Zeilen}}, sind als {type, select, number {Zahlen} date {Daten} moment {Zeitpunkte} other {Antworten}} gelesen',
} as const
