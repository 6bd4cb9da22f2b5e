/** How a text file separates, quotes and ends its cells and rows. */

export interface Dialect {
  /** One or more characters; '' when every line is one cell. */
  readonly delimiter: string
  /** A run of delimiters counts as one, and one at the start of a line as none: columns aligned with spaces. */
  readonly collapse: boolean
  readonly quote: '"' | "'" | ''
  /** How a quote stands inside a quoted cell: doubled, after a backslash (which then escapes anywhere), or not at all. */
  readonly escape: 'double' | 'backslash' | 'none'
  /** Spaces after a delimiter belong to it. */
  readonly skipsSpace: boolean
  /** A carriage return on its own ends a row too. `\n` and `\r\n` always do. */
  readonly loneReturn: boolean
  /** Some rows, or all, are quoted as a whole: a record of one quoted cell is a row once its quotes are gone. */
  readonly wrapsRows: boolean
}

export const plainComma: Dialect = {
  delimiter: ',',
  collapse: false,
  quote: '"',
  escape: 'double',
  skipsSpace: false,
  loneReturn: false,
  wrapsRows: false,
}
