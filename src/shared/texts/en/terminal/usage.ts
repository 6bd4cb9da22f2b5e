/** What is said of a command that cannot be understood. `{option}` and its like stand as they are typed. */
export const usage = {
  error: 'error: {message}',
  /** To a program, beside the sentence. */
  hint: 'Run with --help for the commands and their options.',
  wholeNumberTo: 'It takes a whole number from 0 to {largest, number, ::group-off}.',
  wholeNumber: '{option} takes a whole number.',
  quickAndDeep: '--quick and --deep exclude each other.',
  severalFiles: 'Several files need --out FOLDER, or --format json.',
  role: '--role needs COLUMN=ROLE, and a role is one of {roles}.',
  type: '--type needs COLUMN=TYPE, and a type is one of {types}.',
  rename: '--rename needs COLUMN=NAME, such as amt=Amount.',
  order: '--order needs COLUMN=FIRST|SECOND|…, such as size=small|medium|large.',
  missing: '--missing needs COLUMN=VALUE, such as age=-999.',
  compare:
    'A comparison needs two parts with | between them: --compare "REGION=Oslo|Bergen", --compare-periods "2023|2024".',
  declare: '--declare needs population, sample, independent, rows-of=COLUMN or assigned=COLUMN.',
  compareOnce: 'A story compares groups or periods, not both.',
  unit: '--unit needs COLUMN=UNIT, and a unit is a short word or sign such as kg, EUR or %.',
  twoPasswords: '--password and --password-stdin exclude each other.',
  longPassword: 'Standard input holds more than a password.',
  explain: '--explain says how the tables are read, as text or JSON: leave the others out.',
  cellsAreJson: '--cells gives JSON: add --format json.',
  cellsAlone: '--cells reads every cell as it stands: leave --table and --typed out.',
  parquetNeedsOut: 'Parquet needs --out PATH.',
  formatNeedsOut: '--format {format} needs --out PATH.',
  onlyTables: 'Only a table is written as {format}: add --table.',
  tableFormats: 'A table is written as {formats}.',
  tablesFromOne: 'Tables are counted from 1.',
  /** Of the options that say how a file is read. */
  reading: {
    delimiter: '{option} takes one to three characters.',
    quote: `{option} takes ", '' or none.`,
    encoding: '{option} takes the name of an encoding.',
    headerRows: '{option} takes a whole number from 0 to 9.',
    skip: '{option} takes a whole number from 0 to 1000000.',
    other: '{option} cannot be that.',
  },
  /** What the parser of arguments finds wrong. */
  parser: {
    missingArgument: "missing required argument ''{argument}''",
    optionMissingArgument: "option ''{option}'' argument missing",
    missingOption: "required option ''{option}'' not specified",
    unknownOption: "unknown option ''{option}''",
    unknownCommand: "unknown command ''{command}''",
    didYouMean: '(Did you mean {name}?)',
    didYouMeanOneOf: '(Did you mean one of {names}?)',
    tooManyArguments:
      'too many arguments. Expected {expected, plural, one {# argument} other {# arguments}} but got {given, number}.',
    tooManyArgumentsFor:
      "too many arguments for ''{command}''. Expected {expected, plural, one {# argument} other {# arguments}} but got {given, number}.",
    invalidOption: "option ''{option}'' argument ''{value}'' is invalid. {why}",
    invalidFromEnv: "option ''{option}'' value ''{value}'' from env ''{name}'' is invalid. {why}",
    choices: 'Allowed choices are {choices}.',
  },
} as const
