/** What detectors are expected to take, where several reckon alike: fitted by hand to tables of 3,000 to 300,000 rows. */
import type { TableSchema } from '../analysis/schema.ts'
import type { ExpectedWork } from './detector.ts'

/** Pairs of `count` things. */
export function pairCount(count: number): number {
  return (count * (count - 1)) / 2
}

/** Series that are followed at the coarse grain. */
export function seriesCount({ time, measures }: TableSchema): number {
  if (time === null) return 0
  return (measures.length + 1) * (1 + Math.min(4, time.entity.length))
}

/** Of a detector that works on what others have computed, or asks one small query. */
export function littleWork(schema: TableSchema): ExpectedWork {
  return { work: 5 + seriesCount(schema) }
}
