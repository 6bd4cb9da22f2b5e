/** Eine Bedingung an Zeilen, ausgesprochen: `Region ist Nord und Alter ist mindestens 30`. */
export const conditions = {
  and: '{left} und {right}',
  or: '{left} oder {right}',
  compare: {
    '=': '{column} ist {value}',
    '!=': '{column} ist nicht {value}',
    '<': '{column} liegt unter {value}',
    '<=': '{column} ist höchstens {value}',
    '>': '{column} liegt über {value}',
    '>=': '{column} ist mindestens {value}',
  },
  oneOf: '{column} ist eines von {values}',
  noneOf: '{column} ist keines von {values}',
  between: '{column} liegt zwischen {low} und {high}',
  contains: '{column} enthält „{text}“',
  containsNot: '{column} enthält „{text}“ nicht',
  missing: '{column} fehlt',
  there: '{column} ist vorhanden',
  calendar: '{column} fällt auf {values}',
} as const
