const number = '{two, select, true {two} other {three}}'
const kinds = `{strength, select, plain {are} tends {seem to be} other {may be}} of ${number} kinds`
const gather = '{strength, select, plain {gather} tends {tend to gather} other {may gather}}'
const base = '({n, plural, one {# value} other {# values}})'

export const en = {
  lookedAt: 'values that gather around more than one middle',
  soughtFor: { none: 'no measures with several peaks', some: 'measures with several peaks' },
  headline: `values of {measure} ${kinds}`,
  claim: [
    `values of {measure} ${kinds}: {parts} ${base}`,
    `values of {measure} ${gather} in ${number} places: {parts} ${base}`,
  ],
  part: '{share} around {place}',
  support:
    'between them values are rare, {depth} fewer than about the {two, select, true {lower} other {lowest}} peak, so that an average of all describes neither',
  picture: {
    shows: '{histogram}, with more than one peak',
    around: 'around {place}',
  },
} as const
