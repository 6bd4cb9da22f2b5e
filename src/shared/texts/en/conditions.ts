/** A condition on rows, said: `region is North and age is at least 30`. */
export const conditions = {
  and: '{left} and {right}',
  or: '{left} or {right}',
  compare: {
    '=': '{column} is {value}',
    '!=': '{column} is not {value}',
    '<': '{column} is below {value}',
    '<=': '{column} is at most {value}',
    '>': '{column} is above {value}',
    '>=': '{column} is at least {value}',
  },
  oneOf: '{column} is one of {values}',
  noneOf: '{column} is none of {values}',
  between: '{column} is between {low} and {high}',
  missing: '{column} is missing',
  there: '{column} is there',
  contains: '{column} contains “{text}”',
  containsNot: '{column} does not contain “{text}”',
  calendar: '{column} falls on {values}',
} as const
