import { byDimension } from '../../../words/shared/en-parts.ts'

const has = '{strength, select, plain {has} tends {tends to have} other {may have}}'
const higher = '{higher, select, true {a higher} other {a lower}}'
const highest = '{higher, select, true {the highest} other {the lowest}}'
const comparison = '{subject}: {own}, against {rest} in all others ({base}){tie}'

const goes = `{rises, select,
  true {{strength, select, plain {rises} tends {tends to rise} other {may rise}}}
  other {{strength, select, plain {falls} tends {tends to fall} other {may fall}}}}`

export const en = {
  lookedAt: 'the averages of groups against each other',
  soughtFor: { none: 'no difference between groups', some: 'difference between groups' },
  headline: `${byDimension}{best} ${has} ${highest} {subject}`,
  claim: [
    `by {dimension}, {best} ${has} ${highest} ${comparison}`,
    `among {groups, plural, one {# group} other {# groups}} by {dimension}, {best} ${has} ${highest} ${comparison}`,
  ],
  pair: {
    headline: `${byDimension}{best} ${has} ${higher} {subject} than {worst}`,
    claim: `by {dimension}, {best} ${has} ${higher} {subject} than {worst}: {own}, against {rest} ({base})`,
  },
  course: {
    headline: `{subject} ${goes} with {dimension}`,
    claim: `{subject} ${goes} with {dimension}: from {first} at {low} to {last} at {high} ({rows}{within})`,
    within: ', compared within the same {same}',
    end: 'between {best} and all others {gap}',
  },
  base: '{part}{within}',
  within: ', compared within the same {same}: {higher, select, true {higher} other {lower}} in {agreeing} of {blocks}',
  same: '{first} and {second}',
  tie: '; {next} has {value} as well',
  gap: 'the gap is {gap}',
  gapWithInterval: 'the gap is {gap} ({interval}: {low} to {high})',
  spread: '{dimension} accounts for {share} of the variance',
  spreadWithin: '{dimension} accounts for {share} of the variance that is left within the same {same}',
  otherEnd:
    'at the other end is {worst} with {higher, select, true {the lowest} other {the highest}}, {value}; {spread}',
} as const
