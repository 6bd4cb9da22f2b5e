/** Columns that hold by how much another one changed since the row before. */
import type { TableSchema } from '../schema.ts'
import { rounding, stepOf } from './relation.ts'

export interface ChangeColumn {
  /** Column of the changes. */
  readonly change: string
  /** Column whose changes they are. */
  readonly of: string
}

/** Part of the rows that must fit: where the rows of one thing give way to those of the next, none does. */
const leastFitting = 0.9
const leastRows = 10
const mostRows = 4_000
const mostColumns = 20
/** Half a unit of the last decimal may be this part of a typical change: coarser values fit changes of anything. */
const mostSlack = 0.1

/**
 * Measures that hold the difference, or the relative change in parts or in percent, of another between a row and its
 * neighbour in the file. Empty for rows without an order in time, and for a sample, whose rows are no neighbours.
 * O(columns² · rows); a pair that does not fit is left after a few rows.
 */
export function changeColumns({ order, sample, measures }: TableSchema): ChangeColumn[] {
  if (order === null || order.kind === 'events' || sample.partial) return []
  const columns = measures.slice(0, mostColumns).flatMap(({ column }) => {
    const values = sample.columns.get(column.name)
    return values === undefined ? [] : [{ name: column.name, values: values.subarray(0, mostRows) }]
  })
  return columns.flatMap((change) => {
    const slack = slackOf(change.values)
    if (slack === null) return []
    return columns
      .filter((of) => of !== change && ways.some((way) => fits(change.values, of.values, way, slack)))
      .map((of) => ({ change: change.name, of: of.name }))
  })
}

/** How far a change may lie from the one computed, beside double precision; null where that would let anything fit. */
function slackOf(changes: Float64Array): number | null {
  const present = changes.filter((value) => !Number.isNaN(value))
  const typical = present.reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(1, present.length)
  const slack = 0.501 * stepOf(present)
  return slack <= mostSlack * typical ? slack : null
}

/** The change between two neighbours of which the first is the earlier in time, or the other way round. */
type Way = (row: number, neighbour: number) => number

const ways: readonly Way[] = [
  (row, neighbour) => row - neighbour,
  (row, neighbour) => row / neighbour - 1,
  (row, neighbour) => 100 * (row / neighbour - 1),
]

/** Against the row before, or against the one behind where the file has the latest first. */
function fits(changes: Float64Array, values: Float64Array, way: Way, slack: number): boolean {
  return [-1, 1].some((neighbour) => {
    let [rows, misses] = [0, 0]
    const mostMisses = (1 - leastFitting) * changes.length
    for (const [index, change] of changes.entries()) {
      const expected = way(values[index] ?? Number.NaN, values[index + neighbour] ?? Number.NaN)
      if (Number.isNaN(change) || !Number.isFinite(expected)) continue
      rows++
      if (Math.abs(change - expected) > slack + rounding(values[index] ?? 0)) misses++
      if (misses > mostMisses) return false
    }
    return rows >= leastRows && misses <= (1 - leastFitting) * rows
  })
}
