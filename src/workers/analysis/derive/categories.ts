/** Shares, concentration and association of categories. */

import { chiSquareUpperP } from '../statistics/chi-square-distribution.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'

/** Gini coefficient of amounts that are not negative, 0 (all alike) to 1; null for no amount at all. O(n log n). */
export function gini(amounts: readonly number[]): number | null {
  const ascending = Float64Array.from(amounts).sort()
  const total = ascending.reduce((sum, amount) => sum + amount, 0)
  const n = ascending.length
  if (n === 0 || !(total > 0)) return null
  const weighted = ascending.reduce((sum, amount, index) => sum + (2 * (index + 1) - n - 1) * amount, 0)
  return weighted / (n * total)
}

export function concentrationNumbers(columns: Columns): Numbers {
  const amounts = (columns[0] ?? []).filter((amount): amount is number => typeof amount === 'number')
  const descending = [...amounts].sort((left, right) => right - left)
  const total = descending.reduce((sum, amount) => sum + amount, 0)
  let top = 0
  let topGroups = 0
  // The last digits of a sum must not decide whether half is reached.
  for (; topGroups < descending.length && top < total * (0.5 - 1e-9); topGroups++) top += descending[topGroups] ?? 0
  return {
    gini: gini(amounts),
    top_share: total > 0 ? top / total : null,
    top_groups: topGroups,
    groups: amounts.length,
    total,
  }
}

export interface Cells {
  readonly firsts: readonly string[]
  readonly seconds: readonly string[]
  /** Rows by first category, then second. */
  readonly counts: readonly (readonly number[])[]
}

export function cellsOf(first: readonly unknown[], second: readonly unknown[], rows: readonly unknown[]): Cells {
  const firsts = [...new Set(first.map(String))]
  const seconds = [...new Set(second.map(String))]
  const counts = firsts.map(() => seconds.map(() => 0))
  for (const [index, value] of first.entries()) {
    const line = counts[firsts.indexOf(String(value))]
    const column = seconds.indexOf(String(second[index]))
    if (line !== undefined) line[column] = (line[column] ?? 0) + Number(rows[index] ?? 0)
  }
  return { firsts, seconds, counts }
}

export interface Association {
  readonly n: number
  /** Cramér's V less its value under independence (Bergsma 2013). */
  readonly cramersV: number
  readonly p: number
  /** Smallest count expected under independence. */
  readonly leastExpected: number
}

/** G test of independence of a table of counts; null where a row or column of it is empty. O(cells). */
export function association({ counts }: Cells): Association | null {
  const lines = counts.map((line) => line.reduce((sum, count) => sum + count, 0))
  const columns = (counts[0] ?? []).map((_, index) => counts.reduce((sum, line) => sum + (line[index] ?? 0), 0))
  const n = lines.reduce((sum, count) => sum + count, 0)
  const rowCount = lines.length
  const columnCount = columns.length
  if (n === 0 || rowCount < 2 || columnCount < 2 || [...lines, ...columns].some((count) => count === 0)) return null
  let g = 0
  let leastExpected = Number.POSITIVE_INFINITY
  let chiSquare = 0
  for (const [lineIndex, line] of counts.entries()) {
    for (const [index, count] of line.entries()) {
      const expected = ((lines[lineIndex] ?? 0) * (columns[index] ?? 0)) / n
      leastExpected = Math.min(leastExpected, expected)
      if (count > 0) g += 2 * count * Math.log(count / expected)
      chiSquare += (count - expected) ** 2 / expected
    }
  }
  const df = (rowCount - 1) * (columnCount - 1)
  const phi = Math.max(0, chiSquare / n - df / (n - 1))
  const shrunkRows = rowCount - (rowCount - 1) ** 2 / (n - 1)
  const shrunkColumns = columnCount - (columnCount - 1) ** 2 / (n - 1)
  const cramersV = Math.sqrt(phi / Math.max(1e-9, Math.min(shrunkRows, shrunkColumns) - 1))
  return { n, cramersV: Math.min(1, cramersV), p: chiSquareUpperP(Math.max(0, g), df), leastExpected }
}

export function associationNumbers(columns: Columns, parameters: Parameters): Numbers {
  const [first = [], second = [], rows = []] = columns
  const cells = cellsOf(first, second, rows)
  const result = association(cells)
  const line = cells.counts[cells.firsts.indexOf(String(parameters.first_value))]
  const index = cells.seconds.indexOf(String(parameters.second_value))
  if (result === null || line === undefined || index < 0) throw new Error('The categories are not in the query')
  const firstRows = line.reduce((sum, count) => sum + count, 0)
  const secondRows = cells.counts.reduce((sum, counts) => sum + (counts[index] ?? 0), 0)
  const cell = line[index] ?? 0
  return {
    cramers_v: result.cramersV,
    cell,
    share: cell / firstRows,
    overall_share: secondRows / result.n,
    first_rows: firstRows,
    n: result.n,
    p: result.p,
  }
}
