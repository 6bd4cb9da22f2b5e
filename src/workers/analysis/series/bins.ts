/** The times of a column gathered into calendar periods: what both kinds of time axis are made from. */
import type { TableSource } from '../../source/table-source.ts'
import type { ColumnProfile, TableProfile } from '../profile/profile.ts'
import { type Grain, type Grid, periodIndex, periodStart } from './grid.ts'

export interface Bins {
  readonly grid: Grid
  readonly indexes: number[]
  readonly counts: number[]
}

/** The grain on whose starts all times fall, or that holds one time a period; else `finer` than an hour. */
export type Resolution = Grain | 'finer'

export const grains: readonly Grain[] = ['hour', 'day', 'week', 'month', 'quarter', 'year']
const mostTimesKept = 100_000
/** Part of a period that may be missing at its edge before it counts as partial. */
const partialTolerance = 0.1

export function isCalendar({ column }: ColumnProfile): boolean {
  return column.storage === 'DATE' || column.storage === 'TIMESTAMP'
}

/** Times with the number of their rows, each once where that shortens what is scanned again and again. */
export async function differentTimes(
  source: TableSource,
  profile: TableProfile,
  column: ColumnProfile,
): Promise<string> {
  const { dialect } = source
  const name = dialect.identifier(column.column.name)
  if (column.column.distinct > mostTimesKept || column.column.distinct > profile.rows / 2) {
    return `(SELECT ${name}, 1 AS rows FROM ${profile.relation})`
  }
  return source.keep(`times of ${profile.name}`, `SELECT ${name}, count(*) AS rows FROM ${profile.relation} GROUP BY 1`)
}

/**
 * The coarsest grain whose starts all times fall on, or of which every period holds one time: figures of a month are
 * often dated by its last day, or by an hour in another time zone.
 */
export async function resolutionOf(source: TableSource, relation: string, column: ColumnProfile): Promise<Resolution> {
  const { dialect } = source
  const tested = ['year', 'quarter', 'month', 'day', 'hour'] as const
  const few = column.column.distinct <= mostTimesKept
  const list = tested.flatMap((grain) => {
    const start = dialect.truncate(grain, column.sql)
    const off = `${dialect.countIf(`${column.sql} <> ${start}`)} AS ${grain}_off`
    return few ? [off, `count(DISTINCT ${start}) AS ${grain}_periods`] : [off]
  })
  const row = await source.row<Record<string, number>>(
    `SELECT ${list.join(', ')} FROM ${relation} WHERE ${column.sql} IS NOT NULL`,
  )
  const times = column.column.distinct
  return (
    tested.find((grain) => row[`${grain}_off`] === 0 || (times > 2 && row[`${grain}_periods`] === times)) ?? 'finer'
  )
}

/** Null below `least` periods with rows, or where a period is no whole number. */
export async function binsAt(
  source: TableSource,
  relation: string,
  name: string,
  periodSql: string,
  at: { readonly grain: Grain; readonly native: boolean },
  least: number,
): Promise<Bins | null> {
  const rows = await source.rows<{ period: unknown; rows: number }>(
    `SELECT ${periodSql} AS period, sum(rows) AS rows FROM ${relation} WHERE ${name} IS NOT NULL GROUP BY 1 ORDER BY 1`,
  )
  const indexes = rows.map((row) => periodIndex(row.period, at.grain))
  if (indexes.length < least || indexes.some((index) => !Number.isInteger(index))) return null
  const step = at.native ? commonStep(indexes) : 1
  return { grid: { grain: at.grain, step }, indexes, counts: rows.map((row) => row.rows) }
}

/** Greatest common divisor of the distances between periods. */
function commonStep(indexes: readonly number[]): number {
  let step = 0
  for (let position = 1; position < indexes.length; position++) {
    let left = (indexes[position] ?? 0) - (indexes[position - 1] ?? 0)
    while (left > 0) [step, left] = [left, step % left]
  }
  return Math.max(1, step)
}

/** Whether the first and the last period hold only a part of their time: more than `tolerance` of it is missing. */
export function partialEnds(
  { column }: ColumnProfile,
  resolution: Resolution,
  grain: Grain,
  first: number,
  last: number,
  step: number,
  tolerance = partialTolerance,
): { readonly first: boolean; readonly last: boolean } {
  if (resolution === grain) return { first: false, last: false }
  const edge = (index: number): number => Date.parse(periodStart(index, grain))
  const earliest = Date.parse(String(column.stats.min))
  // A value stands for its whole unit: the last day of a month is there when its midnight is.
  const latest = Date.parse(String(column.stats.max))
  const unit = resolution === 'finer' ? 0 : unitMs[resolution]
  const missingAtStart = (earliest - edge(first)) / (edge(first + step) - edge(first))
  const missingAtEnd = (edge(last + step) - latest - unit) / (edge(last + step) - edge(last))
  return { first: missingAtStart > tolerance, last: missingAtEnd > tolerance }
}

const hour = 3_600_000
export const unitMs: Record<Grain, number> = {
  hour,
  day: 24 * hour,
  week: 7 * 24 * hour,
  month: 31 * 24 * hour,
  quarter: 92 * 24 * hour,
  year: 366 * 24 * hour,
}
