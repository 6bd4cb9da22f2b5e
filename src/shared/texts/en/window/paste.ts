/** A table from the clipboard. */
export const paste = {
  name: 'Pasted table {when}',
  noTable: 'There is no table on the clipboard',
  whatIsTaken: 'Copy cells of a spreadsheet, a table of a web page, or lines of CSV, and paste them here.',
  hint: 'Or paste a table.',
} as const
