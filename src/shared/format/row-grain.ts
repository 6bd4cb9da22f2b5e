/** How fine the times of a table's rows are. */
import type { ProfiledTable } from '../story/table.ts'
import { type Grain, grainOfColumn, parseInstant } from './periods.ts'

/** Mean lengths, in days. */
const lengths: readonly (readonly [Grain, number])[] = [
  ['second', 1 / 86_400],
  ['minute', 1 / 1_440],
  ['hour', 1 / 24],
  ['day', 1],
  ['week', 7],
  ['month', 365.2425 / 12],
  ['quarter', 365.2425 / 4],
  ['half-year', 365.2425 / 2],
  ['year', 365.2425],
]

/**
 * The period that one step of a series or a panel is closest to: working days are days, a few gaps change nothing. Null
 * for rows that happen when they happen, and where the times say nothing of it.
 */
export function grainOfTable(table: Pick<ProfiledTable, 'columns' | 'order'>): Grain | null {
  const { order } = table
  if (order === undefined || order.kind === 'events') return null
  const time = table.columns.find(({ name }) => name === order.time)
  if (time === undefined) return null
  const named = grainOfColumn(time.format)
  if (named !== null) return named
  const { min, max } = time.stats
  // Whole numbers that are times are years.
  if (typeof min === 'number') return Number.isInteger(min) ? 'year' : null
  const [first, last] = [parseInstant(String(min ?? '')), parseInstant(String(max ?? ''))]
  if (first === null || last === null || time.distinct < 3) return null
  const step = (last - first) / 86_400_000 / (time.distinct - 1)
  const [closest] = lengths.toSorted(
    ([, left], [, right]) => Math.abs(Math.log(step / left)) - Math.abs(Math.log(step / right)),
  )
  return closest?.[0] ?? null
}
