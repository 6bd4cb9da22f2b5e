const sagtVoraus = `{strength, select,
  plain {{measure} lässt sich am besten aus {first} vorhersagen}
  tends {{measure} lässt sich tendenziell am besten aus {first} vorhersagen}
  other {{measure} ließe sich vielleicht am besten aus {first} vorhersagen}}`

export const de = {
  lookedAt: 'welche Spalten eine Größe am besten vorhersagen',
  soughtFor: { none: 'keine Spalten, die eine Größe vorhersagen', some: 'Spalten, die eine Größe vorhersagen' },
  headline: sagtVoraus,
  claim: `${sagtVoraus}, dann aus {second}: Aus allen {columns, plural, one {# anderen Spalte} other {# anderen Spalten}} werden {explained} der Varianz vorhergesagt, geprüft an zurückgehaltenen Zeilen ({heldOut} von {n})`,
  importance:
    'mit durchgemischten Werten von {first} gehen der Vorhersage {firstImportance} der Varianz verloren, mit solchen von {second} {secondImportance}',
  notWhy: 'dass eines das andere vorhersagt, sagt nicht, warum',
  picture: {
    subject: 'Teil der Varianz von {measure}, der ohne sie fehlt',
    column: 'Spalte',
  },
} as const
