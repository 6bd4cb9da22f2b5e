/**
 * The periods of a table that are compared with each other: whole years where there are two of them, else the longest
 * calendar period of which two are complete. Unlike the axis a series is followed on, two are enough.
 */
import type { Dialect } from '../../source/dialect.ts'
import type { TableSource } from '../../source/table-source.ts'
import type { ColumnProfile, TableProfile } from '../profile/profile.ts'
import type { SeriesUnit } from '../time/series.ts'
import { type Bins, binsAt, differentTimes, isCalendar, partialEnds, resolutionOf, unitMs } from './bins.ts'
import { type Grain, type Grid, periodIndex, periodStart, unitOf } from './grid.ts'
import { type RowsInTime, rowsInTime, type TimeKind } from './kind.ts'

export interface PeriodAxis extends Grid {
  readonly column: ColumnProfile
  readonly unit: SeriesUnit
  readonly kind: TimeKind
  /** Of a panel: the columns that together name the entity. */
  readonly entity: readonly ColumnProfile[]
  /** SQL of a row's period, and the condition that leaves out rows without one and incomplete periods. */
  readonly periodSql: string
  readonly condition: string
  /** Starts (ISO) of the complete periods that hold rows, ascending: two at least. */
  readonly starts: readonly string[]
  /** Starts of the first and the last period where they are not complete; such a period is compared with none. */
  readonly incomplete: { readonly first: string | null; readonly last: string | null }
  /** Whether each period holds one time only, so that a row of a series stands for all of it. */
  readonly native: boolean
}

/** Years first: they hold no season. Hours are never compared with each other one by one. */
const compared: readonly Grain[] = ['year', 'quarter', 'month', 'week', 'day']
const mostPeriods = 400
/** Part of the periods between the first and the last that must hold rows; years are known by their numbers, and may lack more. */
const leastCoverage = { year: 0.6, other: 0.8 } as const
/** Rows of a last year, as a share of the typical one, below which its rows are taken to be not all there yet. */
const leastRowsOfYear = 0.5

/** The periods of the first column of `candidates` that has two complete ones; null where none has. */
export async function findPeriods(
  source: TableSource,
  profile: TableProfile,
  candidates: readonly ColumnProfile[],
  order: RowsInTime | null,
): Promise<PeriodAxis | null> {
  for (const column of candidates) {
    const rows = order?.column === column ? order : await rowsInTime(source, profile, column)
    const relation = await differentTimes(source, profile, column)
    const found = isCalendar(column)
      ? await calendarPeriods(source, relation, column, rows)
      : await yearPeriods(source, relation, column, rows)
    if (found !== null) return found
  }
  return null
}

async function calendarPeriods(
  source: TableSource,
  relation: string,
  column: ColumnProfile,
  rows: RowsInTime,
): Promise<PeriodAxis | null> {
  const { dialect } = source
  const resolution = await resolutionOf(source, relation, column)
  for (const grain of compared) {
    // A quarter is a period people reckon in only where the figures come by the quarter.
    if (grain === 'quarter' && resolution !== 'quarter') continue
    const { min, max } = column.column.stats
    if (!(periodIndex(max, grain) - periodIndex(min, grain) < mostPeriods)) return null
    const native = grain === resolution
    const periodSql = dialect.truncate(grain, column.sql)
    const bins = await binsAt(source, relation, column.sql, periodSql, { grain, native }, 2)
    if (bins !== null) {
      const { first, last } = endsOf(bins)
      const partial = partialEnds(column, resolution, grain, first, last, bins.grid.step, toleranceOf(grain))
      const found = axisOf(source.dialect, column, rows, periodSql, bins, partial, native)
      if (found !== null) return found
    }
    if (native) return null
  }
  return null
}

/** A year's end may be a few days of holidays, a week's a Sunday; a sum must not lack more than that to be compared. */
function toleranceOf(grain: Grain): number {
  return 0.02 + (1.5 * unitMs.day) / unitMs[grain]
}

async function yearPeriods(
  source: TableSource,
  relation: string,
  column: ColumnProfile,
  rows: RowsInTime,
): Promise<PeriodAxis | null> {
  const bins = await binsAt(source, relation, column.sql, column.sql, { grain: 'year', native: true }, 2)
  if (bins === null || bins.indexes.length > mostPeriods) return null
  const earlier = [...bins.counts.slice(0, -1)].sort((left, right) => left - right)
  const typical = earlier[Math.floor(earlier.length / 2)] ?? 0
  // Bare years do not say how far the last one goes; that far fewer rows have come does.
  const last = (bins.counts.at(-1) ?? 0) < leastRowsOfYear * typical
  return axisOf(source.dialect, column, rows, column.sql, bins, { first: false, last }, rows.kind !== 'events')
}

function axisOf(
  dialect: Dialect,
  column: ColumnProfile,
  { kind, entity }: RowsInTime,
  periodSql: string,
  bins: Bins,
  partial: { readonly first: boolean; readonly last: boolean },
  native: boolean,
): PeriodAxis | null {
  const { grain } = bins.grid
  const { first, last } = endsOf(bins)
  const complete = bins.indexes.filter(
    (index) => !(partial.first && index === first) && !(partial.last && index === last),
  )
  const [from, to] = [complete[0], complete.at(-1)]
  if (from === undefined || to === undefined || complete.length < 2) return null
  const coverage = grain === 'year' ? leastCoverage.year : leastCoverage.other
  if (complete.length < coverage * ((to - from) / bins.grid.step + 1)) return null
  const bound = (index: number): string =>
    isCalendar(column) ? dialect.text(periodStart(index, grain)) : String(index)
  const conditions = [`${column.sql} IS NOT NULL`]
  if (partial.first) conditions.push(`${column.sql} >= ${bound(first + 1)}`)
  if (partial.last) conditions.push(`${column.sql} < ${bound(last)}`)
  return {
    ...bins.grid,
    column,
    unit: unitOf(bins.grid),
    kind,
    entity,
    periodSql,
    condition: conditions.join(' AND '),
    starts: complete.map((index) => periodStart(index, grain)),
    incomplete: {
      first: partial.first ? periodStart(first, grain) : null,
      last: partial.last ? periodStart(last, grain) : null,
    },
    native,
  }
}

function endsOf({ indexes }: Bins): { readonly first: number; readonly last: number } {
  return { first: indexes[0] ?? 0, last: indexes.at(-1) ?? 0 }
}
