/** What is on the clipboard, taken for a table where it is one. */

export interface Pasted {
  readonly text: string
  /** Of the file it becomes. */
  readonly ending: 'tsv' | 'csv' | 'json'
}

export interface ClipboardContent {
  readonly plain: string
  readonly html: string
}

const delimiters = [',', ';', '|'] as const

/**
 * Spreadsheets give tabs between cells, with quotes around those of several lines; so do browsers of a table on a page,
 * but without quotes, so that a page's own cells count where its rows are not all as wide. Null for what is no table.
 */
export function pastedTable({ plain, html }: ClipboardContent): Pasted | null {
  const text = plain.replace(/^\s*\n/u, '').trimEnd()
  const widths = text.split(/\r\n|\r|\n/u).map((line) => line.split('\t').length)
  const isEven = widths.length > 1 && (widths[0] ?? 1) > 1 && widths.every((width) => width === widths[0])
  if (isEven) return { text, ending: 'tsv' }
  const rows = rowsOfMarkup(html)
  if (rows !== null) return { text: rows.map((row) => row.map(quoted).join('\t')).join('\n'), ending: 'tsv' }
  if (widths.length > 1 && widths.filter((width) => width > 1).length > widths.length / 2)
    return { text, ending: 'tsv' }
  if (isJson(text)) return { text, ending: 'json' }
  return isDelimited(text) ? { text, ending: 'csv' } : null
}

/** The cells of the first table with rows and columns; null where there is none. */
function rowsOfMarkup(html: string): string[][] | null {
  if (!/<table\b/iu.test(html)) return null
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const table of page.querySelectorAll('table')) {
    const rows = [...table.rows].map(cellsOf).filter((row) => row.some((text) => text !== ''))
    if (rows.length > 1 && rows.some((row) => row.length > 1)) return rows
  }
  return null
}

/** Stands for a `br` until the blanks are tidied. */
const lineMark = '\u{e000}'

/** More than any sheet has: a page may claim that a cell spans what it likes. */
const mostColumns = 16_384

/** A cell that spans several columns stands in the first of them, as a spreadsheet has it. */
function cellsOf(row: HTMLTableRowElement): string[] {
  const cells: string[] = []
  for (const cell of row.cells) {
    for (const line of cell.querySelectorAll('br')) line.replaceWith(lineMark)
    cells.push(textOf(cell))
    for (let more = 1; more < cell.colSpan && cells.length < mostColumns; more += 1) cells.push('')
  }
  return cells
}

/** Line breaks of the markup itself are blanks like any other. */
function textOf(cell: HTMLTableCellElement): string {
  const lines = (cell.textContent ?? '').split(lineMark)
  return lines
    .map((line) => line.replaceAll(/\s+/gu, ' ').trim())
    .join('\n')
    .trim()
}

function quoted(text: string): string {
  return /["\t\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function isJson(text: string): boolean {
  if (!/^[[{]/u.test(text)) return false
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}

/** Two lines or more with as many marks in each, quotes apart. */
function isDelimited(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== '')
  if (lines.length < 2) return false
  const bare = lines.map((line) => line.replaceAll(/"(?:[^"]|"")*"/gu, ''))
  return delimiters.some((mark) => {
    const counts = bare.map((line) => line.split(mark).length)
    return (counts[0] ?? 1) > 1 && counts.every((count) => count === counts[0])
  })
}
