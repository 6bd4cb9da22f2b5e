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
const tellingSize = 10
/** Rows times labels that are looked at. */
const mostWork = 4_000_000

/** Rows of such categories: each is the sum of the others that are like it in all other columns. */
export function findTotalCategories(rows: readonly LedgerRow[], places: readonly number[]): number[] {
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
      const found = rowsOf(rows, column, label, places)
      if (found !== null && (isNamed || isTelling(rows, found))) return found
    }
  }
  return []
}

function isTelling(rows: readonly LedgerRow[], found: readonly number[]): boolean {
  const large = found.filter((row) => (rows[row]?.numbers ?? []).some((value) => Math.abs(value ?? 0) >= tellingSize))
  return large.length >= fewestGroups
}

/** The rows with the label, if each is the sum of two others or more; else null. */
function rowsOf(rows: readonly LedgerRow[], column: number, label: string, places: readonly number[]): number[] | null {
  const own = rows.flatMap((row, index) => (row.texts[column] === label ? [index] : []))
  const keys = keyColumns(rows, own, column)
  if (keys.length === 0) return null
  const keyOf = ({ texts }: LedgerRow): string => keys.map((key) => texts[key] ?? '').join('\u0000')
  const groups = new Map<string, LedgerRow[]>()
  const isOwn = new Set(own)
  for (const [index, row] of rows.entries()) {
    if (isOwn.has(index) || (row.texts[column] ?? '') === '') continue
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row])
    else group.push(row)
  }
  const seen = new Set<string>()
  for (const index of own) {
    const row = rows[index]
    if (row === undefined || seen.has(keyOf(row))) return null
    seen.add(keyOf(row))
    const group = groups.get(keyOf(row)) ?? []
    const numbers = row.numbers.map((value, at) => (keys.includes(at) ? null : value))
    if (group.length < 2 || !isSum(numbers, Tally.of(group, places.length), places)) return null
  }
  return own
}

/** Columns in which every row of the label has what at least two other rows have, too: the year, the country. */
function keyColumns(rows: readonly LedgerRow[], own: readonly number[], column: number): number[] {
  const isOwn = new Set(own)
  const width = rows.reduce((most, { texts }) => Math.max(most, texts.length), 0)
  return Array.from({ length: width }, (_, other) => other).filter((other) => {
    if (other === column) return false
    const counts = new Map<string, number>()
    for (const [index, { texts }] of rows.entries()) {
      if (!isOwn.has(index)) counts.set(texts[other] ?? '', (counts.get(texts[other] ?? '') ?? 0) + 1)
    }
    return own.every((index) => {
      const text = rows[index]?.texts[other] ?? ''
      return text !== '' && (counts.get(text) ?? 0) >= 2
    })
  })
}
