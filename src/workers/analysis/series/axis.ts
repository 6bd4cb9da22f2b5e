/** Finds how a table runs over time: which column, at which grain, and whether its rows are events, a series or a panel. */
import type { Dialect } from '../../source/dialect.ts'
import type { TableSource } from '../../source/table-source.ts'
import type { ColumnProfile, TableProfile } from '../profile/profile.ts'
import type { SeriesUnit } from '../time/series.ts'
import {
  type Bins,
  binsAt,
  differentTimes,
  grains,
  isCalendar,
  partialEnds,
  type Resolution,
  resolutionOf,
  unitMs,
} from './bins.ts'
import { type Grain, type Grid, periodIndex, periodStart, unitOf } from './grid.ts'
import { type RowsInTime, rowsInTime, type TimeKind } from './kind.ts'
import { findPeriods, type PeriodAxis } from './periods.ts'

export interface TimeAxis extends Grid {
  readonly column: ColumnProfile
  readonly unit: SeriesUnit
  readonly kind: TimeKind
  /** Of a panel: the columns that together name the entity. */
  readonly entity: readonly ColumnProfile[]
  /** False for a panel whose entities come and go: its totals and means change with who is there. */
  readonly balanced: boolean
  /** True for months and quarters that gather finer times: some hold three days more than others. */
  readonly uneven: boolean
  /** SQL of a row's period, and the condition that leaves out rows without one and partial periods. */
  readonly periodSql: string
  readonly condition: string
  readonly from: string
  readonly to: string
  /** How many partial first and last periods were left out. */
  readonly dropped: number
  readonly periods: number
}

export const leastPeriods = 12
/** Fewer points in time are groups, not a course. */
const leastTimes = 3
const mostPeriods = 400
/** At the finest grain single periods and the rhythm of week and day are looked for, which takes no reader. */
const mostFinePeriods = 12_000
/** A century of months is still read at a glance, and its years lose the season. */
const mostMonths = 1_200
const leastCoverage = 0.8

export interface TableTime {
  readonly axis: TimeAxis | null
  readonly fine: TimeAxis | null
  readonly order: RowsInTime | null
  /** Whole periods to be compared with each other; two are enough. */
  readonly periods: PeriodAxis | null
}

/**
 * The time axis of a table: the best filled time column, at the finest grain that gives 12 to 400 periods of which at
 * least 80 % hold rows; null where there is none. `fine` is the finest regular grain where that is a coarser one. And how
 * its rows lie in time, which holds also of a time too short to be followed: null for a table without time.
 */
export async function findTime(source: TableSource, profile: TableProfile): Promise<TableTime> {
  const columns = profile.columns
    .filter(({ column, filled }) => column.role === 'time' && column.distinct >= 2 && filled > 0)
    .sort((left, right) => rankOf(right) - rankOf(left))
    .slice(0, 3)
  const candidates = columns.filter(({ column }) => column.distinct >= leastTimes)
  for (const column of candidates) {
    if (column.column.distinct < leastPeriods) continue
    const order = await rowsInTime(source, profile, column)
    const found = await axesOf(source, profile, column, order)
    if (found.axis !== null) return { ...found, order, periods: await findPeriods(source, profile, [column], order) }
  }
  const first = candidates[0]
  const order = first === undefined ? null : await rowsInTime(source, profile, first)
  return { axis: null, fine: null, order, periods: await findPeriods(source, profile, columns, order) }
}

/** Dates before years, then by how many rows have one. */
function rankOf({ column, filled }: ColumnProfile): number {
  return filled * (column.storage === 'DATE' || column.storage === 'TIMESTAMP' ? 2 : 1)
}

async function axesOf(
  source: TableSource,
  profile: TableProfile,
  column: ColumnProfile,
  order: RowsInTime,
): Promise<{ readonly axis: TimeAxis | null; readonly fine: TimeAxis | null }> {
  const name = column.sql
  const relation = await differentTimes(source, profile, column)
  const calendar = isCalendar(column)
  const resolution = calendar ? await resolutionOf(source, relation, column) : 'year'
  const bins = calendar
    ? await chooseBins(source, relation, column, resolution)
    : await binsAt(source, relation, name, name, { grain: 'year', native: true }, leastPeriods)
  const axis = bins === null || !acceptable(bins) ? null : axisOf(profile.dialect, column, order, resolution, bins)
  const finer = axis === null || !calendar ? null : await finestBins(source, relation, column, resolution, axis.grain)
  return { axis, fine: finer === null ? null : axisOf(profile.dialect, column, order, resolution, finer) }
}

/** The axis of these periods without its partial ends; null where too few are left. */
function axisOf(
  dialect: Dialect,
  column: ColumnProfile,
  { kind, entity }: RowsInTime,
  resolution: Resolution,
  bins: Bins,
): TimeAxis | null {
  const name = column.sql
  const calendar = isCalendar(column)
  const { grain, step } = bins.grid
  const first = bins.indexes[0] ?? 0
  const last = bins.indexes.at(-1) ?? 0
  const partial = calendar ? partialEnds(column, resolution, grain, first, last, step) : { first: false, last: false }
  const from = partial.first ? first + step : first
  const to = partial.last ? last - step : last
  if ((to - from) / step + 1 < leastPeriods) return null
  const uneven = calendar && resolution !== grain && (grain === 'month' || grain === 'quarter')
  // By the day where months differ: February is no sign that an entity is missing.
  const lengthOf = (index: number): number =>
    uneven ? (Date.parse(periodStart(index + step, grain)) - Date.parse(periodStart(index, grain))) / unitMs.day : 1
  const counts = bins.counts.flatMap((count, position) => {
    const index = bins.indexes[position] ?? 0
    return index >= from && index <= to ? [count / lengthOf(index)] : []
  })
  const typical = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length)
  const bound = (index: number): string => (calendar ? dialect.text(periodStart(index, grain)) : String(index))
  const conditions = [`${name} IS NOT NULL`]
  if (partial.first) conditions.push(`${name} >= ${bound(from)}`)
  if (partial.last) conditions.push(`${name} < ${bound(to + step)}`)
  return {
    column,
    grain,
    step,
    unit: unitOf(bins.grid),
    kind,
    entity,
    balanced: kind !== 'panel' || counts.every((count) => Math.abs(count - typical) <= 0.05 * typical),
    uneven,
    periodSql: calendar ? dialect.truncate(grain, name) : name,
    condition: conditions.join(' AND '),
    from: periodStart(from, grain),
    to: periodStart(to, grain),
    dropped: Number(partial.first) + Number(partial.last),
    periods: Math.round((to - from) / step) + 1,
  }
}

async function chooseBins(
  source: TableSource,
  relation: string,
  column: ColumnProfile,
  resolution: Resolution,
): Promise<Bins | null> {
  const { dialect } = source
  const start = resolution === 'finer' ? 0 : grains.indexOf(resolution)
  let week: Bins | null = null
  for (const grain of grains.slice(start)) {
    const { min, max } = column.column.stats
    const span = periodIndex(max, grain) - periodIndex(min, grain) + 1
    // Far too many periods for this grain, whatever step the values keep.
    if (!(span <= 40 * mostPeriods)) continue
    // Quarters only where the data comes in quarters.
    if (grain === 'quarter' && resolution !== 'quarter') continue
    const bins = await binsAt(
      source,
      relation,
      column.sql,
      dialect.truncate(grain, column.sql),
      {
        grain,
        native: grain === resolution,
      },
      leastPeriods,
    )
    if (bins === null || !acceptable(bins)) continue
    if (grain === 'week') {
      week = bins
      continue
    }
    // Months rather than weeks, where there are enough of them.
    return week !== null && (grain !== 'month' || bins.indexes.length < 2 * leastPeriods) ? week : bins
  }
  return week
}

/** The finest grain below `coarse` at which nearly every period holds rows; null where there is none. */
async function finestBins(
  source: TableSource,
  relation: string,
  column: ColumnProfile,
  resolution: Resolution,
  coarse: Grain,
): Promise<Bins | null> {
  const { dialect } = source
  const start = resolution === 'finer' ? 0 : grains.indexOf(resolution)
  for (const grain of grains.slice(start, grains.indexOf(coarse))) {
    // The rhythm of weeks and quarters shows in months and years.
    if (grain !== 'hour' && grain !== 'day') continue
    const { min, max } = column.column.stats
    if (!(periodIndex(max, grain) - periodIndex(min, grain) < mostFinePeriods)) continue
    const at = { grain, native: grain === resolution }
    const bins = await binsAt(source, relation, column.sql, dialect.truncate(grain, column.sql), at, leastPeriods)
    if (bins !== null && bins.grid.step === 1 && acceptable(bins, mostFinePeriods)) return bins
  }
  return null
}

function acceptable({ grid, indexes }: Bins, most = grid.grain === 'month' ? mostMonths : mostPeriods): boolean {
  const total = ((indexes.at(-1) ?? 0) - (indexes[0] ?? 0)) / grid.step + 1
  return indexes.length >= leastPeriods && total <= most && indexes.length / total >= leastCoverage
}
