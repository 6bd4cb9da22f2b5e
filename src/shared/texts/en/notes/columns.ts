/** Of columns. Where a message has no `{name}`, it goes into `in`. */
export const columns = {
  in: 'In "{name}", {what}.',
  noName: 'Column {place, number} has no name and is called "{chosen}".',
  repeatedName: 'Column {place, number} repeats the name "{name}" and is called "{chosen}".',
  limits:
    'In "{name}", {count, plural, one {# value only says} other {# values only say}} below or above which limit it lies (like "<5") and count as missing.',
  padded: 'In "{name}", {count, number} of the numbers are written with leading zeros, which are not kept.',
  flags:
    'In "{name}", {count, plural, one {# number carries a flag} other {# numbers carry a flag}} ({flags}), which is not part of it.',
  flagsAndOthers:
    'In "{name}", {count, plural, one {# number carries a flag} other {# numbers carry a flag}} ({flags} and others), which is not part of it.',
  uncertainties:
    'In "{name}", {count, plural, one {# number carries} other {# numbers carry}} an uncertainty (like "{example}"), which is not part of it.',
  filledDown:
    'In "{name}" each label stands once for the group of rows below it; it is filled down to {count, plural, one {one row} other {# rows}}.',
  noTextLeftOut: '"{name}" holds bytes that are no text and is left out.',
  notText:
    'In "{name}", {count, plural, one {one value is} other {# values are}} bytes that are no text, and left out.',
  severalCurrencies: 'amounts are in several currencies ({currencies}), so all are kept as text',
  severalUnits: 'values are in several units ({units}), so all are kept as text',
  unitsConverted: 'values are in several units ({units}) and are all read in {unit}',
  approximate: 'values marked as approximate, like "{example}", are read as the number they give',
  withoutUnit: 'values without a unit are taken to be in {unit}',
  angle: 'angles like {example} are read as decimal degrees, those of the south and the west as negative',
  feet: 'lengths like {example} are read in inches',
  fractions: 'fractions like "{example}" are read as decimal numbers',
  fractionsBeside: 'values without a percent sign, like "{example}", are read as the fraction they are',
  debits: 'amounts marked {mark} are read as negative',
  hoursAndMinutes: '"{example}" is read as hours and minutes',
  minutesAndSeconds: '"{example}" is read as minutes and seconds',
  /** `{why}` is one of the two below. */
  thousands: '"{example}" could be a fraction and is read as thousands, {why}',
  fraction: '"{example}" could be thousands and is read as a fraction, {why}',
  dayFirst: 'dates like "{example}" are read with the day first; {why}',
  monthFirst: 'dates like "{example}" are read with the month first; {why}',
  asElsewhere: 'as elsewhere in the file',
  notSettled: 'nothing in the file settles it',
  toUtc: 'times are converted to UTC',
  unixTime: 'whole numbers are Unix time and read as moments in UTC',
  withoutZone: 'those without a time zone are taken to be in UTC',
  severalNotations: 'dates are written in {count, number} ways',
  shortYears: 'years of two digits are read as {first} to {last}',
  inUtc: 'times are those of UTC',
  partsOfTheirOwn: 'values have parts of their own and are kept as text',
  severalKinds: 'values of several kinds are kept as text',
  mixedKinds: 'values of several kinds are mixed, so all are kept as text',
  storedAsText: '{count, number} of the numbers are stored as text in the workbook',
  currenciesOf: 'amounts are in several currencies: {currencies}',
  computed: '"{name}" is computed by the database and not read.',
} as const
