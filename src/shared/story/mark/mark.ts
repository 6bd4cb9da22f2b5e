/** What a mark of a chart stands for: which rows, which number of them, and which change, where it is a step in time. */
import type { Amount } from '../../ask/question.ts'
import { calendarParts } from '../../format/calendar-names.ts'
import { isGrain } from '../../format/periods.ts'
import { capitalise, readableName } from '../../format/words.ts'
import type { Chart } from '../chart.ts'
import type { Condition } from '../condition.ts'
import { allOf } from '../condition-parts.ts'
import type { Insight, InsightType, Scalar } from '../insight.ts'
import type { ProfiledColumn, ProfiledTable } from '../table.ts'
import { asThisCell } from './cell-condition.ts'
import { locationOf, subspaceOf } from './insight-rows.ts'
import { periodCondition } from './period-condition.ts'

/** A row of a chart's data; of several series in one chart, the column of the one that is meant. */
export interface Mark {
  readonly row: number
  readonly series: string | null
}

export interface Marked {
  readonly table: string
  /** The rows that are compared with each other: those of the statement. Null for all of the table. */
  readonly where: Condition | null
  /** The rows of the mark among them. */
  readonly mark: Condition
  readonly amount: Amount
  /** The two periods the mark is a change between, by the ISO texts of their starts. */
  readonly change: {
    readonly time: string
    readonly grain: string
    readonly earlier: string
    readonly later: string
  } | null
}

type Stated = Pick<Insight, 'type' | 'table' | 'columns' | 'subspace' | 'location' | 'details'>

/**
 * Null where a mark stands for no rows of the table: a coefficient, a forecast, a column's weight. With no mark, what
 * the statement itself is limited to.
 */
export function markedOf(table: ProfiledTable, insight: Stated, chart: Chart | null, mark: Mark | null): Marked | null {
  const part = subspaceOf(table, insight)
  const of = (found: Found | null): Marked | null => {
    if (found === null) return null
    const where = allOf([...part, ...(found.within ?? [])])
    const base = { table: table.name, where, amount: amountOf(table, insight) }
    return { ...base, mark: found.condition, change: found.change ?? null }
  }
  if (mark === null) {
    const own = locationOf(table, insight)
    const condition = allOf(own)
    if (condition !== null) return of({ condition })
    const whole = allOf(part)
    return whole === null
      ? null
      : { ...{ table: table.name, where: null, mark: whole, change: null }, amount: amountOf(table, insight) }
  }
  return chart === null ? null : of(found(table, insight, chart, mark))
}

interface Found {
  readonly condition: Condition
  readonly within?: readonly Condition[]
  readonly change?: Marked['change']
}

function found(table: ProfiledTable, insight: Stated, chart: Chart, mark: Mark): Found | null {
  const { spec, data } = chart
  const row = data.rows[mark.row]
  if (row === undefined) return null
  const at = (field: string): Scalar => row[data.columns.indexOf(field)] ?? null
  const x = at(spec.x.field)
  switch (spec.kind) {
    case 'histogram':
      return binOf(table, insight, x, at('to'), mark.row === data.rows.length - 1)
    case 'scatter':
      return pointOf(table, insight, x, at(spec.y.field))
    case 'calendar':
    case 'panels':
    case 'bar':
    case 'line':
      if (spec.x.type === 'time') return periodOf(table, insight, chart, mark, x)
      if (spec.x.field === 'phase') return phaseOf(table, insight, chart, mark)
      return categoryOf(table, insight, chart, x)
    case 'heat':
      return cellOf(table, insight, chart, mark, x)
  }
}

function columnNamed(table: ProfiledTable, name: unknown): ProfiledColumn | null {
  return table.columns.find((column) => column.name === name) ?? null
}

function binOf(
  table: ProfiledTable,
  { columns, details }: Stated,
  from: Scalar,
  to: Scalar,
  isLast: boolean,
): Found | null {
  const column = columnNamed(table, details.measure ?? columns[0])
  if (column === null || typeof from !== 'number' || typeof to !== 'number') return null
  const parts: Condition[] = [
    { kind: 'compare', column: column.name, operator: '>=', value: from },
    { kind: 'compare', column: column.name, operator: isLast ? '<=' : '<', value: to },
  ]
  return { condition: { kind: 'all', parts } }
}

function pointOf(table: ProfiledTable, { details, columns }: Stated, x: Scalar, y: Scalar): Found | null {
  const names = [details.first ?? columns[0], details.second ?? columns[1]]
  const [first, second] = names.map((name) => columnNamed(table, name))
  if (first == null || second == null || typeof x !== 'number' || typeof y !== 'number') return null
  // A point of changes or of averages is no row.
  if (details.basis !== undefined && details.basis !== 'rows') return null
  const equals = (column: ProfiledColumn, value: number): Condition => asThisCell(column.name, value, false, null)
  return { condition: { kind: 'all', parts: [equals(first, x), equals(second, y)] } }
}

/** A cell of two categories: its row, and the series that is its column. */
function cellOf(table: ProfiledTable, { columns }: Stated, { spec }: Chart, { series }: Mark, x: Scalar): Found | null {
  const own = columns.flatMap((name) => columnNamed(table, name) ?? [])
  const called = (label: string) => own.find(({ name }) => readableName(name) === label) ?? null
  const [within, across] = [called(spec.x.label), called(spec.y.label)]
  const other = spec.series?.find(({ field }) => field === (series ?? spec.y.field))?.label
  if (within === null || across === null || typeof x !== 'string' || other === undefined) return null
  const equals = (column: ProfiledColumn, value: string): Condition =>
    asThisCell(column.name, value, false, column.format)
  return { condition: { kind: 'all', parts: [equals(within, x), equals(across, other)] } }
}

function periodOf(table: ProfiledTable, insight: Stated, chart: Chart, mark: Mark, x: Scalar): Found | null {
  const { time, grain } = insight.details
  const column = columnNamed(table, time)
  const condition = column === null || typeof x !== 'string' ? null : periodOfColumn(column, x, grain)
  if (column === null || condition === null || typeof x !== 'string') return null
  const { spec, data } = chart
  const series = spec.series?.find(({ field }) => field === mark.series) ?? null
  const things = series === null ? [] : thingOf(table, insight, series.label)
  const field = series?.field ?? spec.y.field
  const values = data.columns.indexOf(field)
  // What is forecast has no rows; and the value before may be missing.
  if (data.rows[mark.row]?.[values] == null) return null
  const earlier = data.rows[mark.row - 1]
  const before = earlier?.[data.columns.indexOf(spec.x.field)]
  const change =
    typeof before === 'string' && earlier?.[values] != null && isGrain(grain)
      ? { time: column.name, grain, earlier: before, later: x }
      : null
  return { condition, within: things, change }
}

function periodOfColumn(column: ProfiledColumn, start: string, grain: unknown): Condition | null {
  if (column.storage === 'DATE' || column.storage === 'TIMESTAMP') return periodCondition(column.name, start, grain)
  return grain === 'year' && start.slice(4, 10) === '-01-01'
    ? { kind: 'compare', column: column.name, operator: '=', value: Number(start.slice(0, 4)) }
    : null
}

/** The thing a line of many is of; none where the line is of all of them together. */
function thingOf(table: ProfiledTable, insight: Stated, label: string): Condition[] {
  const column = columnNamed(table, insight.details.entity) ?? columnNamed(table, insight.details.dimension)
  const holds = column?.stats.top?.some(({ value }) => value === label) === true
  return column !== null && (holds || column.distinct > (column.stats.top?.length ?? 0))
    ? [asThisCell(column.name, label, false, column.format)]
    : []
}

/** How many phases a whole cycle of the calendar has. */
const phases = { month: 12, quarter: 4, weekday: 7, hour: 24 } as const

function phaseOf(
  table: ProfiledTable,
  { details }: Stated,
  { spec, data }: Chart,
  { row, series }: Mark,
): Found | null {
  const column = columnNamed(table, details.time)
  const part = calendarParts.find((one) => one === (details.grain === 'day' ? 'weekday' : details.grain))
  const isTime = column?.storage === 'DATE' || column?.storage === 'TIMESTAMP'
  if (column === null || part === undefined || !isTime || data.rows.length !== phases[part]) return null
  const phase: Condition = { kind: 'calendar', column: column.name, part, values: [part === 'hour' ? row : row + 1] }
  // Beside the mean of all years stand the years.
  const year = series === null || series === spec.y.field ? null : periodOfColumn(column, `${series}-01-01`, 'year')
  return { condition: year === null ? phase : { kind: 'all', parts: [phase, year] } }
}

function categoryOf(table: ProfiledTable, insight: Stated, { spec, data }: Chart, x: Scalar): Found | null {
  if (x === null || typeof x === 'boolean') return null
  const isRest =
    data.reduced && data.rows.at(spec.from === undefined ? -1 : -2)?.[data.columns.indexOf(spec.x.field)] === x
  const column = categoryColumn(table, insight, spec.x.label, String(x), isRest)
  const { from, to, grain, period, time } = insight.details
  const within = lastPeriod(table, insight, period, grain)
  const isChange = spec.from !== undefined && typeof from === 'string' && typeof to === 'string'
  const change =
    isChange && typeof time === 'string' && isGrain(grain) ? { time, grain, earlier: from, later: to } : null
  if (column !== null) {
    const condition = asThisCell(column.name, x, false, column.format)
    if (!isChange) return { condition, within }
    const both = change === null ? null : bothPeriods(table, change)
    return both === null ? null : { condition, within: [both], change }
  }
  // All smaller groups together: those that have no mark of their own.
  const dimension = columnNamed(table, insight.details.dimension)
  if (dimension === null || !isRest) return null
  const named = data.rows.map((row) => row[data.columns.indexOf(spec.x.field)] ?? null)
  const values = named.filter((one) => one !== x && one !== null).map(String)
  const others: Condition = { kind: 'in', column: dimension.name, values, negated: true }
  const both = change === null ? null : bothPeriods(table, change)
  return { condition: others, within: both === null ? within : [both], change }
}

function bothPeriods(table: ProfiledTable, change: NonNullable<Marked['change']>): Condition | null {
  const column = columnNamed(table, change.time)
  if (column === null) return null
  const parts = [change.earlier, change.later].map((start) => periodOfColumn(column, start, change.grain))
  const [earlier, later] = parts
  return earlier == null || later == null ? null : { kind: 'any', parts: [earlier, later] }
}

/** Of what is there at a moment, a chart shows the last period alone. */
function lastPeriod(table: ProfiledTable, { columns }: Stated, period: unknown, grain: unknown): Condition[] {
  if (typeof period !== 'string') return []
  const times = table.columns.filter(({ role }) => role === 'time')
  const time = times.find(({ name }) => columns.includes(name)) ?? times[0]
  const condition = time === undefined ? null : periodOfColumn(time, period, grain)
  return condition === null ? [] : [condition]
}

/** The column whose values the marks are named by: the one the axis is called after, or one that holds the value. */
function categoryColumn(
  table: ProfiledTable,
  { columns, details }: Stated,
  label: string,
  value: string,
  isRest: boolean,
): ProfiledColumn | null {
  const named = [details.dimension, details.second, details.first, details.column, ...columns]
  const candidates = [...new Set(named)].flatMap((name) => {
    const column = columnNamed(table, name)
    return column === null || column.role === 'measure' ? [] : [column]
  })
  const holding = candidates.filter((column) => mayHold(column, value, isRest))
  const called = holding.find(({ name }) => capitalise(readableName(name)) === capitalise(label))
  return called ?? holding[0] ?? null
}

/** Only the commonest values are known: one that is not listed may be there, unless its place is that of all the rest. */
function mayHold({ stats, distinct, storage }: ProfiledColumn, value: string, isRest: boolean): boolean {
  const top = stats.top ?? []
  if (top.some((one) => one.value === value)) return true
  if (isRest || storage === 'BOOLEAN' || top.length >= distinct) return false
  return storage === 'VARCHAR' || Number.isFinite(Number(value))
}

/** Kinds whose marks are totals of a measure, where they do not say how it is summed up. */
const summed: ReadonlySet<InsightType> = new Set([
  'total',
  'dominance',
  'concentration',
  'outstanding',
  'change_decomposition',
])

function amountOf(table: ProfiledTable, { type, details }: Stated): Amount {
  const { measure, aggregate, outcome, outcome_value: happened } = details
  const counted = columnNamed(table, outcome)
  if (counted !== null && happened !== undefined && happened !== null) {
    return { kind: 'share', of: asThisCell(counted.name, happened, false, counted.format) }
  }
  if (columnNamed(table, measure) === null || typeof measure !== 'string' || aggregate === 'count')
    return { kind: 'rows' }
  const isSum = aggregate === 'sum' || (aggregate === undefined && summed.has(type))
  return { kind: 'column', column: measure, aggregate: isSum ? 'sum' : 'mean' }
}
