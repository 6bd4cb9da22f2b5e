const zwei = '{two, select, true {zwei} other {drei}}'
const arten = `{strength, select,
  plain {die Werte von {measure} sind von ${zwei} Arten}
  tends {die Werte von {measure} scheinen von ${zwei} Arten zu sein}
  other {die Werte von {measure} könnten von ${zwei} Arten sein}}`
const haeufen = `{strength, select,
  plain {die Werte von {measure} häufen sich an ${zwei} Stellen}
  tends {die Werte von {measure} häufen sich tendenziell an ${zwei} Stellen}
  other {die Werte von {measure} könnten sich an ${zwei} Stellen häufen}}`
const grundlage = '({n, plural, one {# Wert} other {# Werte}})'

export const de = {
  lookedAt: 'Werte, die sich um mehr als eine Mitte sammeln',
  soughtFor: { none: 'keine Größen mit mehreren Gipfeln', some: 'Größen mit mehreren Gipfeln' },
  headline: arten,
  claim: [`${arten}: {parts} ${grundlage}`, `${haeufen}: {parts} ${grundlage}`],
  part: '{share} um {place}',
  support:
    'dazwischen sind Werte selten, um {depth} seltener als um den {two, select, true {niedrigeren} other {niedrigsten}} Gipfel; ein Durchschnitt aller beschreibt keinen davon',
  picture: {
    shows: '{histogram}, mit mehr als einem Gipfel',
    around: 'um {place}',
  },
} as const
