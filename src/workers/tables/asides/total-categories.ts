/**
 * A category that sums up its siblings: `Total` (or `Both sexes`, `World`) beside `Men` and `Women`, year after year.
 * Counted as data it doubles every sum.
 */
import { isSum, type LedgerRow, Tally } from './ledger.ts'
import { namesSum } from './words.ts'

/** Columns of more different labels are names rather than categories. */
const mostLabels = 60
/** Groups that a label needs which is in no list of ours, and figures in them that no chance makes add up. */
const fewestGroups = 3
const conclusiveSize = 10
/** Rows times labels that are looked at. */
const mostWork = 4_000_000

/** Rows of such categories: each is the sum of the others that are like it in all other columns. */
export function findTotalCategories(rows: readonly LedgerRow[], places: readonly number[]): number[] {
  const columns = codeColumns(rows)
  let work = 0
  for (const column of places.keys()) {
    const counts = new Map<string, number>()
    for (const { texts, numbers } of rows) {
      const text = texts[column] ?? ''
      if (text !== '' && (numbers[column] ?? null) === null) counts.set(text, (counts.get(text) ?? 0) + 1)
    }
    if (counts.size < 2 || counts.size > mostLabels) continue
    for (const [label, count] of counts) {
      const isNamed = namesSum(label)
      if (count < (isNamed ? 2 : fewestGroups) || 3 * count > rows.length) continue
      work += rows.length
      if (work > mostWork) return []
      const found = rowsOf(rows, columns, column, label, places)
      if (found !== null && (isNamed || isConclusive(rows, found))) return found
    }
  }
  return []
}

/** The texts of a column as small numbers, by which rows are compared again and again. */
interface CodedTexts {
  /** By row; 0 where nothing stands. */
  readonly codes: Int32Array
  /** Rows by code. */
  readonly counts: Int32Array
  /** Code of each text. */
  readonly known: ReadonlyMap<string, number>
}

function codeColumns(rows: readonly LedgerRow[]): CodedTexts[] {
  const width = rows.reduce((most, { texts }) => Math.max(most, texts.length), 0)
  return Array.from({ length: width }, (_, column) => {
    const known = new Map([['', 0]])
    const codes = new Int32Array(rows.length)
    for (const [index, { texts }] of rows.entries()) {
      const text = texts[column] ?? ''
      const code = known.get(text) ?? known.size
      if (code === known.size) known.set(text, code)
      codes[index] = code
    }
    return { codes, counts: countCodes(codes, known.size), known }
  })
}

function countCodes(codes: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size)
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

function isConclusive(rows: readonly LedgerRow[], found: readonly number[]): boolean {
  const large = found.filter((row) =>
    (rows[row]?.numbers ?? []).some((value) => Math.abs(value ?? 0) >= conclusiveSize),
  )
  return large.length >= fewestGroups
}

/** The rows with the label, if each is the sum of two others or more; else null. */
function rowsOf(
  rows: readonly LedgerRow[],
  columns: readonly CodedTexts[],
  column: number,
  label: string,
  places: readonly number[],
): number[] | null {
  const labels = columns[column]
  const labelCode = labels?.known.get(label)
  if (labels === undefined || labelCode === undefined) return null
  const own = [...rows.keys()].filter((row) => labels.codes[row] === labelCode)
  const keys = keyColumns(columns, own, column)
  const first = own[0]
  if (keys.length === 0 || first === undefined) return null
  const others = [...rows.keys()].filter((row) => labels.codes[row] !== labelCode && labels.codes[row] !== 0)
  const keyCodes = keys.map((key) => columns[key]?.codes ?? new Int32Array())
  const sumsUp = (row: number, group: readonly number[]): boolean => {
    const numbers = (rows[row]?.numbers ?? []).map((value, at) => (keys.includes(at) ? null : value))
    const members = group.flatMap((member) => rows[member] ?? [])
    return members.length >= 2 && isSum(numbers, Tally.of(members, places.length), places)
  }
  // Most labels fail at their first row, before anything need be put in groups.
  const likeFirst = others.filter((row) => keyCodes.every((codes) => codes[row] === codes[first]))
  if (!sumsUp(first, likeFirst)) return null
  const keyOf = (row: number): string => keyCodes.map((codes) => codes[row]).join(' ')
  const groups = Map.groupBy(others, keyOf)
  if (new Set(own.map(keyOf)).size < own.length) return null
  return own.every((row) => sumsUp(row, groups.get(keyOf(row)) ?? [])) ? own : null
}

/** Columns in which every row of the label has what at least two other rows have, too: the year, the country. */
function keyColumns(columns: readonly CodedTexts[], own: readonly number[], column: number): number[] {
  return [...columns.keys()].filter((other) => {
    const texts = columns[other]
    if (other === column || texts === undefined) return false
    const ofOwn = countCodes(
      Int32Array.from(own, (row) => texts.codes[row] ?? 0),
      texts.counts.length,
    )
    return own.every((row) => {
      const code = texts.codes[row] ?? 0
      return code !== 0 && (texts.counts[code] ?? 0) - (ofOwn[code] ?? 0) >= 2
    })
  })
}
