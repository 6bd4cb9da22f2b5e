/** Rows as spreadsheets take them from the clipboard: tabs between cells, CR LF between rows. */

/** One line of it, its end included. A cell that holds a tab, a line end or begins with a quotation mark is quoted. */
export function tsvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[\t\r\n]|^"/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')}\r\n`
}
