/** A picture of rows that were declared to be the whole population: nothing is inferred, so there is no interval. */
import type { ProfiledTable } from '../../../shared/story/table.ts'
import type { InsightKind } from '../kind.ts'
import type { Drawing } from './drawing.ts'

/** The drawing as it is shown of the table: as it is, or without the intervals that a sample would have. */
export function drawnOf(
  drawing: Drawing,
  { declared }: Pick<ProfiledTable, 'declared'>,
  { inferred = [] }: Pick<InsightKind, 'inferred'>,
): Drawing {
  // What is expected of times to come stays unsure, whoever was counted.
  if (declared?.rows !== 'population' || inferred.length === 0) return drawing
  const { interval, series, ...spec } = drawing.spec
  const ends = new Set(
    [interval, ...(series ?? []).map((one) => one.interval)].flatMap((one) =>
      one === undefined ? [] : [one.low, one.high],
    ),
  )
  const kept = drawing.columns.flatMap((name, index) => (ends.has(name) ? [] : [index]))
  return {
    ...drawing,
    spec: {
      ...spec,
      ...(series === undefined ? {} : { series: series.map(({ interval: _, ...one }) => one) }),
    },
    columns: kept.map((index) => drawing.columns[index] ?? ''),
    rows: drawing.rows.map((row) => kept.map((index) => row[index] ?? null)),
  }
}
