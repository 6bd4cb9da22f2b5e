/** Of the sheets of a workbook. Texts of the sheet stand in quotation marks already. */
export const sheets = {
  missing: 'The sheet "{name}" is missing in the file.',
  nothingTabular: 'Nothing tabular was found in the sheet "{name}".',
  hidden: 'This sheet is hidden in the workbook.',
  noHeader: 'No header row was found, so the columns are numbered.',
  above: '{count, plural, one {# row} other {# rows}} above the table left out: {text}.',
  totals: '{count, plural, one {# row} other {# rows}} of totals at the end left out: {text}.',
  beside: 'A remark beside the table is no part of it: {text}.',
  remarks: '{count, plural, one {# row} other {# rows}} of remarks at the end left out: {text}.',
  furtherDown: '{count, plural, one {# row} other {# rows}} further down, in which no table was found, left out.',
  onlyFirst: 'Only the first {count, number} tables were read; name a sheet to read one behind them.',
  merged: 'Merged cells hold for every row they cover: {count, plural, one {# cell is} other {# cells are}} filled.',
  mergedAmounts:
    '{count, plural, one {# cell is} other {# cells are}} under merged amounts left blank, so that each amount counts once.',
  hiddenRows: '{count, plural, one {# row is} other {# rows are}} hidden in the workbook, and read all the same.',
  filteredRows:
    '{count, plural, one {# row is} other {# rows are}} hidden in the workbook by a filter, and read all the same.',
  hiddenColumns:
    'The {count, plural, one {column {names} is} other {columns {names} are}} hidden in the workbook, and read all the same.',
  notCalculated:
    'In {names}, {count, plural, one {# formula} other {# formulas}} had no result stored in the file: the cells are read as empty. Open and save it in a spreadsheet program to have them calculated.',
} as const
