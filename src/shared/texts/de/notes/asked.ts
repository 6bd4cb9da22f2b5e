/** Zu dem, was eine Person verlangt hat. Spaltennamen kommen als `quoted`. */
export const asked = {
  quoted: '„{name}“',
  asked: 'Wie verlangt: {what}.',
  renamed: 'Wie verlangt, heißt „{name}“ hier „{told}“.',
  ordered: 'Wie verlangt, stehen die Kategorien von „{name}“ in der Reihenfolge {order}.',
  inUnit: '„{name}“ ist in {unit} gemessen',
  counts:
    '{name} gilt als {role, select, measure {Messgröße} dimension {Einteilung in Gruppen} time {Zeitangabe} identifier {Name der Zeilen} other {Text zum Lesen}}',
  leftOut: '{names} {count, plural, one {ist} other {sind}} weggelassen',
  aboutFirst: 'was von {name} handelt, steht am Anfang',
  readAs:
    'Wie verlangt, wird „{name}“ als {type, select, number {Zahl} integer {ganze Zahl} date {Datum} timestamp {Zeitpunkt} boolean {Ja oder Nein} category {Kategorie} identifier {Name der Zeilen} other {Text}} gelesen{lost, plural, =0 {} one {; # Wert, der das nicht sein kann, fehlt} other {; # Werte, die das nicht sein können, fehlen}}.',
  asToldOf:
    'Wie für „{name}“ angegeben, eine Quelle mit denselben Spalten, gilt auch hier, was zu {columns} gesagt ist.',
  doesNotFit: 'Was für „{name}“ zu {columns} angegeben war, passt nicht zu dieser Quelle.',
  missing: 'Wie verlangt, gilt {values} in „{name}“ als fehlend.',
  totals: 'Wie verlangt, sind Zeilen, für die gilt: {condition}, Summen anderer und beiseitegestellt.',
  compared:
    'Wie verlangt, werden zwei Teile verglichen: Zeilen, für die gilt: {first} ({firstRows, number}), und Zeilen, für die gilt: {second} ({secondRows, number}).',
  onlyRows: 'Nur Zeilen, für die gilt: {condition}; das sind {rows, number} von {stored, number}.',
} as const
