const sagtVoraus = `{strength, select,
  plain {lässt sich am besten vorhersagen}
  tends {lässt sich tendenziell am besten vorhersagen}
  other {ließe sich vielleicht am besten vorhersagen}}`

export const de = {
  soughtFor: { none: 'keine Spalten, die eine Größe vorhersagen', some: 'Spalten, die eine Größe vorhersagen' },
  headline: `{measure} ${sagtVoraus} aus {first}`,
  claim: `{measure} ${sagtVoraus} aus {first}, dann aus {second}: Aus allen {columns, plural, one {# anderen Spalte} other {# anderen Spalten}} werden {explained} der Varianz vorhergesagt, geprüft an zurückgehaltenen Zeilen ({heldOut} von {n})`,
  importance:
    'mit durchgemischtem {first} gehen der Vorhersage {firstImportance} der Varianz verloren, mit {second} {secondImportance}',
  notWhy: 'dass eines das andere vorhersagt, sagt nicht, warum',
  picture: {
    subject: 'Gewicht bei der Vorhersage von {measure}',
    column: 'Spalte',
  },
} as const
