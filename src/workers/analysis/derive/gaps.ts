/** Holes in a series: periods of a regular grid without any rows. */

import { type Grain, type Grid, periodIndex } from '../series/grid.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'

export interface Gap {
  /** Number of the first period of the longest hole, as `periodIndex` gives it. */
  readonly first: number
  /** Periods of the longest hole. */
  readonly length: number
  /** Empty periods in all. */
  readonly missing: number
  /** Periods from the first to the last that has rows, both included. */
  readonly periods: number
}

/** The longest hole between the first and the last of `periods` (period starts); the earliest of equal ones. Null where there is none. */
export function longestGap(periods: readonly unknown[], { grain, step }: Grid): Gap | null {
  const indexes = periods.map((period) => periodIndex(period, grain)).sort((left, right) => left - right)
  const begin = indexes[0]
  const end = indexes.at(-1)
  if (begin === undefined || end === undefined) return null
  let first = 0
  let length = 0
  for (let position = 1; position < indexes.length; position++) {
    const before = indexes[position - 1] ?? 0
    const empty = ((indexes[position] ?? 0) - before) / step - 1
    if (empty > length) [first, length] = [before + step, empty]
  }
  if (length === 0) return null
  const all = (end - begin) / step + 1
  return { first, length, missing: all - indexes.length, periods: all }
}

export function gapNumbers(columns: Columns, parameters: Parameters): Numbers {
  const [periods = [], rows = []] = columns
  const gap = longestGap(periods, { grain: String(parameters.grain) as Grain, step: Number(parameters.step) })
  if (gap === null) throw new Error('This series has no gap')
  const n = rows.reduce<number>((sum, count) => sum + Number(count), 0)
  return { missing: gap.missing, longest: gap.length, periods: gap.periods, n }
}
