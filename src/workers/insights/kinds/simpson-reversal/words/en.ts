const rises = `{rises, select,
  true {{strength, select, plain {rises} tends {tends to rise} other {may rise}}}
  other {{strength, select, plain {falls} tends {tends to fall} other {may fall}}}}`
const falls = `{rises, select,
  true {{strength, select, plain {falls} tends {tends to fall} other {may fall}}}
  other {{strength, select, plain {rises} tends {tends to rise} other {may rise}}}}`
const has = '{strength, select, plain {has} tends {tends to have} other {may have}}'
const alike = '{binned, select, true {among {rowPlural} alike in {control}} other {within the same {control}}}'
const levels =
  '{all, select, true {{levels, plural, =2 {both} other {all {levels}}}} other {{against} of {levels}}} {binned, select, true {ranges} other {groups}}'

export const en = {
  lookedAt: 'a difference that turns round within groups',
  soughtFor: {
    none: 'no difference that turns round within groups',
    some: 'difference that turns round within groups',
  },
  allOthers: 'all others',
  ranks: {
    headline: `{second} ${rises} with {first} over all, and {rises, select, true {falls} other {rises}} ${alike}`,
    claim: `{overAll}, {second} ${rises} with {first} (rank correlation {overall}), yet ${alike} it ${falls} ({within}; in ${levels})`,
    support: 'the {interval} of the correlation with {control} held the same runs from {low} to {high}',
  },
  gap: {
    headline: `by {first}, the gap in {second} turns round ${alike}`,
    claim: `by {first}, {group} ${has} a {higher, select, true {higher} other {lower}} {subject} than {rest} {overAll} ({own} against {other}), yet ${alike} a {higher, select, true {lower} other {higher}} one: in ${levels}{example}`,
    support: 'with {control} held the same, the gap is {within}{ends}, against {overall} over all',
    average: 'average {measure}',
    share: 'share of {outcome}',
    example: ', such as {own} against {other} in {level}',
  },
  picture: {
    ranks: 'rank correlation of {first} and {second}',
    rates: 'share of “{value}” in {second}: “{group}” less {rest}',
    means: 'average {second}: “{group}” less {rest}',
    rest: '“{rest}”',
    subtitle: '{subject}, by {control}; {base}',
    overall: 'over all rows: {value}',
    shows: 'Bar chart of the {subject} within each {control}',
  },
} as const
