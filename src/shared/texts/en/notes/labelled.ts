/** Of files of statistics programs, whose columns and values have labels. */
export const labelled = {
  byLabel: 'Columns go by their labels: {pairs}.',
  byLabelAndMore: 'Columns go by their labels: {pairs} and {more, plural, one {one more} other {# more}}.',
  declaredMissing:
    '{count, plural, one {One value is} other {# values are}} declared missing by the file and {count, plural, one {counts} other {count}} as missing{columns, plural, one {, in "{name}"} other {, in # columns (most in "{name}": {there, number})}}.',
  partly:
    'In "{name}"{count, plural, one {} =2 { and one other column} other { and {others, number} other columns}} only some values have labels (like {value} for "{label}"), so that its numbers are kept as they are.',
  weighted: 'The file weights its rows by "{name}"; here each row counts once.',
} as const
