/** A profiled table as detectors see it: what can be measured, grouped by, and followed over time. */

import { datePartNamed } from '../../shared/format/date-part-names.ts'
import type { ProfiledColumn } from '../../shared/story/table.ts'
import type { Dialect } from '../source/dialect.ts'
import { type Declared, nothingDeclared } from './declared.ts'
import { hasTrueZero, isBareCount } from './profile/additivity.ts'
import { isDecimalYear } from './profile/classify.ts'
import type { NumericStats } from './profile/numeric-stats.ts'
import type { ColumnProfile, TableProfile } from './profile/profile.ts'
import type { RowSample } from './profile/sample.ts'
import type { TableTime, TimeAxis } from './series/axis.ts'
import { isCalendar } from './series/bins.ts'
import type { RowsInTime } from './series/kind.ts'
import type { PeriodAxis } from './series/periods.ts'

export interface Measure extends ColumnProfile {
  readonly numeric: NumericStats
}

export interface TableSchema {
  readonly name: string
  /** The table as it stands behind FROM, and how its engine writes SQL. */
  readonly relation: string
  readonly dialect: Dialect
  readonly rows: number
  readonly columns: readonly ColumnProfile[]
  readonly measures: readonly Measure[]
  /** Columns whose values make groups to compare: 2 to `mostGroups` of them. */
  readonly dimensions: readonly ColumnProfile[]
  /** Dimensions with many values: to be added up by, not compared one by one. */
  readonly longDimensions: readonly ColumnProfile[]
  /** A time to follow measures over; null where there is none, or it is too short. */
  readonly time: TimeAxis | null
  /** The finest regular grain, where `time` is coarser: for single days and the rhythm of the week. */
  readonly fine: TimeAxis | null
  /** How the rows lie in time; null for a table without time. */
  readonly order: RowsInTime | null
  /** Whole periods to be compared with each other, also where there are too few to be followed; null below two. */
  readonly periods: PeriodAxis | null
  readonly sample: RowSample
  /** What a person declared of the rows. */
  readonly declared: Declared
  /** What of a wide table is looked into; null where that is all of it. */
  readonly bounds: SchemaBounds | null
  /** Filled by `learnRanges` before anything is looked for. */
  readonly ranges: RangesOf[]
}

/** A dimension whose categories are ranges of a measure. */
export interface RangesOf {
  readonly dimension: string
  readonly measure: string
  /** The categories, that of the lowest values first. */
  readonly categories: readonly string[]
}

/** How many columns are looked into, of how many. */
export interface SchemaBounds {
  readonly measures: Bound
  readonly dimensions: Bound
}

interface Bound {
  readonly taken: number
  readonly of: number
}

export const mostGroups = 50
const mostMeasures = 40
const mostDimensions = 12
const mostLongDimensions = 4
const fewValues = 12

/**
 * Chosen by roles, counts and the order of the columns alone, never by what a test says: the families of tests follow
 * from this and are fixed before any is run.
 */
export function schemaOf(
  profile: TableProfile,
  { axis: time, fine, order, periods }: TableTime,
  secondNames: ReadonlySet<string> = new Set(),
  target?: string,
  declared: Declared = nothingDeclared,
): TableSchema {
  const hasDates = profile.columns.some((one) => one.column.role === 'time' && isCalendar(one))
  const hasTime = profile.columns.some((one) => one.column.role === 'time')
  const others = profile.columns.filter(
    ({ column, numeric }) =>
      (column.role !== 'time' || isFewYears(column, order)) &&
      !secondNames.has(column.name) &&
      (column.name === target ||
        !((hasDates && isDayOfMonth(column)) || (hasTime && isDecimalYear(column.name, numeric)))),
  )
  const dimensions = others.filter(
    (column) => column.column.distinct >= 2 && column.column.distinct <= mostGroups && groupsRows(column),
  )
  const allMeasures = others.filter(isMeasure)
  const chosen = {
    measures: mostInformative(allMeasures, mostMeasures, profile.rows, target),
    dimensions: mostInformative(dimensions, mostDimensions, profile.rows, target),
  }
  return {
    name: profile.name,
    relation: profile.relation,
    dialect: profile.dialect,
    rows: profile.rows,
    columns: profile.columns,
    measures: chosen.measures.map((measure) => overTime(measure, order)),
    dimensions: chosen.dimensions,
    longDimensions: others
      .filter(
        ({ column, filled }) =>
          column.role === 'dimension' &&
          column.storage === 'VARCHAR' &&
          column.distinct > mostGroups &&
          column.distinct <= Math.min(5_000, filled / 2),
      )
      .slice(0, mostLongDimensions),
    time,
    fine,
    order,
    periods,
    sample: profile.sample,
    declared,
    bounds: boundsOf(chosen.measures.length, allMeasures.length, chosen.dimensions.length, dimensions.length),
    ranges: [],
  }
}

/** Beside a date it groups nothing: the 31st has the smallest sums since seven months have one. */
function isDayOfMonth({ name }: ColumnProfile['column']): boolean {
  return datePartNamed(name) === 'day'
}

/**
 * `most` of `columns` in their order: first the one that was asked for, then those with a value in at least half of the
 * rows, then the rest.
 */
function mostInformative<Column extends ColumnProfile>(
  columns: readonly Column[],
  most: number,
  rows: number,
  target: string | undefined,
): readonly Column[] {
  if (columns.length <= most) return columns
  const rank = ({ column, filled }: Column): number => (column.name === target ? 0 : 2 * filled >= rows ? 1 : 2)
  const taken = new Set(columns.toSorted((left, right) => rank(left) - rank(right)).slice(0, most))
  return columns.filter((column) => taken.has(column))
}

function boundsOf(measures: number, ofMeasures: number, dimensions: number, ofDimensions: number): SchemaBounds | null {
  if (measures === ofMeasures && dimensions === ofDimensions) return null
  return { measures: { taken: measures, of: ofMeasures }, dimensions: { taken: dimensions, of: ofDimensions } }
}

/** Two or three years are groups to compare, not a time to follow; unless they are those of the table's dates. */
function isFewYears(column: ProfiledColumn, order: RowsInTime | null): boolean {
  if (column.type !== 'integer' || column.distinct > fewValues) return false
  return order === null || (column.name !== order.column.column.name && !isYearOf(column, order.column))
}

/** Whether a column of years lies within the years of a column of dates. */
function isYearOf({ stats }: ProfiledColumn, dates: ColumnProfile): boolean {
  if (!isCalendar(dates)) return false
  const [from, to] = [dates.column.stats.min, dates.column.stats.max].map((date) => Number(String(date).slice(0, 4)))
  return Number(stats.min) >= (from ?? 0) && Number(stats.max) <= (to ?? 0)
}

function groupsRows({ column, numeric, filled }: ColumnProfile): boolean {
  if (column.role === 'dimension' || column.role === 'time') return true
  // Ratings and numbers of cylinders are amounts, and groups as well.
  return (
    column.role === 'measure' &&
    numeric?.integers === true &&
    column.distinct <= fewValues &&
    filled >= 5 * column.distinct
  )
}

/**
 * A measure can be averaged and compared. Not one whose spread is below a millionth of its size: there, sums in double
 * precision keep too few digits for a statement that can be checked to nine of them.
 */
function isMeasure(profile: ColumnProfile): profile is Measure {
  const { column, numeric } = profile
  if (column.role !== 'measure' || numeric === null || numeric.n < 2 || numeric.sd === 0) return false
  const largest = Math.max(Math.abs(numeric.min), Math.abs(numeric.max))
  return largest < 1e100 && numeric.sd > 1e-6 * Math.abs(numeric.mean) && numeric.sd > 1e-100
}

/**
 * A count that stands in a table of one row a thing and time may be of what is there at the moment (the unemployed of a
 * month) as well as of what happened: it is added up over things only, as what is true of both.
 */
function overTime(measure: Measure, order: RowsInTime | null): Measure {
  const counted = measure.additivity === 'flow' && isBareCount({ name: measure.column.name })
  return counted && order !== null && order.kind !== 'events' ? { ...measure, additivity: 'stock' } : measure
}

/** Whether a percentage of the measure means something. */
export function isRatio({ column, numeric }: Measure): boolean {
  return hasTrueZero({ name: column.name, format: column.format, numeric })
}

/** What no total or mean of it can be below (null: a count of rows): zero, where it has a true one and no value is less. */
export function floorOf(measure: Measure | null): number | null {
  return measure === null || isRatio(measure) ? 0 : null
}

const heavySkewness = 1.5
const heavyKurtosis = 6

/** Whether a few values weigh so much that means are of them alone: there, ranks are to be compared as well. */
export function isHeavyTailed({ numeric }: ColumnProfile): boolean {
  return Math.abs(numeric?.skewness ?? 0) > heavySkewness || Math.abs(numeric?.kurtosis ?? 0) > heavyKurtosis
}
