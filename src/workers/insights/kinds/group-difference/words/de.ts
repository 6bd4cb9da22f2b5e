const hoechsten = '{higher, select, true {am höchsten} other {am niedrigsten}}'
const hoeher = '{higher, select, true {höher} other {niedriger}}'
const vergleich = '{own}, gegenüber {rest} bei allen übrigen ({base}){tie}'
const ist = `{strength, select,
  plain {ist {subject} bei {best} ${hoechsten}}
  tends {ist {subject} bei {best} tendenziell ${hoechsten}}
  other {könnte {subject} bei {best} ${hoechsten} sein}}`
const istBeiBeiden = `{strength, select,
  plain {ist {subject} bei {best} ${hoeher} als bei {worst}}
  tends {ist {subject} bei {best} tendenziell ${hoeher} als bei {worst}}
  other {könnte {subject} bei {best} ${hoeher} sein als bei {worst}}}`

const steigtMit = `{rises, select,
  true {{strength, select,
    plain {{subject} steigt mit {dimension}}
    tends {{subject} steigt tendenziell mit {dimension}}
    other {{subject} könnte mit {dimension} steigen}}}
  other {{strength, select,
    plain {{subject} fällt mit {dimension}}
    tends {{subject} fällt tendenziell mit {dimension}}
    other {{subject} könnte mit {dimension} fallen}}}}`

export const de = {
  lookedAt: 'die Durchschnitte von Gruppen im Vergleich',
  soughtFor: { none: 'kein Unterschied zwischen Gruppen', some: 'Unterschied zwischen Gruppen' },
  headline: `nach {dimension} ${ist}`,
  claim: [
    `nach {dimension} ${ist}: ${vergleich}`,
    `unter {groups, plural, one {# Gruppe} other {# Gruppen}} nach {dimension} ${ist}: ${vergleich}`,
  ],
  pair: {
    headline: `nach {dimension} ${istBeiBeiden}`,
    claim: `nach {dimension} ${istBeiBeiden}: {own}, gegenüber {rest} ({base})`,
  },
  course: {
    headline: `${steigtMit}`,
    claim: `${steigtMit}: von {first} bei {low} auf {last} bei {high} ({rows}{within})`,
    within: ', verglichen bei gleichem Wert von {same}',
    end: 'für {best} und alle übrigen gilt: {gap}',
  },
  base: '{part}{within}',
  within: `, verglichen bei gleichem Wert von {same}: ${hoeher} in {agreeing} von {blocks}`,
  same: '{first} und {second}',
  tie: '; {next} hat ebenfalls {value}',
  gap: 'der Unterschied beträgt {gap}',
  gapWithInterval: 'der Unterschied beträgt {gap} ({interval}: {low} bis {high})',
  spread: '{dimension} erklärt {share} der Varianz',
  spreadWithin: '{dimension} erklärt {share} der Varianz, die bei gleichem Wert von {same} übrig ist',
  otherEnd:
    'am anderen Ende steht {worst} mit dem {higher, select, true {niedrigsten} other {höchsten}} Wert, {value}; {spread}',
} as const
