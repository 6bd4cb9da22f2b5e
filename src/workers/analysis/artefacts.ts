/** Intermediate results of one table, each computed once however many detectors ask. */

import type { Scalar } from '../../shared/story/insight.ts'
import type { WorkContext } from '../runtime/context.ts'
import type { Dialect } from '../source/dialect.ts'
import type { TableSource } from '../source/table-source.ts'
import { cellsOfDimensions, groupsFromCells } from './group-cells.ts'
import type { GroupRow } from './group-row.ts'
import type { ColumnProfile } from './profile/profile.ts'
import type { Measure, TableSchema } from './schema.ts'
import type { TimeAxis } from './series/axis.ts'
import { type Fill, type GridSeries, gridSeries } from './series/grid.ts'
import { isUnevenlyFilled } from './series/recording.ts'
import { type SeasonalityResult, seasonality } from './time/seasonality.ts'
import { totalGroup } from './total-rows.ts'

/** One followed series: a measure or the number of rows, of the whole table or of one entity. */
export interface Followed {
  readonly measure: Measure | null
  readonly aggregate: 'sum' | 'mean' | 'count'
  readonly subspace: Readonly<Record<string, Scalar>> | null
  readonly fill: Fill
  /** Whether the series is evened out for the lengths of its periods. */
  readonly evenLengths: boolean
  /** Evidence query: columns `period`, `value`, `rows`. */
  readonly sql: string
  readonly series: GridSeries
}

/** Which time axis of the schema: the one that is read, or the finest. */
export type TimeGrain = 'time' | 'fine'

/** Rows in the order of time (within an entity), for what depends on neighbours. */
export interface OrderedRows {
  readonly measures: ReadonlyMap<string, Float64Array>
  readonly groups: ReadonlyMap<string, readonly (string | null)[]>
}

/** Entities followed one by one; beyond, a table has too many lines for anyone to read. */
const mostEntities = 12
/** Part of the periods from an entity's first to its last that must have a value for it to be followed. */
const leastObserved = 0.7
/** Rows a period, on average, below which an empty period is no surprise (e⁻⁶ = 0.002). */
const mostRowsWithHoles = 6
/** Values followed at the finest grain, over all measures in their order: an hourly year of two. Bounds the work. */
const mostFineValues = 18_000
/** Rows looked at in the order of time to judge how dependent neighbours are. */
const orderedRows = 50_000

export class Artefacts {
  readonly #source: TableSource
  readonly #schema: TableSchema
  readonly #context: WorkContext
  readonly #onMade: () => void
  readonly #once = new Map<string, Promise<unknown>>()
  readonly timings: Record<string, number> = {}

  /** `onMade` hears of each result that was not there before. */
  constructor(source: TableSource, schema: TableSchema, context: WorkContext, onMade: () => void = () => undefined) {
    this.#onMade = onMade
    this.#source = source
    this.#schema = schema
    this.#context = context
  }

  /** Computes `make` once for each key, and notes how long it took. */
  once<Result>(key: string, make: () => Promise<Result>): Promise<Result> {
    const known = this.#once.get(key)
    if (known !== undefined) return known as Promise<Result>
    const started = performance.now()
    const made = make().finally(() => {
      const kind = key.split(':')[0] ?? key
      this.timings[kind] = (this.timings[kind] ?? 0) + performance.now() - started
      this.#onMade()
    })
    this.#once.set(key, made)
    return made
  }

  get source(): TableSource {
    return this.#source
  }

  /** Groups of a dimension by size, the missing ones left out; one pass for all measures of several dimensions. */
  groups(dimension: ColumnProfile): Promise<GroupRow[]> {
    const { name } = dimension.column
    const together = cellsOfDimensions(this.#schema).find((set) => set.includes(dimension)) ?? [dimension]
    const key = JSON.stringify(together.map(({ column }) => column.name))
    return this.once(`groups:${name}`, async () => {
      const all = await this.once(`cells of groups:${key}`, () => groupsFromCells(this.#source, this.#schema, together))
      return all.get(name) ?? []
    })
  }

  /** Every series there is to follow, each long enough to be tested. At the finest grain, of the whole table only. */
  followed(at: TimeGrain = 'time'): Promise<Followed[]> {
    return this.once(`series:${at}`, async () => {
      const time = this.#schema[at]
      if (time === null) return []
      const found: Followed[] = []
      if (time.kind !== 'panel' || time.balanced) found.push(...(await this.#follow(time, null)))
      for (const subspace of at === 'time' ? await this.#entities() : []) {
        found.push(...(await this.#follow(time, subspace)))
        await this.#context.yieldToEventLoop()
      }
      return found
    })
  }

  /** The seasonality of a followed series, which trend and outliers need as well. */
  season(followed: Followed, at: TimeGrain = 'time'): Promise<SeasonalityResult> {
    return this.once(`season:${followed.sql}`, async () => {
      // A cycle of 371 days is the year, seen through a periodogram; months tell it better.
      const result = seasonality(followed.series, at === 'fine' ? 'calendar' : 'everywhere')
      await this.#context.yieldToEventLoop()
      return result
    })
  }

  /** Null unless the table is one series or a panel. */
  ordered(): Promise<OrderedRows | null> {
    return this.once('ordered', async () => {
      const { dialect, order: time, relation, measures, dimensions } = this.#schema
      if (time === null || time.kind === 'events') return null
      const order = [...time.entity.map((column) => column.sql), time.column.sql].join(', ')
      const list = [
        ...measures.map(({ sql }, index) => `${dialect.double(sql)} AS m${index}`),
        ...dimensions.map((dimension, index) => `${dimension.text} AS d${index}`),
      ]
      if (list.length === 0) return null
      const columns = await this.#source.columns(
        `SELECT ${list.join(', ')} FROM ${relation} WHERE ${time.column.sql} IS NOT NULL ORDER BY ${order} LIMIT ${orderedRows}`,
      )
      return {
        measures: new Map(
          measures.map(({ column }, index) => [
            column.name,
            Float64Array.from(columns[`m${index}`] ?? [], (value) => (typeof value === 'number' ? value : Number.NaN)),
          ]),
        ),
        groups: new Map(
          dimensions.map(({ column }, index) => [
            column.name,
            (columns[`d${index}`] ?? []).map((value) => (value === null ? null : String(value))),
          ]),
        ),
      }
    })
  }

  /** By position in `schema.measures`: the condition that leaves out rows that hold the total of others; else empty. */
  withoutTotals(): Promise<string[]> {
    return this.once('rows of totals', async () => {
      const { dialect, dimensions, measures } = this.#schema
      const conditions = measures.map((): string[] => [])
      for (const dimension of dimensions) {
        const groups = await this.groups(dimension)
        for (const [index, list] of conditions.entries()) {
          const whole = totalGroup(groups, index)
          if (whole !== null) list.push(`${dimension.text} IS DISTINCT FROM ${dialect.text(whole)}`)
        }
      }
      return conditions.map((list) => list.join(' AND '))
    })
  }

  async #entities(): Promise<Record<string, Scalar>[]> {
    const { time, relation } = this.#schema
    const entity = time?.entity[0]
    if (time === null || time.kind !== 'panel' || entity === undefined || time.entity.length !== 1) return []
    if (entity.column.distinct > mostEntities) return []
    const rows = await this.#source.rows<{ entity: string }>(
      `SELECT ${entity.text} AS entity FROM ${relation} WHERE ${entity.sql} IS NOT NULL GROUP BY 1 ORDER BY 1`,
    )
    return rows.map((row) => ({ [entity.column.name]: row.entity }))
  }

  async #follow(time: TimeAxis, subspace: Record<string, Scalar> | null): Promise<Followed[]> {
    const { dialect, relation } = this.#schema
    const fine = time === this.#schema.fine
    const measures = this.#schema.measures.slice(
      0,
      fine ? Math.max(1, Math.floor(mostFineValues / time.periods)) : undefined,
    )
    const entity = time.entity[0]
    const chosen =
      subspace && entity ? ` AND ${entity.text} = ${dialect.text(String(subspace[entity.column.name]))}` : ''
    const where = `${time.condition}${chosen}`
    const wanted = measures.map((measure) => ({ measure, aggregate: aggregateOf(measure) }))
    // Over all rows, those that hold the total of others would count everything twice.
    const conditions = subspace === null ? await this.withoutTotals() : []
    const list = wanted.flatMap(({ measure, aggregate }, index) => {
      const kept = conditions[index] ? ` FILTER (WHERE ${conditions[index]})` : ''
      return [
        `${aggregateSql(dialect, aggregate, measure.sql)}${kept} AS v${index}`,
        `count(${measure.sql})${kept} AS n${index}`,
      ]
    })
    const select = [`${time.periodSql} AS period`, 'count(*) AS rows', ...list].join(', ')
    const columns = await this.#source.columns(`SELECT ${select} FROM ${relation} WHERE ${where} GROUP BY 1 ORDER BY 1`)
    const periods = columns.period ?? []
    const events = time.kind === 'events'
    // An empty period means that nothing happened only where little happens in any; else its rows are missing.
    const rowsInAll = (columns.rows ?? []).reduce<number>((sum, rows) => sum + Number(rows), 0)
    const sparse = events && rowsInAll < mostRowsWithHoles * periods.length
    const found: Followed[] = []
    const add = (
      measure: Measure | null,
      aggregate: Followed['aggregate'],
      values: readonly unknown[],
      rows: readonly unknown[],
    ): void => {
      const fill: Fill = sparse && aggregate !== 'mean' ? 'zero' : 'line'
      const evenLengths = time.uneven && aggregate !== 'mean'
      const series = gridSeries(periods, values, rows, time, fill, evenLengths)
      if (series === null || series.observed < 12 || series.values.every((value) => value === series.values[0])) return
      // Between so many holes, what a line draws through them is told as its course.
      if (subspace !== null && fill === 'line' && series.observed < leastObserved * series.values.length) return
      const counted = measure === null ? '*' : measure.sql
      const condition = measure === null ? undefined : conditions[measures.indexOf(measure)]
      const present = measure === null ? '' : ` AND ${measure.sql} IS NOT NULL`
      const filter = condition ? `${present} AND ${condition}` : present
      const value = measure === null ? 'count(*)' : aggregateSql(dialect, aggregate, measure.sql)
      const sql = `SELECT ${time.periodSql} AS period, ${value} AS value, count(${counted}) AS rows FROM ${relation} WHERE ${where}${filter} GROUP BY 1 ORDER BY 1`
      found.push({ measure, aggregate, subspace, fill, evenLengths, sql, series })
    }
    if (events) add(null, 'count', columns.rows ?? [], columns.rows ?? [])
    for (const [index, { measure, aggregate }] of wanted.entries()) {
      const filled = columns[`n${index}`] ?? []
      if (aggregate === 'sum' && !conditions[index] && isUnevenlyFilled(filled, columns.rows ?? [])) continue
      add(measure, aggregate, columns[`v${index}`] ?? [], filled)
    }
    return found
  }
}

/** Flows are added up by period; what cannot be summed over time is averaged. */
function aggregateOf(measure: Measure): 'sum' | 'mean' {
  return measure.additivity === 'flow' ? 'sum' : 'mean'
}

function aggregateSql(dialect: Dialect, aggregate: 'sum' | 'mean' | 'count', sql: string): string {
  return aggregate === 'sum' ? dialect.sum(sql) : dialect.mean(sql)
}
