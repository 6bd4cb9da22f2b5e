/** Rows in which a separator is missing between two cells, or that are parted by another one than the rest. */
import type { Dialect } from './dialect.ts'
import { type CsvRecord, tokenize } from './tokenizer.ts'

/** Fewer rows do not show how a column is written. */
const fewestRows = 12
/** Ways of writing that make a column one that is written so: `99:99`, `A-9999`. */
const mostShapes = 6
const longestShaped = 24
/** Of its cells, those that are written in one of these ways. */
const shapedShare = 0.95
/** Longer cells are not cut at every place. */
const longestCut = 2000
const otherDelimiters = [',', ';', '\t', '|', ' ']

/** How a column's cells are written; null where they are written in any way. */
type Shapes = ReadonlySet<string> | null

export class MissingSeparators {
  readonly #shapes: readonly Shapes[] | null
  readonly #dialect: Dialect

  /** `records` of the table as far as they are known, `width` of its rows. */
  constructor(records: readonly CsvRecord[], width: number, dialect: Dialect) {
    const rows = records.filter(({ cells }) => cells.length === width).map(({ cells }) => cells)
    const shapes =
      width > 2 && rows.length >= fewestRows
        ? Array.from({ length: width }, (_, column) => shapesOf(rows.map((row) => row[column] ?? '')))
        : null
    this.#shapes = shapes?.some((shape) => shape !== null) ? shapes : null
    this.#dialect = dialect
  }

  /**
   * The row with the separator it lacks, where it does not fit its columns as it stands and there is one place for a
   * separator so that it does. Null for any other row.
   */
  mended(cells: readonly string[]): string[] | null {
    const shapes = this.#shapes
    if (shapes === null || cells.length > 2 * shapes.length) return null
    const quoted = this.#atQuote(cells, shapes)
    if (quoted !== null || cells.length === shapes.length) return quoted
    // A row that ends early fits as far as it goes.
    if (cells.length < shapes.length && cells.every((cell, column) => fits(cell, shapes[column] ?? null))) return null
    return atShape(cells, shapes) ?? this.#byOther(cells, shapes)
  }

  /** `Socks"Warm, and soft"`: what stands in quotes begins a cell. The delimiters within have parted it. */
  #atQuote(cells: readonly string[], shapes: readonly Shapes[]): string[] | null {
    const { quote, delimiter } = this.#dialect
    const pieces = cells.length + 2 - shapes.length
    if (quote === '' || pieces < 1 || !cells.some((cell) => cell.includes(quote, 1))) return null
    const found: string[][] = []
    for (let from = 0; from + pieces <= cells.length; from += 1) {
      const whole = cells.slice(from, from + pieces).join(delimiter)
      if (whole.length > longestCut || !whole.includes(quote, 1)) continue
      if (pieces > 1 && !whole.endsWith(quote)) continue
      const closed = whole.endsWith(quote) ? whole.slice(0, -1) : whole
      for (let at = closed.indexOf(quote, 1); at >= 0 && at < closed.length - 1; at = closed.indexOf(quote, at + 1)) {
        const [left, right] = [closed.slice(0, at), closed.slice(at + 1)]
        // Not `5" x 7"`: words or the end of a sentence before it, a word behind it.
        if (!/[^\d\s]$|\.\d\d$/u.test(left) || !/^[\p{L}\p{N}]/u.test(right)) continue
        const cell = right.replaceAll(quote + quote, quote)
        const row = [...cells.slice(0, from), left, cell, ...cells.slice(from + pieces)]
        if (isRow(row, shapes)) found.push(row)
      }
    }
    return only(found)
  }

  /** The whole row by another delimiter. */
  #byOther(cells: readonly string[], shapes: readonly Shapes[]): string[] | null {
    const text = cells.join(this.#dialect.delimiter)
    if (text.length > longestCut) return null
    const rows = otherDelimiters
      .filter((delimiter) => delimiter !== this.#dialect.delimiter && text.includes(delimiter))
      .map((delimiter) => tokenize(text, { ...this.#dialect, delimiter, collapse: false }))
      .filter((records) => records.length === 1)
      .map(([record]) => [...(record?.cells ?? [])])
    return only(rows.filter((row) => isRow(row, shapes)))
  }
}

/** `06:151`: cut where both parts are written as their columns are. */
function atShape(cells: readonly string[], shapes: readonly Shapes[]): string[] | null {
  if (cells.length !== shapes.length - 1) return null
  const found: string[][] = []
  // A number ends where its digits do, unless nothing else fits.
  const withinNumber: string[][] = []
  for (const [index, cell] of cells.entries()) {
    if (cell.length > longestCut || (shapes[index] ?? shapes[index + 1] ?? null) === null) continue
    for (let at = 1; at < cell.length; at += 1) {
      const [left, right] = [cell.slice(0, at), cell.slice(at)]
      if (!fits(left, shapes[index] ?? null) || !fits(right, shapes[index + 1] ?? null)) continue
      const row = [...cells.slice(0, index), left, right, ...cells.slice(index + 1)]
      if (!isRow(row, shapes)) continue
      if (/\d$/u.test(left) && /^[\d.,]/u.test(right)) withinNumber.push(row)
      else found.push(row)
      if (found.length > 1) return null
    }
  }
  return only(found.length > 0 ? found : withinNumber)
}

function isRow(row: readonly string[], shapes: readonly Shapes[]): boolean {
  return row.length === shapes.length && row.every((cell, column) => fits(cell, shapes[column] ?? null))
}

/** More than one way to mend a row is none. */
function only(rows: readonly string[][]): string[] | null {
  return rows.length === 1 ? (rows[0] ?? null) : null
}

function fits(cell: string, shapes: Shapes): boolean {
  return shapes === null || (cell.length <= longestShaped && shapes.has(shapeOf(cell)))
}

function shapesOf(cells: readonly string[]): Shapes {
  const counts = new Map<string, number>()
  for (const cell of cells) {
    if (cell.length > longestShaped) return null
    const shape = shapeOf(cell)
    counts.set(shape, (counts.get(shape) ?? 0) + 1)
  }
  const usual = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, mostShapes)
  const covered = usual.reduce((sum, [, count]) => sum + count, 0)
  const hasFigures = usual.some(([shape]) => shape.includes('9'))
  return hasFigures && covered >= shapedShare * cells.length ? new Set(usual.map(([shape]) => shape)) : null
}

/** Digits and letters by their kind, all else as it stands: `AA-9999`. */
function shapeOf(cell: string): string {
  return cell
    .trim()
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{Ll}/gu, 'a')
    .replace(/\p{Nd}/gu, '9')
}
