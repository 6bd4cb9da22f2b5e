/** Rows as CSV of the plainest kind: comma, double quotes where needed, LF (RFC 4180 but for its line ends). */

/** One line of it, its end included. */
export function csvLine(cells: readonly string[]): string {
  // An empty line would be no row to many readers.
  return cells.length === 1 && cells[0] === '' ? '""\n' : `${cells.map(quoted).join(',')}\n`
}

/**
 * Quoted when it must be, and where a reader could take it for something else: spaces at an end, a leading comment mark,
 * a semicolon or tab that separates cells where the reader's language has it so.
 */
function quoted(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$|^#/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

const opening = /^[=+\-@＝＋－＠\t\r\n]/u
/** What may separate cells for some reader, the quotes after it, and the sign a formula begins with. */
const openingWithin = /([,;|\t\r\n]["'“”]*)(?=[=+\-@＝＋－＠])/gu

/** Whether a spreadsheet could take the text for a formula: numbers and amounts with a sign are none. */
export function opensFormula(text: string): boolean {
  return opening.test(text) && !isAmount(text)
}

/**
 * The cell as a spreadsheet will show it and not run it: text that would be a formula gets an apostrophe before it, and
 * so does what follows a separator within the cell, where a reader that separates by it would begin a new one. Numbers
 * and amounts stay as they are. Source: OWASP, "CSV Injection".
 */
export function withoutFormula(cell: string): string {
  const within = cell.replace(openingWithin, (separator: string, _group: string, at: number) =>
    isAmount(cell.slice(at + separator.length)) ? separator : `${separator}'`,
  )
  return opensFormula(cell) ? `'${within}` : isAmount(cell) ? cell : within
}

/** Characters; looking for an amount in a long text takes time by the square of its length. */
const longestAmount = 64

/** A sign, digits and their separators, a unit of money or a percent sign: nothing that can be computed or called. */
function isAmount(cell: string): boolean {
  if (cell.length > longestAmount) return false
  return /^[+\-＋－]?[\s\p{Sc}]*\p{Nd}[\p{Nd}.,\s'’]*[\s\p{Sc}%‰]*$/u.test(cell)
}
