export const en = {
  lookedAt: 'a column that follows from others',
  headline: '{whole} follows from other columns',
  claim: '{whole} is {formula}, {exact, select, true {exactly} other {up to rounding}}, in {where}',
  allRows: 'all {rows}',
  someRows: '{fits} of {rows}',
  largest: 'the largest difference is {largest}',
  arithmetic: 'what one tells of the other is arithmetic, and is not reported as a finding',
  notReported: 'a pattern between them is not reported as a finding',
  formula: {
    sumAndSum: '{one}, and also {other}',
    sum: '{sum} plus {part}',
    sumOfMany: 'the sum of {parts, plural, one {# column} other {# columns}}, from {first} to {last}',
    difference: '{first} less {second}',
    product: '{first} times {second}{times}',
    quotient: '{first} divided by {second}{times}',
    times: ', times {factor}',
    scaled: '{first} times {factor}',
    same: 'the same as {first}',
    offset: '{scaled} {below, select, true {less} other {plus}} {offset}',
  },
  ranges: {
    two: '{whole} follows from {measure}: {lower} up to {end} and {upper} from {start} on, in {where}',
    many: '{whole} follows from {measure}: its {parts, plural, one {# category is a range} other {# categories are ranges}} of it that do not overlap, in {where}',
  },
  close: {
    headline: '{first} and {second} say nearly the same thing',
    claim:
      '{first} and {second} move in lockstep (correlation {pearson} over {rows}): two measures of nearly the same thing, or one made from the other',
  },
  quotient: {
    headline: '{one} goes with {divisor} by arithmetic',
    claim: '{one} is something divided by {divisor}, so the two go together by arithmetic ({rows})',
  },
  quotients: {
    headline: '{two, select, true {{all}} other {several columns}} share a divisor',
    claim:
      '{all} are {two, select, true {both} other {all}} divided by the same {divisor}, which by itself makes them go together ({rows})',
  },
} as const
