const beide = '{basis, select, changes {Veränderungen von } other {}}{first} und {second}'
const ueber = '{basis, select, entities { über {entities}} other {}}'
const gemeinsam = `{positive, select,
  true {{basis, select,
    changes {{strength, select, plain {gehen miteinander einher} tends {gehen tendenziell miteinander einher} other {könnten miteinander einhergehen}}}
    other {{strength, select, plain {steigen gemeinsam} tends {steigen tendenziell gemeinsam} other {könnten gemeinsam steigen}}}}}
  other {{strength, select,
    plain {bewegen sich gegenläufig}
    tends {bewegen sich tendenziell gegenläufig}
    other {könnten sich gegenläufig bewegen}}}}`
const grundlage = '(Rangkorrelation {rho}{units})'
const mehr = '{basis, select, changes {größer die Veränderung} other {höher der Wert}}'
const mehrOderWeniger = `{basis, select,
  changes {{positive, select, true {größer} other {kleiner}} die Veränderung}
  other {{positive, select, true {höher} other {niedriger}} der Wert}}`

export const de = {
  lookedAt: 'ob zwei Größen gemeinsam steigen und fallen',
  soughtFor: { none: 'keine Korrelation zweier Größen', some: 'Korrelation zweier Größen' },
  headline: `${beide} ${gemeinsam}${ueber}`,
  claim: [
    `${beide} ${gemeinsam}${ueber} ${grundlage}`,
    `{strength, select, plain {je ${mehr}} tends {tendenziell je ${mehr}} other {möglicherweise je ${mehr}}} von {first}, desto ${mehrOderWeniger} von {second}${ueber} ${grundlage}`,
  ],
  averages: '{n} Durchschnitte ({entities})',
  steps: '{n, plural, one {# Schritt von Zeile zu Zeile} other {# Schritte von Zeile zu Zeile}}',
  entities: 'Einheiten',
  linear: 'die lineare Korrelation beträgt {pearson}',
  linearAndInterval:
    'das {interval} der Rangkorrelation reicht von {low} bis {high}; die lineare Korrelation beträgt {pearson}',
  notWhy: 'dass sie zusammenhängen, sagt nicht, warum',
  picture: {
    change: 'Veränderung von {measure}',
    rows: '{n, plural, one {# Zeile} other {# Zeilen}}',
    entities: '{n} Durchschnitte ({entities})',
    line: 'Gerade der kleinsten Quadrate',
    showsWithLine: 'Streudiagramm: {y} gegen {x}, mit angepasster Gerade',
  },
} as const
