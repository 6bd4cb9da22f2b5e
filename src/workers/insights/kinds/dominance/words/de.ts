export const de = {
  lookedAt: 'eine Kategorie, auf die das meiste entfällt',
  headline: {
    ofRows:
      '{more, select, true {mehr als die Hälfte} other {die Hälfte}} aller Zeilen entfällt auf {dimension} {best}',
    ofMeasure:
      '{more, select, true {mehr als die Hälfte} other {die Hälfte}} entfällt auf {dimension} {best} ({whole})',
  },
  ofFewRows: '{own} von {rows} haben {best} als {dimension}',
  byRows: [
    '{dimension} {best} stellt {share}{rows} ({own}){next}',
    'nach {dimension} haben {share}{rows} den Wert {best} ({own}){next}',
  ],
  byMeasure: [
    '{whole}: Auf {dimension} {best} entfallen {share} ({own} von {total}{rows}){next}',
    '{share} stammen von {dimension} {best}: {whole} ({own} von {total}{rows}){next}',
  ],
  next: '; danach kommt {runnerUp} mit {share}',
  support: '{dimension} hat insgesamt {groups, plural, one {# Kategorie} other {# Kategorien}}',
} as const
