/** Words that many kinds of statements share. */
import { periode, perioden } from './de-parts.ts'

const unter =
  '{binned, select, true {unter Zeilen mit ähnlichem Wert von {control}} other {bei gleichem Wert von {control}}}'
const was = `{what, select,
  ranks {der Korrelation}
  ranks_of_two {der Korrelation der ersten beiden}
  gap_in {dem Unterschied bei {column}}
  other {dem Unterschied}}`

export const de = {
  rows: '{n, plural, one {# Zeile} other {# Zeilen}}',
  namedRows: '{n, plural, one {# Zeile} other {# Zeilen}}',
  sampledRows: '{n, plural, one {# Zeile der Stichprobe} other {# Zeilen der Stichprobe}}',
  theRows: 'alle Zeilen',
  row: 'Zeile',
  aRow: 'je Zeile',
  aNamedRow: 'je Zeile',
  rowPlural: 'Zeilen',
  periods: `{grain, select,
    year {{n, plural, one {# Jahr} other {# Jahre}}}
    half_year {{n, plural, one {# Halbjahr} other {# Halbjahre}}}
    quarter {{n, plural, one {# Quartal} other {# Quartale}}}
    month {{n, plural, one {# Monat} other {# Monate}}}
    week {{n, plural, one {# Woche} other {# Wochen}}}
    day {{n, plural, one {# Tag} other {# Tage}}}
    hour {{n, plural, one {# Stunde} other {# Stunden}}}
    minute {{n, plural, one {# Minute} other {# Minuten}}}
    other {{n, plural, one {# Sekunde} other {# Sekunden}}}}`,
  period: {
    week: 'Woche vom {day}',
    isoWeek: 'Woche {week}/{year}',
    moment: '{day}, {time} Uhr',
  },
  /** In brackets or after a comma in most messages, so that no case depends on it. */
  when: '{grain, select, year {im Jahr {period}} month {im {period}} day {am {period}} week {in der {period}} hour {am {period}} minute {am {period}} second {am {period}} other {{period}}}',
  quoted: '„{text}“',
  emptyText: 'der leere Text',
  part: {
    of: ' ({category})',
    where: ' ({column}: {category})',
  },
  base: {
    of: ' von {rows}',
    over: ' über {rows}',
    overAll: 'über alle {rows}',
    overAllOfThem: 'insgesamt',
    part: '{own} von {rows}',
    partOfThem: '{own} Zeilen',
    also: ', {rows}',
    besides: '; {rows}',
  },
  list: '{list}, {next}',
  lastOfList: '{list} und {last}',
  lastOfChoice: '{list} oder {last}',
  nouns: 'Werte von {column}',
  series: {
    numberOfRows: 'die Zahl der Zeilen',
    average: 'der Durchschnitt von {measure}',
    total: 'die Summe von {measure}',
    span: 'von {from} bis {to}',
    base: '{from} bis {to}, {size}',
    size: '{periods}, {rows}',
    sizeOfOneEach: '{periods}, je eine Zeile',
    aPeriod: ` je ${periode}`,
    interval: '{level}-Intervall',
    ends: ' ({interval}: {low} bis {high})',
  },
  likewise: {
    columns: '; ebenso {columns}',
    together: '; ebenso {hub} mit {columns}: alle steigen gemeinsam',
    withPartner:
      '; ebenso {hub} mit {columns}, {several, select, true {die gemeinsam mit {partner} steigen} other {was gemeinsam mit {partner} steigt}}',
    column: '{column} ({effect})',
  },
  caveats: {
    partlyThere: `{ends, plural,
      one {Ein Zeitraum am Rand (${periode}), nur teilweise vorhanden, ist ausgelassen.}
      other {Der erste und der letzte Zeitraum (${periode}), nur teilweise vorhanden, sind ausgelassen.}}`,
    evenLengths: `Die verschiedene Länge der ${perioden} ist ausgeglichen.`,
    gapsOfZero: `Für {gaps, plural, one {# ${periode}} other {einige ${perioden}}} gibt es keine Zeilen; gezählt ist null.`,
    gapsBridged: `Für {gaps, plural, one {# ${periode}} other {einige ${perioden}}} fehlt ein Wert; eine gerade Linie überbrückt die Lücke.`,
    totalLeftOut: '„{value}“ sieht aus wie die Summe der übrigen und ist ausgelassen.',
    repeatedKey: 'Zeilen mit gleichem Wert von {column} ähneln einander; der Test berücksichtigt das.',
    assigned:
      'Die Werte von {column} wurden laut Angabe in einem Experiment zugeteilt: Dies ist also durch sie verursacht.',
    rowsWithout: 'Zeilen ohne {column} sind nicht enthalten.',
    recordedUnevenly:
      'Am Anfang haben {first} der Zeilen einen Wert für {column}, am Ende {last}; die Summe ist die von diesen.',
    rateOfSums:
      'Über mehrere Zeilen ist die Quote die Summe von {numerator} durch die Summe von {denominator}, nicht der Durchschnitt der einzelnen Quoten.',
    trendTakenOut: 'Aus den Durchschnitten ist der Trend herausgerechnet.',
    sampled: 'Berechnet an einer Stichprobe der Zeilen, gezogen nach fester Regel.',
    ofAPart: 'Berechnet an einem Teil der Zeilen, gewählt nach fester Regel.',
    neighboursAlike: 'Benachbarte Zeilen ähneln einander; die Tests zählen sie als entsprechend weniger.',
    rowsOfOneThing: 'Zeilen derselben Sache ähneln einander; die Tests zählen sie als entsprechend weniger.',
    smallGroupsLeftOut: 'Gruppen mit weniger als fünf Zeilen sind ausgelassen.',
    unreadable: 'Einige davon enthielten etwas, das sich nicht als Typ dieser Spalte lesen ließ.',
    fragile: 'Das beruht auf wenigen Zeilen: Ohne jede zwanzigste gilt es nicht mehr.',
  },
  heldSame: {
    vanishes: `, doch ${unter} bleibt von ${was} fast nichts ({left})`,
    turns: `, doch ${unter} bleibt von ${was} nichts ({left})`,
    shrinks: `, doch ${unter} bleibt von ${was} weniger als die Hälfte ({left})`,
  },
} as const
