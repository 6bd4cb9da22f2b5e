/** Where the table stands among a file's records: what comes before it, its header, its width, its comments. */
import type { ReadingOptions } from '../../../shared/story/reading.ts'
import { isLine } from '../asides/find-asides.ts'
import { groupedHeader } from '../grid/grouped-header.ts'
import { joinAll, rowsContinuing, withoutSpareCells } from '../grid/header-rows.ts'
import { looksMeasured } from './cell-type.ts'
import { isYear, looksLikeHeader, namesFigures } from './header-evidence.ts'
import { rowBelowPairs, rowBelowTitles } from './titles.ts'
import type { CsvRecord } from './tokenizer.ts'

export interface Layout {
  /** Cells of a row, from the rows seen; a wider row later still widens the table. */
  readonly width: number
  /** The header's cells as they stand, or null when the first record is data already. */
  readonly header: readonly string[] | null
  /** Records the header takes; 0 without one. */
  readonly headerRows: number
  /** Index of the first data record. */
  readonly dataStart: number
  /** Records before the header (or, without one, before the data). */
  readonly preamble: number
  /** What a line must begin with to be a comment. */
  readonly comment: string | null
}

export function isBlank(record: CsvRecord): boolean {
  return !record.quoted && record.cells.every((cell) => cell.trim() === '') && record.cells.length <= 1
}

const commentMarks = ['#', '//', '%', ';;', '--']

/** What a person says of it. */
export type AskedLayout = Pick<ReadingOptions, 'skip' | 'headerRows'>

/** `records` are the first of the file, enough to know its shape. */
export function detectLayout(records: readonly CsvRecord[], delimiter: string, asked: AskedLayout = {}): Layout {
  const { skip = 0, headerRows } = asked
  const found = layoutOf(skip === 0 ? records : records.slice(skip), delimiter)
  const moved = { ...found, dataStart: found.dataStart + skip, preamble: found.preamble + skip }
  return headerRows === undefined ? moved : withHeaderRows(moved, records, headerRows)
}

/** With the first rows of the table as its header, as many as were asked. */
function withHeaderRows(layout: Layout, records: readonly CsvRecord[], headerRows: number): Layout {
  const from = layout.dataStart - layout.headerRows
  const [first, ...others] = records.slice(from, from + headerRows).map(({ cells }) => cells)
  const dataStart = from + headerRows
  if (first === undefined) return { ...layout, header: null, headerRows: 0, dataStart }
  const width = Math.max(layout.width, first.length)
  const padded = (row: readonly string[]): string[] => Array.from({ length: width }, (_, at) => row[at] ?? '')
  const header = joinAll([first, ...others].map(padded))
  return {
    ...layout,
    header: headerRows === 1 ? withoutSpareCells(first, layout.width) : header,
    headerRows,
    dataStart,
  }
}

function layoutOf(records: readonly CsvRecord[], delimiter: string): Layout {
  const comment = detectComment(records, delimiter)
  const isNoise = (record: CsvRecord): boolean => isBlank(record) || isComment(record, comment) || isLine(record.cells)
  const width = usualWidth(records.filter((record) => !isNoise(record)))
  const below = rowBelowTitles(records, width) ?? rowBelowPairs(records, width)
  let first = below ?? records.findIndex((record, index) => !isNoise(record) && startsTable(records, index, width))
  if (first < 0) first = 0
  if (below === null) first = firstOfGroups(records, first, width)
  const rows: CsvRecord[] = []
  for (const record of records.slice(first + 1)) if (!isNoise(record)) rows.push(record)
  const candidate = records[first]
  const found = withoutSpareCells(candidate?.cells ?? [], width)
  const names = /^[ \t]$/u.test(delimiter) ? withRowNames(found, rows, width) : found
  const isNamed =
    names.length === candidate?.cells.length && !names.some((name) => looksMeasured(name) && !isYear(name.trim()))
  const grouped = isNamed ? groupedHeader(records.slice(first, first + headRows).map(({ cells }) => cells)) : null
  if (grouped === null && below === null && !looksLikeHeader(names, rows.slice(0, 200))) {
    const commented = namesInComment(records, first, { width, comment, delimiter })
    if (commented !== null)
      return { width, header: commented, headerRows: 1, dataStart: first, preamble: first - 1, comment }
    return { width, header: null, headerRows: 0, dataStart: first, preamble: first, comment }
  }
  // Only rows that follow at once: behind a blank one, records begin.
  const adjacent = rows.findIndex((row, index) => row !== records[first + 1 + index])
  const body = rows.slice(0, 200).map(({ cells }) => cells)
  const more = Math.min(rowsContinuing(names, body), adjacent < 0 ? body.length : adjacent)
  const header = more === 0 ? names : joinAll([names, ...body.slice(0, more)])
  const headerRows = 1 + more
  if (grouped !== null && (grouped.rows > headerRows || (grouped.rows === headerRows && headerRows > 2))) {
    const dataStart = first + grouped.rows
    return { width, header: grouped.names, headerRows: grouped.rows, dataStart, preamble: first, comment }
  }
  return { width, header, headerRows, dataStart: first + headerRows, preamble: first, comment }
}

/** The first level of a header of three: years or groups over quarters over names, emptier than the row taken for the first. */
function firstOfGroups(records: readonly CsvRecord[], first: number, width: number): number {
  for (let from = Math.max(0, first - 2); from < first; from += 1) {
    const levels = records.slice(from, from + headRows).map(({ cells }) => cells)
    const head = levels.slice(0, first - from + 1)
    const isGroup = head.every(
      (cells) =>
        cells.length === width &&
        cells.filter((cell) => cell.trim() !== '').length > 1 &&
        !cells.some((cell) => looksMeasured(cell.trim()) && !isYear(cell.trim())),
    )
    if (isGroup && (groupedHeader(levels)?.rows ?? 0) > first - from) return from
  }
  return first
}

/** Fewer rows could have a column without a name at their end. */
const fewestNamedRows = 3

/**
 * Names with one for the labels in front where they are one fewer than the columns: R writes the names of rows so, with
 * blanks or tabs between. The first column then has a text or a running number in each row that comes once, and figures stand beside it.
 */
function withRowNames(names: readonly string[], rows: readonly CsvRecord[], width: number): readonly string[] {
  if (names.length !== width - 1 || names.length === 0 || new Set(names).size < names.length) return names
  if (/^(?:id|nr|no|name|date|datum|key|index|code)$/iu.test(names[0]?.trim() ?? '')) return names
  const body = rows.slice(0, 200).map(({ cells }) => cells)
  if (
    body.length < fewestNamedRows ||
    body.some((cells) => cells.length !== width || (cells.at(-1) ?? '').trim() === '')
  )
    return names
  const labels = body.map((cells) => (cells[0] ?? '').trim())
  const isRunning = labels.every((label, index) => Number(label) === Number(labels[0]) + index)
  const areLabels = labels.every((label) => label !== '' && !looksMeasured(label))
  const beside = body.map((cells) => cells[1] ?? '').filter(looksMeasured).length
  const isLabelled = new Set(labels).size === labels.length && (isRunning || (areLabels && beside >= 0.8 * body.length))
  return isLabelled ? ['', ...names] : names
}

/** The names of a table whose header is its last comment, as programs write that measure: `# time, temperature`. */
function namesInComment(
  records: readonly CsvRecord[],
  first: number,
  { width, comment, delimiter }: Pick<Layout, 'width' | 'comment'> & { readonly delimiter: string },
): string[] | null {
  const above = records[first - 1]
  if (comment === null || above === undefined || !isComment(above, comment) || width < 2) return null
  const [name = '', ...others] = above.cells
  const bare = [name.trimStart().replaceAll(comment, '').trimStart(), ...others]
  // Blanks behind the mark, and between names to align them, separate nothing.
  const names = delimiter === ' ' ? bare.filter((one) => one.trim() !== '') : bare
  if (names.length !== width) return null
  return names.every((one) => one.trim() !== '') && looksLikeHeader(names, records.slice(first, first + 200))
    ? names
    : null
}

/** Of a header with all its levels, and blank rows between them. */
const headRows = 6
/** Of a table known to begin with its names: nothing stands above it, and no line is a comment. */
export function layoutBelowNames(records: readonly CsvRecord[]): Layout {
  const header = records[0]?.cells ?? []
  return { width: header.length, header, headerRows: 1, dataStart: 1, preamble: 0, comment: null }
}

export function isComment(record: CsvRecord, comment: string | null): boolean {
  return comment !== null && !record.quoted && (record.cells[0] ?? '').trimStart().startsWith(comment)
}

/**
 * A mark that begins some lines but not most, and never one of a proper row's width beyond the first lines: `#1,…` is a
 * rank, not a comment.
 */
function detectComment(records: readonly CsvRecord[], delimiter: string): string | null {
  const width = usualWidth(records.filter((record) => !isBlank(record)))
  for (const mark of commentMarks) {
    if (delimiter !== '' && mark.includes(delimiter)) continue
    const marked = records.filter((record) => isComment(record, mark))
    if (marked.length === 0 || marked.length > 0.5 * records.length) continue
    if (marked.every((record) => record.cells.length !== width)) return mark
    // A comment may have a row's width by chance when its text holds delimiters; most must not.
    const fitting = marked.filter((record) => record.cells.length === width)
    if (marked.length >= 4 && fitting.length <= 0.25 * marked.length) return mark
    // The names may be in one: the last above the first record.
    const [names, second] = fitting
    const firstRecord = records.findIndex((record) => !isBlank(record) && !isComment(record, mark))
    const isAbove = names !== undefined && records.indexOf(names) < firstRecord
    if (isAbove && second === undefined && marked.length >= 2 && !names.cells.some(looksMeasured)) return mark
  }
  return null
}

/** The width most cells stand in rows of. */
function usualWidth(records: readonly CsvRecord[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let best = 1
  let bestWeight = -1
  for (const [width, count] of counts) {
    const weight = count * ((width - 1) / width + 0.001)
    if (weight > bestWeight || (weight === bestWeight && width > best)) {
      best = width
      bestWeight = weight
    }
  }
  return best
}

/** A record the table can begin with: of its width, with something in most cells, and the next ones like it. */
function startsTable(records: readonly CsvRecord[], index: number, width: number): boolean {
  const { cells } = records[index] ?? { cells: [] }
  if (cells.length === width) {
    const filled = cells.filter((cell) => cell.trim() !== '').length
    if (width < 3 || (filled >= width / 2 && !(width > 3 && isKeyAndValue(cells)))) return true
    // Exported from a sheet, titles above the table are padded with delimiters: emptier than the rows to come.
    const next = records.slice(index + 1, index + 21).filter((record) => record.cells.length === width)
    const fills = next.map((record) => record.cells.filter((cell) => cell.trim() !== '').length).sort((a, b) => a - b)
    const usual = fills[fills.length >> 1] ?? 0
    if (isKeyAndValue(cells)) return usual <= 2
    return filled >= usual / 2 || (filled > 1 && namesFigures(cells, next))
  }
  // A header one or two names short (or long) is still the header, when rows follow at once.
  if (index > 0 || cells.length < 2 || cells.length < width - 2) return false
  const next = records[index + 1]
  const named = withoutSpareCells(cells, width).every((cell) => cell.trim() !== '' && !looksMeasured(cell))
  return named && next !== undefined && next.cells.length === width
}

/** `Exported: 2 May`: what a report says of itself above its table. */
function isKeyAndValue([key = '', ...others]: readonly string[]): boolean {
  return /[:：]$/u.test(key.trim()) && others.filter((cell) => cell.trim() !== '').length <= 1
}
