const alike = '{equally, select, true {equally} other {about equally}} common'

export const en = {
  lookedAt: 'how evenly the whole is spread over categories',
  headline: `the categories of {dimension} are ${alike}`,
  claim: `the {groups, plural, one {# category} other {# categories}} of {dimension} are ${alike}: {shares}{rows}`,
  pair: `by {dimension}, {commonest} and {rarest} are ${alike}: {shares}{rows}`,
  each: 'each holds {share}',
  eachOfPair: '{share} each',
  both: '{largest} and {least}',
  range: 'from {least} ({rarest}) to {largest} ({commonest})',
  picture: {
    equalShares: 'equal shares',
  },
} as const
