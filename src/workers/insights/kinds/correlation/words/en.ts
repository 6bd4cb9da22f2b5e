import { agreeing } from '../../../words/shared/en-parts.ts'

const both = '{basis, select, changes {changes in } other {}}{first} and {second}'
const together = `{positive, select,
  true {{basis, select,
    changes {{strength, select, plain {go together} tends {tend to go together} other {may go together}}}
    other {{strength, select, plain {rise together} tends {tend to rise together} other {may rise together}}}}}
  other {{strength, select,
    plain {move in opposite directions}
    tends {tend to move in opposite directions}
    other {may move in opposite directions}}}}` as const
const across = '{basis, select, entities { across {entities}} other {}}'
const higherOrLower = `{basis, select,
  changes {{positive, select, true {a larger change in} other {a smaller change in}}}
  other {{positive, select, true {higher} other {lower}}}}` as const
const goesWith =
  `{strength, select, plain {{basis, select, changes {goes} other {${agreeing('second', 'goes', 'go')}}} with} tends {{basis, select, changes {tends} other {${agreeing('second', 'tends', 'tend')}}} to go with} other {may go with}}` as const
const higher = '{basis, select, changes {a larger change in} other {higher}}'
const base = '(rank correlation {rho}{units})'

export const en = {
  lookedAt: 'whether two amounts rise and fall together',
  soughtFor: { none: 'no correlation of two measures', some: 'correlation of two measures' },
  headline: `${both} ${together}${across}`,
  claim: [
    `${both} ${together}${across} ${base}`,
    `${higherOrLower} {second} ${goesWith} ${higher} {first}${across} ${base}`,
  ],
  averages: 'the averages of {n} {entities}',
  steps: '{n, plural, one {# step from row to row} other {# steps from row to row}}',
  entities: 'entities',
  linear: 'the straight-line correlation is {pearson}',
  linearAndInterval:
    'the {interval} of the rank correlation runs from {low} to {high}, and the straight-line correlation is {pearson}',
  notWhy: 'that they go together does not say why',
  picture: {
    change: 'change in {measure}',
    rows: '{n, plural, one {# row} other {# rows}}',
    entities: '{n} {entities}',
    line: 'Straight line of least squares',
    showsWithLine: 'Scatter plot of {y} against {x} with a straight line fitted',
  },
} as const
