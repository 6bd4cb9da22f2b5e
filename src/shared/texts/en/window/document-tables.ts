/** The tables found in a document. */
export const documentTables = {
  copiedRows: '{rows, plural, one {# row} other {# rows}}, ready to paste.',
  tableCopied: 'Table copied',
  scope: '{size} on {pages}',
  scopeFound:
    '{size} on {pages}, {found, select, ruled {found by its drawn lines} unruled {found by how its text is set} other {marked as a table in the document}}',
  columnNumber: 'Column {number}',
  firstRows:
    'The first {shown, number} of {rows, plural, one {# row} other {# rows}}; a copy, a file and its story have all of them.',
  close: 'Close',
  copy: 'Copy',
  saveAsCsv: 'Save as CSV',
  tellItsStory: 'Tell its story',
  rowsOfTheTable: 'Rows of the table',
  noRowOfItWas: 'No row of it was recognised as a header: the columns are named by their places.',
  named: 'Table: {name}',
  namedContinued: 'Table, continued: {name}',
  rowsOfSize: 'Rows of {name}, {size}',
  saveNamedAsCsv: 'Save {name} as CSV',
  copyNamed: 'Copy {name}',
  sizeAndPages: '{size}, {pages}',
  rowsOf: 'Rows of {name}',
  tables: 'Tables',
  rows: 'Rows',
} as const
