/** Zu Tabellen als Ganzem. */
export const tables = {
  asSaid: '{text}',
  of: '{name}: {note}',
  oneOf: 'Die Datei enthält {count, number} Tabellen; dies ist eine davon.',
  couldBeOne: '{count, number} Tabellen haben dieselben Spalten und ließen sich als eine erzählen: {names}.',
  toldAsOne:
    '{count, number} Tabellen mit denselben Spalten sind als eine erzählt; „{origin}“ sagt, woher eine Zeile stammt.',
  notEverywhere: '„{name}“ gibt es in {count, number} der {tables, number} Tabellen; in den übrigen fehlt die Spalte.',
  severalTypes: '„{name}“ ist als Text gelesen, weil die Spalte mehrere Typen hat.',
  textElsewhere: '„{name}“ ist als Text gelesen, wie in {tables}.',
  moreNotes: '{count, number} weitere Anmerkungen.',
  andMore: '{names} und {more, number} weitere',
  keyFound:
    '„{column}“ nennt Zeilen von „{table}“ nach „{key}“: {matched, number} von {filled, number} Zeilen passen{unmatched, select, none {} other {, der Rest nicht, etwa {unmatched}}}; {unnamed, plural, =0 {jede Zeile dort wird genannt} one {eine Zeile dort nennt keine} other {# Zeilen dort nennt keine}}. Beide lassen sich zusammen erzählen: --join "{join}".',
  joinedByKey:
    'Zusammen mit „{table}“ erzählt, wo „{column}“ gleich „{key}“ ist: {rows, number} Zeilen vorher und nachher; {unmatched, plural, =0 {jede hat ihr Gegenstück} one {eine hat keines und ist dort leer} other {# haben keines und sind dort leer}}; {unnamed, plural, =0 {jede Zeile von „{table}“ wird genannt} one {eine Zeile von „{table}“ wird von keiner genannt} other {# Zeilen von „{table}“ werden von keiner genannt}}.',
  readAsTold: 'Gelesen wie für „{name}“ angegeben, eine Quelle mit denselben Spalten: {options}.',
  doesNotFit: 'Was für „{name}“ angegeben war ({options}), passt nicht zu dieser Quelle.',
  totals:
    '{count, plural, one {Eine Zeile} other {# Zeilen}}, für die gilt: {condition}, {count, plural, one {ist Summe der übrigen und} other {sind Summen der übrigen und}} beiseitegestellt, damit nichts doppelt zählt.',
  noHeader: 'Die Datei hat keine Kopfzeile; ihre Spalten sind nummeriert.',
  joinedHeader: '{count, number} Kopfzeilen sind zu einer verbunden.',
  above:
    '{count, plural, one {Eine Zeile über der Tabelle gehört} other {# Zeilen über der Tabelle gehören}} nicht dazu, beginnend mit „{text}“.',
  below:
    '{count, plural, one {Eine Zeile unter der Tabelle gehört} other {# Zeilen unter der Tabelle gehören}} nicht dazu, beginnend mit „{text}“.',
  comments:
    '{count, plural, one {Eine Kommentarzeile, die mit „{mark}“ beginnt, ist} other {# Kommentarzeilen, die mit „{mark}“ beginnen, sind}} weggelassen.',
  shortRows:
    '{count, plural, one {Eine Zeile hat} other {# Zeilen haben}} weniger Zellen, als die Tabelle Spalten hat; die fehlenden sind leer.',
  mendedRows:
    '{count, plural, one {Eine Zeile hat} other {# Zeilen haben}} ein Trennzeichen zu viel oder zu wenig und {count, plural, one {ist} other {sind}} gelesen wie die anderen (Zeile {lines}).',
  wideRows:
    '{count, plural, one {Eine Zeile hat} other {# Zeilen haben}} mehr Zellen, als die Kopfzeile Namen hat (die erste in Zeile {line}); sie stehen in eigenen Spalten.',
  alongTime:
    'Die {count, number} Spalten „{first}“ bis „{last}“ sind {grain, select, year {Jahre} quarter {Quartale} month {Monate} week {Wochen} other {Tage}} nebeneinander und werden der Zeit nach erzählt: „{time}“ sagt, wann, „{value}“, was dort steht.',
  alongTimeOfYears:
    'Die {count, number} Spalten „{first}“ bis „{last}“ der Jahre in „{years}“ sind {grain, select, year {Jahre} quarter {Quartale} month {Monate} week {Wochen} other {Tage}} nebeneinander und werden der Zeit nach erzählt: „{time}“ sagt, wann, „{value}“, was dort steht.',
  dateOfMonth: '„{date}“ ist aus „{year}“ und „{month}“ zusammengesetzt.',
  dateOfDay: '„{date}“ ist aus „{year}“, „{month}“ und „{day}“ zusammengesetzt.',
  followsFromThem: '{names} folgt daraus und wird nicht noch einmal gezählt.',
  byPlace: 'Spalten sind nach ihrer Stelle in der Zeile angegeben.',
} as const
