const unusually = `{subject} {strength, select, may {may have stood} other {stood}} unusually {above, select, true {high} other {low}} {when}`
const side = '{above, select, true {above} other {below}}'

export const en = {
  lookedAt: 'a period out of line with those around it',
  soughtFor: { none: 'no period out of line', some: 'period out of line' },
  headline: unusually,
  claim: [
    `${unusually}: {value}, where {expected} was to be expected{base}`,
    `{when}, {subject} stood at {value}, unusually far ${side} the {expected} to be expected{base}`,
  ],
  support: `that is {residual} ${side} the expected value, {z} times the usual scatter; unusual, not necessarily wrong`,
} as const
