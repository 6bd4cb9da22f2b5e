/** Why a table is read as it is, decision by decision. */
export const reading = {
  asTold: 'as you told',
  byteOrderMark: 'a byte order mark says so',
  zeroBytes: 'every other byte is zero',
  validUtf8: 'all that was looked at is valid UTF-8',
  byCharacters: 'judged by its characters',
  nothingSeparates: 'nothing separates the lines into as many cells each',
  separates: 'it makes rows of {cells, plural, one {# cell} other {# cells}} that look like values',
  quotedRows: 'rows are quoted as a whole',
  noQuotes: 'quotes in it open and close no cells',
  backslash: 'quotes inside cells stand behind a backslash',
  doubled: 'quotes inside cells are doubled',
  beginsAtOnce: 'the table begins at once',
  narrower: 'they are narrower than the rows of the table, or blank',
  titlesAbove: 'titles stand above the table',
  noHeader: 'the first row looks like those below it',
  oneHeader: 'the first row names what stands below it',
  severalHeaders: 'the rows at the top together name what stands below them',
  commentLines: 'some lines begin with it, which are no rows',
  labels: 'each label stands once for the rows below it',
  belowEachOther:
    '{count, number} {grain, select, year {years} quarter {quarters} month {months} week {weeks} other {days}} below each other',
  sideBySide:
    'its columns are {grain, select, year {years} quarter {quarters} month {months} week {weeks} other {days}} side by side, with nothing but labels and sums beside them',
  noOtherType: 'no other type reads nearly all of its values',
  /** `{type}` is how a column is stored: `number`, `date`, `date and time`, `yes or no`. */
  allRead:
    'all of its values are read as {type, select, number {numbers} date {dates} moment {moments} other {answers}}',
  nearlyAllRead:
    'all but {count, number} of its values, in {rows, plural, other {# rows}}, are read as {type, select, number {numbers} date {dates} moment {moments} other {answers}}',
} as const
