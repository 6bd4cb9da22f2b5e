import { agreeing } from '../../../words/shared/en-parts.ts'

const rises =
  `{strength, select, plain {${agreeing('second', 'rises', 'rise')}} tends {${agreeing('second', 'tends', 'tend')} to rise} other {may rise}}` as const
const falls =
  `{strength, select, plain {${agreeing('second', 'falls', 'fall')}} tends {${agreeing('second', 'tends', 'tend')} to fall} other {may fall}}` as const
const along = `{up, select, true {${rises}} other {${falls}}}` as const
const where = '{atPlace, select, true {about there} other {in the middle}}'

export const en = {
  lookedAt: 'whether one amount follows from another, along any curve',
  soughtFor: { none: 'no measures that follow a curve', some: 'measures that follow a curve' },
  headline: `{second} {form, select,
    peak {${rises} and ${agreeing('second', 'falls', 'fall')} again with}
    valley {${falls} and ${agreeing('second', 'rises', 'rise')} again with}
    threshold {${along} only from a point on with}
    plateau {${along} only up to a point with}
    step {${along} in one step with}
    levelling_off {${along} ever less with}
    other {${along} ever more with}} {first}`,
  claim: `{second} {form, select,
    peak {${rises} with {first} up to {place} and ${agreeing('second', 'falls', 'fall')} beyond}
    valley {${falls} with {first} until {place} and ${agreeing('second', 'rises', 'rise')} beyond}
    threshold {hardly ${agreeing('second', 'changes', 'change')} with {first} up to {place} and ${along} beyond}
    plateau {${along} with {first} up to {place} and hardly ${agreeing('second', 'changes', 'change')} beyond}
    step {${along} in one step where {first} reaches {place}}
    levelling_off {${along} with {first}, steeply at first and ever less}
    other {${along} with {first}, little at first and ever more}}: on average {tenths}{rows}`,
  place: 'about {place}',
  tenths: '{low} in the lowest tenth of {first} and {high} in the highest',
  tenthsAndMiddle: `{low} in the lowest tenth of {first}, {middle} ${where} and {high} in the highest`,
  xi: "Chatterjee's ξ is {xi} where a straight or bent line would need a rank correlation, which is {rho}",
  notWhy: 'that they go together does not say why',
  formless: {
    headline: `{first} {strength, select, may {may tell} other {${agreeing('first', 'tells', 'tell')}}} {second}, though not along one line`,
    claim: `{first} {strength, select, may {may tell} other {${agreeing('first', 'tells', 'tell')}}} {second}, though not along one line: rank correlation {rho}, yet Chatterjee's ξ is {xi}{rows}`,
    support: 'they go together in a course that neither rises nor falls throughout',
  },
} as const
