/** Rows among a table's records that are none: its header again, proved totals, remarks below it. */
import { looksMeasured } from '../delimited/cell-type.ts'
import type { LedgerRow } from './ledger.ts'
import { findTotals } from './totals.ts'
import { namesBalance, namesRemark } from './words.ts'

export type AsideKind = 'header again' | 'sum' | 'mean' | 'statistic' | 'balance' | 'remark' | 'line' | 'blank'

/** Set aside because arithmetic proves what it is. */
export function isTotal(kind: AsideKind): boolean {
  return kind === 'sum' || kind === 'mean' || kind === 'statistic'
}

export interface Aside {
  /** Index among the rows given. */
  readonly row: number
  readonly kind: AsideKind
  /** What stands in it. */
  readonly text: string
}

/**
 * `names` is the header as it stands, or null. `measure` reads a cell of a column as a number; null where it is none or
 * the column is no measure. `isApart` says whether a blank row that is not among the rows stands above one. At least one
 * record is left.
 */
export function findAsides(
  names: readonly string[] | null,
  rows: readonly (readonly string[])[],
  measure: (text: string, column: number) => number | null,
  isApart: (row: number) => boolean = () => false,
): Aside[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const kinds = new Map<number, AsideKind>()
  if (names !== null)
    for (const [index, row] of rows.entries()) if (isSame(row, names)) kinds.set(index, 'header again')
  for (const [index, row] of rows.entries()) if (isLine(row)) kinds.set(index, 'line')
  // `Page 1 of 3` above the header of the next page.
  for (const [index, kind] of [...kinds])
    if (kind === 'header again' && isRemark(rows[index - 1])) kinds.set(index - 1, 'remark')
  for (const index of balancesOf(rows, measure)) kinds.set(index, 'balance')
  for (const index of remarksBelow(rows, width, measure, isApart)) {
    if (kinds.has(index)) continue
    kinds.set(index, (rows[index] ?? []).every((cell) => cell.trim() === '') ? 'blank' : 'remark')
  }
  const left = rows.flatMap((row, index) =>
    kinds.has(index) ? [] : [{ index, ledger: ledgerOf(row, width, measure) }],
  )
  for (const { row, kind } of findTotals(left.map(({ ledger }) => ledger))) {
    const found = left[row]
    if (found !== undefined) kinds.set(found.index, kind)
  }
  if (kinds.size >= rows.length) return []
  return [...kinds]
    .sort(([a], [b]) => a - b)
    .map(([row, kind]) => ({ row, kind, text: (rows[row] ?? []).filter((cell) => cell.trim() !== '').join(', ') }))
}

function ledgerOf(
  row: readonly string[],
  width: number,
  measure: (text: string, column: number) => number | null,
): LedgerRow {
  const texts = Array.from({ length: width }, (_, column) => (row[column] ?? '').trim())
  return { texts, numbers: texts.map((text, column) => (text === '' ? null : measure(text, column))) }
}

function isRemark(row: readonly string[] = []): boolean {
  const [only, second] = row.filter((cell) => cell.trim() !== '')
  return only !== undefined && second === undefined && namesRemark(only)
}

/** A byte order mark in the middle of a file comes of files put together with their headers. */
function isSame(row: readonly string[], names: readonly string[]): boolean {
  const clean = (text: string): string =>
    text
      .replace(/^\ufeff/u, '')
      .trim()
      .toLowerCase()
  const filled = names.filter((name) => clean(name) !== '').length
  if (filled < Math.min(2, names.length)) return false
  const width = Math.max(row.length, names.length)
  return Array.from({ length: width }, (_, index) => index).every(
    (index) => clean(row[index] ?? '') === clean(names[index] ?? ''),
  )
}

/** Nothing but a line drawn with signs, or the edge of a table drawn with them: `+---+-----+`. */
export function isLine(row: readonly string[]): boolean {
  const filled = row.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return (
    filled.length > 0 &&
    filled.every((cell) =>
      /^(?::?[-=_*–—─═]{2,}:?|[-=_*–—─═](?: [-=_*–—─═])+|[+├└┌|](?:[-=─═]{1,200}[+┼┴┬┤┘┐|]){1,500})$/u.test(cell),
    )
  )
}

/** The first and the last row where they tell what an account held: named so, under cells that are no such words. */
function balancesOf(
  rows: readonly (readonly string[])[],
  measure: (text: string, column: number) => number | null,
): number[] {
  const ends = rows.length < 3 ? [] : [0, rows.length - 1]
  return ends.filter((index) => {
    const row = rows[index] ?? []
    const column = row.findIndex(namesBalance)
    if (column < 0 || !row.some((cell, at) => cell.trim() !== '' && measure(cell, at) !== null)) return false
    const others = rows.filter((_, other) => other !== index)
    const blank = row.some((cell, at) => cell.trim() === '' && others.every((other) => (other[at] ?? '').trim() !== ''))
    const measured = others.filter((other) => looksMeasured(other[column] ?? '')).length
    return blank || measured >= 0.8 * others.length
  })
}

/** A sentence rather than a value. */
const longRemark = 40

/**
 * From the last row up: a single text in a row of its own that says it is a remark, is as long as a sentence, stands
 * below a blank row, or stands alone under figures.
 */
function remarksBelow(
  rows: readonly (readonly string[])[],
  width: number,
  measure: (text: string, column: number) => number | null,
  isApart: (row: number) => boolean,
): number[] {
  if (width < 2) return []
  let found: number[] = []
  /** Rows that are remarks if a blank row stands above them. */
  let waiting: number[] = []
  for (let index = rows.length - 1; index > 0; index -= 1) {
    const row = rows[index] ?? []
    const filled = row.flatMap((cell, column) => (cell.trim() === '' ? [] : [{ text: cell.trim(), column }]))
    const [only] = filled
    if (only === undefined) {
      found = [...found, ...waiting, index]
      waiting = []
      continue
    }
    if (filled.length > 1 || looksMeasured(only.text)) break
    const figures = rows
      .slice(0, index)
      .filter((other) => measure(other[only.column] ?? '', only.column) !== null).length
    const says =
      isApart(index) || namesRemark(only.text) || only.text.length > longRemark || (width > 1 && figures >= 0.8 * index)
    if (says) found = [...found, ...waiting, index]
    else waiting.push(index)
    if (says) waiting = []
  }
  return found
}
