/** Der Rahmen einer Story: Titel, Umfang, Überschriften und was über die Arbeit selbst gesagt wird. */
export const de = {
  title: {
    noPattern: 'In {topic} fällt kein Muster auf',
    nothingLarge: 'In {topic} fällt nichts Großes auf',
    untested: 'Was {topic} enthält',
  },
  about: {
    row: 'Die Tabelle enthält {columns}{by}',
    rowOfName: 'Jede Zeile enthält {columns}{by}',
    rowOfEach: 'Jede Zeile enthält {columns}, einmal je {each}{by}',
    by: ', dazu {dimensions}',
    time: '{grain, select, year {Jahr} half_year {Halbjahr} quarter {Quartal} month {Monat} week {Woche} day {Tag} hour {Stunde} minute {Minute} other {Sekunde}}',
    more: '{more} weitere',
  },
  sensitivity: {
    whole: 'Diese {rows} Zeilen, als voneinander unabhängig genommen, hätten {effects} in {often} der Fälle gezeigt.',
    correlation: 'eine Korrelation zweier Größen von mindestens {least}',
    difference: 'einen Unterschied zwischen zwei Hälften der Zeilen von mindestens {least} Standardabweichungen',
  },
  joins: {
    alike: ['Ebenso gilt: {clause}'],
    contrast: ['Dagegen gilt: {clause}'],
  },
  scope: {
    size: '{rows, plural, one {# Zeile} other {# Zeilen}} und {columns, plural, one {# Spalte} other {# Spalten}}',
    sizeOfNamed: '{rows} Zeilen und {columns, plural, one {# Spalte} other {# Spalten}}',
    severalTables: '{tables, plural, one {# Tabelle} other {# Tabellen}}, {size}',
    onlyWhere: 'nur Zeilen, für die gilt: {condition}',
    span: '{from} bis {to}',
    spanBy:
      '{grain, select, year {jährlich} half_year {halbjährlich} quarter {vierteljährlich} month {monatlich} week {wöchentlich} day {täglich} hour {stündlich} minute {minütlich} other {sekündlich}} von {from} bis {to}',
    from: 'aus {file}',
  },
  headings: {
    lead: 'Das Wichtigste in Kürze',
    keyFindings: 'Die wichtigsten Befunde',
    inShort: 'Die Zahlen',
    further: 'Außerdem gefunden',
    leads: 'Zu prüfen',
    quality: 'Wie gut die Daten sind',
    notFound: 'Gesucht und nicht gefunden',
    method: 'Wie das entstand',
  },
  chapters: {
    picture: ['Das große Ganze', 'Was vorliegt'],
    change: ['Entwicklung', 'Was sich verändert hat'],
    differences: ['Unterschiede', 'Wo sich etwas unterscheidet'],
    relationships: ['Zusammenhänge', 'Was miteinander zusammenhängt'],
    exceptions: ['Ausnahmen', 'Was aus der Reihe fällt'],
    outlook: ['Ausblick', 'Was als Nächstes kommen kann'],
  },
  chaptersOfTable: {
    picture: ['{table}: das große Ganze', '{table}: was vorliegt'],
    change: ['{table}: Entwicklung', '{table}: was sich verändert hat'],
    differences: ['{table}: Unterschiede', '{table}: wo sich etwas unterscheidet'],
    relationships: ['{table}: Zusammenhänge', '{table}: was miteinander zusammenhängt'],
    exceptions: ['{table}: Ausnahmen', '{table}: was aus der Reihe fällt'],
    outlook: ['{table}: Ausblick', '{table}: was als Nächstes kommen kann'],
  },
  ofTable: '{table}:',
  goOn: '{headline} – {first}',
  leads:
    'Diese Muster haben die Tests nicht als Befunde bestanden; jedes kann Zufall sein und sollte an anderen Daten geprüft werden.',
  and: '{list} und {last}',
  notFound: {
    none: 'Storyglass hat danach gesucht und nichts gefunden, was Bestand hätte: {list}. Das beweist nicht, dass da nichts ist; in wenigen Zeilen können kleine Unterschiede verborgen bleiben.',
    noneOf: '{pattern} ({tests, plural, one {# Test} other {# Tests}})',
    small:
      'Dies hat die Tests bestanden, ist aber zu klein, um wichtig zu sein, oder durch andere Aussagen schon gesagt: {list}.',
    smallOf: '{pattern} ({kept} von {tests, plural, one {# Test} other {# Tests}})',
  },
  nothing: {
    untestable: 'Die Daten boten nichts, was sich auf Muster hätte testen lassen.',
    noneSurvived:
      'Storyglass hat an diesen Daten {tests, plural, one {# Test} other {# Tests}} durchgeführt; kein Muster hat Bestand.',
    tooSmall:
      'Storyglass hat an diesen Daten {tests, plural, one {# Test} other {# Tests}} durchgeführt; was {tests, plural, one {ihn} other {sie}} bestand, ist zu klein, um als Befund erzählt zu werden, oder schon anders gesagt.',
    unprovable:
      'Storyglass hat in diesen Daten Muster gefunden, konnte die eigenen Sätze darüber aber nicht belegen; sie sind deshalb weggelassen.',
    noneLarge: 'Kein Unterschied zwischen diesen Zeilen ist groß genug, um erzählt zu werden.',
    arithmetic:
      'Alles, was hier erzählt wird, ist einfaches Rechnen: wahr für diese Zeilen, ohne Anspruch darüber hinaus.',
  },
  method: {
    sampled:
      'Für Summen, Anzahlen und Extremwerte {rows, plural, one {wurde # Zeile} other {wurden alle # Zeilen}} gelesen; Rangstatistiken beruhen auf einer festen Stichprobe davon.',
    whole: '{rows, plural, one {# Zeile wurde} other {Alle # Zeilen wurden}} analysiert, ohne Stichprobe.',
    lookedInto:
      'Von {columns} Spalten wurden {taken} untersucht und miteinander verglichen: der Reihe nach die, die in mindestens der Hälfte der Zeilen ausgefüllt sind, dann die übrigen; die aufwendigsten Suchen nehmen noch weniger. Die anderen wurden nur gezählt, zusammengefasst und auf Lücken und gleichbleibende Werte geprüft.',
    lookedIntoOf:
      'Von {columns} Spalten der Tabelle {table} wurden {taken} untersucht und miteinander verglichen: der Reihe nach die, die in mindestens der Hälfte der Zeilen ausgefüllt sind, dann die übrigen; die aufwendigsten Suchen nehmen noch weniger. Die anderen wurden nur gezählt, zusammengefasst und auf Lücken und gleichbleibende Werte geprüft.',
    amounts: '{taken} von {of, plural, one {# Messgröße} other {# Messgrößen}}',
    groupings: '{taken} von {of, plural, one {# Gruppierung} other {# Gruppierungen}}',
    noTest: 'Es wurde kein statistischer Test durchgeführt.',
    tests:
      'Storyglass hat {tests, plural, one {# statistischen Test} other {# statistische Tests}} in {families, plural, one {# Familie} other {# Familien}} durchgeführt und {kept} behalten{untold}. Von den so behaltenen Mustern sind höchstens {share} als Fehlalarm zu erwarten, wie viele auch versucht wurden (Simes innerhalb der Familien, dann Benjamini und Hochberg).',
    onlyOneUntold: '; erzählt wird es nicht, weil es zu klein ist, um wichtig zu sein, oder schon gesagt',
    untold:
      '; {left} davon {left, plural, one {wird} other {werden}} nicht erzählt, weil zu klein, um wichtig zu sein, oder schon gesagt',
    screened:
      'Von Formen und zeitlichen Verläufen ist erzählt, was sich vom Unregelmäßigen abhebt; {tests, plural, one {# solches Muster wurde} other {# solche Muster wurden}} betrachtet.',
    recomputed:
      'Jede Zahl stammt aus einer Abfrage, die mit ihr aufbewahrt ist, und wurde vor dem Speichern dieser Story aus den Daten nachgerechnet.',
  },
  declared: {
    population:
      'Die Zeilen sind laut Angabe die Grundgesamtheit: Was sie zeigen, gilt für alles, was es gibt. Unterschiede sind deshalb nach ihrer Größe erzählt, ohne Test und ohne Intervall.',
    sample: 'Die Zeilen sind laut Angabe eine Stichprobe aus mehr.',
    independent:
      'Jede Zeile steht laut Angabe für sich: Getestet wurden die Zeilen als voneinander unabhängig, was immer sie gemeinsam haben.',
    rowsOf:
      'Zeilen mit gleichem Wert von {column} gehören laut Angabe zusammen: Die Tests berücksichtigen, was diese gemeinsam haben; was sich so nicht testen lässt, ist nicht erzählt.',
    assigned:
      'Die Werte von {column} wurden laut Angabe in einem Experiment zugeteilt: Was sich mit ihnen unterscheidet, ist als durch sie verursacht erzählt, sonst nichts.',
  },
  reading: {
    unreadable:
      '{column}: Von {values} Werten sind {readable} als {kind, select, number {Zahl} date {Datum} boolean {Ja oder Nein} other {Text}} lesbar; {count, plural, one {# ließ sich nicht so lesen und gilt} other {# ließen sich nicht so lesen und gelten}} als fehlend{examples}.',
    examples: ': {list}',
    forExample: ', zum Beispiel {list}',
    example: '„{value}“ in Zeile {row}',
    more: 'Und {more} {more, plural, one {weitere Anmerkung} other {weitere Anmerkungen}}.',
  },
} as const
