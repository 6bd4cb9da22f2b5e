const kindOfValues =
  'number {Zahlen} integer {ganze Zahlen} date {Daten} timestamp {Zeitpunkte} boolean {Ja oder Nein} category {Kategorien} identifier {Schlüssel} other {Text}'
const stiegOderFiel = '{up, select, true {stieg} other {fiel}}'
const desAnstiegs = '{up, select, true {des Anstiegs} other {des Rückgangs}}'

export const de = {
  headings: {
    totals: 'Summen',
    rows: 'Zeilen',
    columns: 'Spalten',
    statements: 'Aussagen',
    limits: 'Was sich nicht vergleichen ließ',
  },
  total: {
    changed: `die Summe von {measure} ${stiegOderFiel} um {size}{share}, von {before} auf {after}{account}`,
    same: 'die Summe von {measure} ist {after}, wie zuvor',
    share: ' ({share})',
    part: `; auf {best} entfallen {own} ${desAnstiegs} von {size}`,
    beyond: `; {best} allein: {up, select, true {Anstieg} other {Rückgang}} um {own}`,
    partOfRows: '; auf {best} entfallen {own} davon',
    beyondOfRows: '; auf {best} allein entfallen {own}',
    newRows: 'neue Zeilen',
    goneRows: 'weggefallene Zeilen',
    keptRows: 'geänderte Werte schon bekannter Zeilen',
    without: 'Zeilen ohne {column}',
  },
  rows: {
    counts: '{rows, plural, one {# Zeile} other {# Zeilen}} jetzt, {before} zuvor',
    byKey:
      '{rows, plural, one {# Zeile} other {# Zeilen}} jetzt, {before} zuvor; nach {key} unterschieden {added, plural, =0 {ist keine neu} one {ist # neu} other {sind # neu}}, {gone, plural, =0 {keine fehlt} one {# fehlt} other {# fehlen}} und {kept, plural, =0 {keine ist in beiden} one {# ist in beiden} other {# sind in beiden}}',
    byValues:
      '{rows, plural, one {# Zeile} other {# Zeilen}} jetzt, {before} zuvor; {kept, plural, =0 {keine hat in beiden dieselben Werte} one {# hat in beiden dieselben Werte} other {# haben in beiden dieselben Werte}}, also {added, plural, =0 {ist keine neu} one {ist # neu oder geändert} other {sind # neu oder geändert}} und {gone, plural, =0 {keine fehlt} one {# fehlt oder wurde geändert} other {# fehlen oder wurden geändert}}',
    same: '{rows, plural, one {die eine Zeile ist} other {alle # Zeilen sind}} in jedem Wert wie zuvor',
    revised:
      '{revised} von {kept, plural, one {# Zeile} other {# Zeilen}} in beiden {count, plural, one {hat} other {haben}} andere Werte als zuvor, in {columns}',
    revisedColumn: '{column} ({rows})',
    noneRevised: 'in den Zeilen, die beide haben, wurde kein Wert geändert',
  },
  columns: {
    same: 'die Spalten sind dieselben wie zuvor',
    added: '{columns} {count, plural, one {ist eine neue Spalte} other {sind neue Spalten}}',
    gone: '{columns} {count, plural, one {fehlt} other {fehlen}}',
    renamed: '{before} heißt jetzt {after}',
    renamedByValues: '{before} heißt jetzt {after}: die Werte in den Zeilen beider sind dieselben',
    renamedLikely: '{before} heißt jetzt offenbar {after}: die Werte sind ähnlich',
    retyped: `{column} enthält jetzt {now, select, ${kindOfValues}}, zuvor {was, select, ${kindOfValues}}`,
    tablesAdded: '{tables} {count, plural, one {ist eine neue Tabelle} other {sind neue Tabellen}}',
    tablesGone: '{tables} {count, plural, one {fehlt} other {fehlen}}',
  },
  statements: {
    none: 'keine der beiden Fassungen hatte einen Befund, der die Tests bestand',
    counted:
      'von {all, plural, one {# Befund} other {# Befunden}} zuvor {held, plural, =0 {gilt keiner wie er war} one {gilt # noch} other {gelten # noch}}',
    noneBefore: 'zuvor gab es keinen Befund',
    turned: '{n, plural, one {# hat sich umgekehrt} other {# haben sich umgekehrt}}',
    vanished: '{n, plural, one {# findet sich nicht mehr} other {# finden sich nicht mehr}}',
    weakened: '{n, plural, one {# ist schwächer} other {# sind schwächer}}',
    moved: '{n, plural, one {# gilt an anderer Stelle} other {# gelten an anderer Stelle}}',
    strengthened: '{n, plural, one {# ist stärker} other {# sind stärker}}',
    appeared: '{n, plural, one {# Befund ist neu} other {# Befunde sind neu}}',
  },
  limits: {
    statistics:
      'die Tabellen einer Fassung sind nicht mehr aufgehoben: Zeilen und einzelne Werte ließen sich nicht vergleichen, und von den Summen sind keine Teile genannt; ihre Zahlen sind die der beiden Storys',
    noKey:
      'keine Spalte und keine zwei zusammen unterscheiden die Zeilen von {table} in beiden Fassungen: eine geänderte Zeile zählt als eine weggefallene und eine neue',
    unrelated:
      'die Zeilen von {table} haben in beiden Fassungen dieselben Werte von {key} und sonst fast überall andere: sie gelten als andere Zeilen mit denselben laufenden Nummern',
    wide: 'von den {of} Spalten von {table} wurden die Werte der ersten {columns} verglichen',
    fewerRows:
      'es sind weniger Zeilen als zuvor: ein Befund, der sich nicht mehr findet, kann noch gelten, und die Zeilen sind zu wenige, ihn zu zeigen',
  },
  headline: {
    nothing: 'nichts hat sich geändert: die Zeilen, ihre Werte und die Befunde sind dieselben wie zuvor',
    noneMatters: 'die Befunde und die Summen sind dieselben wie zuvor',
    rows: '{added, plural, =0 {keine Zeile ist neu} one {# Zeile ist neu} other {# Zeilen sind neu}} und {gone, plural, =0 {keine fehlt} one {# fehlt} other {# fehlen}}',
    turned: 'ein Befund hat sich umgekehrt, er ist jetzt: {sentence}',
    vanished: 'ein Befund findet sich nicht mehr: {sentence}',
    appeared: 'ein Befund ist neu: {sentence}',
  },
} as const
