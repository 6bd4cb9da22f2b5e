/** Zu Dateien von Statistikprogrammen, deren Spalten und Werte Beschriftungen haben. */
export const labelled = {
  byLabel: 'Spalten heißen nach ihrer Beschriftung: {pairs}.',
  byLabelAndMore:
    'Spalten heißen nach ihrer Beschriftung: {pairs} und {more, plural, one {eine weitere} other {# weitere}}.',
  declaredMissing:
    '{count, plural, one {Ein Wert ist} other {# Werte sind}} in der Datei als fehlend erklärt und {count, plural, one {gilt} other {gelten}} als fehlend{columns, plural, one {, in „{name}“} other {, in # Spalten (die meisten in „{name}“: {there, number})}}.',
  partly:
    'In „{name}“{count, plural, one {} =2 { und einer weiteren Spalte} other { und {others, number} weiteren Spalten}} haben nur manche Werte eine Beschriftung (etwa {value} für „{label}“); die Zahlen bleiben deshalb, wie sie sind.',
  weighted: 'Die Datei gewichtet ihre Zeilen nach „{name}“; hier zählt jede Zeile einmal.',
} as const
