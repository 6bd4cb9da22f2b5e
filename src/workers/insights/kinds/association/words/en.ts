const isMoreCommon =
  '{strength, select, plain {is} tends {tends to be} other {may be}} {more, select, true {more} other {less}} common'
const shares = '{share} of {rows}, against {overall} of all {n}'

export const en = {
  lookedAt: 'whether two columns of categories go together',
  soughtFor: { none: 'no categories that go together', some: 'categories that go together' },
  headline: `{second} {there} ${isMoreCommon} where {first} is {here}`,
  claim: [
    `{second} {there} ${isMoreCommon} where {first} is {here}: ${shares}`,
    `where {first} is {here}, {second} {there} ${isMoreCommon}: ${shares}`,
  ],
  support:
    '{cell} have both; the two columns are associated with a strength of {v} on a scale from none to one (Cramér’s V)',
  picture: {
    subject: 'share of rows with {outcome} “{value}”',
  },
} as const
