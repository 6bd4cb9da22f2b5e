/** Of tables as a whole. */
export const tables = {
  /** What an older version left as a sentence. */
  asSaid: '{text}',
  /** `{note}` is another note, of a table that was joined with others. */
  of: '{name}: {note}',
  oneOf: 'The file holds {count, number} tables; this is one of them.',
  couldBeOne: '{count, number} tables have the same columns and could be told as one: {names}.',
  toldAsOne: '{count, number} tables of the same columns are told as one; "{origin}" says which a row is from.',
  notEverywhere: '"{name}" is in {count, number} of the {tables, number} tables and missing in the rest.',
  severalTypes: '"{name}" is read as text, as it is of several types.',
  textElsewhere: '"{name}" is read as text, as it is in {tables}.',
  moreNotes: '{count, number} notes more.',
  /** The first names of a long list. */
  andMore: '{names} and {more, number} more',
  keyFound:
    '"{column}" names rows of "{table}" by "{key}": {matched, number} of {filled, number} rows match{unmatched, select, none {} other {, the rest do not, such as {unmatched}}}; {unnamed, plural, =0 {every row there is named} one {one row there is named by none} other {# rows there are named by none}}. Both can be told together: --join "{join}".',
  joinedByKey:
    'Told together with "{table}" where "{column}" is "{key}": {rows, number} rows before and after; {unmatched, plural, =0 {each has its match} one {one has no match and is empty there} other {# have no match and are empty there}}; {unnamed, plural, =0 {every row of "{table}" is named} one {one row of "{table}" is named by none} other {# rows of "{table}" are named by none}}.',
  readAsTold: 'Read as you told for "{name}", a source of the same columns: {options}.',
  doesNotFit: 'What you told for "{name}" ({options}) does not fit this source.',
  totals:
    '{count, plural, one {One row} other {# rows}} where {condition} {count, plural, one {holds} other {hold}} the total of the other rows and {count, plural, one {is} other {are}} set aside, so that nothing counts twice.',
  noHeader: 'The file has no header; its columns are numbered.',
  joinedHeader: '{count, number} header rows were joined into one.',
  above:
    '{count, plural, one {One line above the table is} other {# lines above the table are}} not part of it, beginning with "{text}".',
  below:
    '{count, plural, one {One line below the table is} other {# lines below the table are}} not part of it, beginning with "{text}".',
  comments:
    '{count, plural, one {One comment line beginning with "{mark}" is} other {# comment lines beginning with "{mark}" are}} left out.',
  shortRows:
    '{count, plural, one {One row has} other {# rows have}} fewer cells than the table has columns; the missing ones are empty.',
  mendedRows:
    '{count, plural, one {One row has} other {# rows have}} a separator too many or too few, and is read as the others are (line {lines}).',
  wideRows:
    '{count, plural, one {One row has} other {# rows have}} more cells than the header has names (the first on line {line}); they are kept in columns of their own.',
  /** Periods that stand side by side, told as a row each. */
  alongTime:
    'Its {count, number} columns "{first}" to "{last}" are {grain, select, year {years} quarter {quarters} month {months} week {weeks} other {days}} side by side and are told along time: "{time}" says which, "{value}" what stands there.',
  alongTimeOfYears:
    'Its {count, number} columns "{first}" to "{last}" of the years in "{years}" are {grain, select, year {years} quarter {quarters} month {months} week {weeks} other {days}} side by side and are told along time: "{time}" says which, "{value}" what stands there.',
  dateOfMonth: '"{date}" is put together from "{year}" and "{month}".',
  dateOfDay: '"{date}" is put together from "{year}", "{month}" and "{day}".',
  followsFromThem: '{names} follows from them and is not counted again.',
  byPlace: 'Columns are told by their place in the line.',
} as const
