/** Of rows that are no records. `{text}` is the first of them, in quotation marks. */
export const asides = {
  headerAgain:
    '{count, plural, one {One row repeats the header and is set aside.} other {# rows repeat the header and are set aside.}}',
  sum: "{count, plural, one {One row of totals, {text}, is set aside: it is the sum of other rows, so that the file's own total agrees.} other {# rows of totals are set aside, the first of them {text}: each is the sum of other rows, so that the file's own totals agree.}}",
  mean: '{count, plural, one {One row of averages, {text}, is set aside: it is the mean of the rows above it.} other {# rows of averages are set aside, the first of them {text}: each is the mean of rows above it.}}',
  statistic:
    '{count, plural, one {One row of statistics, {text}, is set aside: it follows from the rows above it.} other {# rows of statistics are set aside, the first of them {text}: each follows from the rows above it.}}',
  balance:
    '{count, plural, one {One row is set aside because it gives a balance: {text}.} other {# rows are set aside because they give a balance, the first of them {text}.}}',
  line: '{count, plural, one {One row that only draws a line is left out.} other {# rows that only draw a line are left out.}}',
  remark:
    '{count, plural, one {One line below the table is not part of it: {text}.} other {# lines below the table are not part of it, beginning with {text}.}}',
  blank:
    '{count, plural, one {One empty row below the table is left out.} other {# empty rows below the table are left out.}}',
  unprovedTotal:
    'The last row ("{text}") looks like a total of the rows above it, which add up to something else. It is kept as a row.',
} as const
