import { agreeing } from '../../../words/shared/en-parts.ts'

const base = '({n, plural, one {# value} other {# values}})'

export const en = {
  lookedAt: 'values far away from the rest',
  one: {
    headline: 'one value of {measure} is far from the rest',
    claim: [
      `one value of {measure}, {extreme}{ties}, lies {outside} ${base}`,
      `{measure} ${agreeing('measure', 'has', 'have')} one value {outside}: {extreme}{ties} ${base}`,
    ],
  },
  few: {
    headline: 'a few values of {measure} are far from the rest',
    claim: [
      '{count} of {n, plural, one {# value} other {# values}}{share} of {measure} lie {outside}; the furthest is {extreme}{ties}',
      '{count} of {n, plural, one {# value} other {# values}}{share} of {measure} lie {outside}, {extreme}{ties} furthest of all',
    ],
  },
  ties: ' (in {rows})',
  above: 'above the usual limit of {high}',
  below: 'below the usual limit of {low}',
  outside: 'outside the usual range of {low} to {high} ({countBelow} below, {countAbove} above)',
  support: 'the median is {median}; unusual values are worth a look, not necessarily errors',
  picture: {
    shows: '{histogram}, the values outside the usual range marked',
  },
} as const
