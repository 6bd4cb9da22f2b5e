/** What is compared between periods, and the queries it is read by. */
import type { Artefacts } from '../../../analysis/artefacts.ts'
import { type PeriodForm, type PeriodTable, periodTable } from '../../../analysis/derive/period-change.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import type { Measure, TableSchema } from '../../../analysis/schema.ts'
import type { PeriodAxis } from '../../../analysis/series/periods.ts'
import type { Rate } from './rates.ts'

/** A measure, or the number of rows, with how a period of it is made one number. */
export interface Compared {
  readonly measure: Measure | null
  readonly form: PeriodForm
  readonly rate: Rate | null
  /** Leaves out rows that hold the total of others; empty where there are none. */
  readonly condition: string
}

/** One row a period and group: `period`, `group`, `amount`, `weight`, `rows`, `times`, as `periodTable` reads them. */
export function evidenceSql(
  schema: TableSchema,
  periods: PeriodAxis,
  compared: Compared,
  dimension: ColumnProfile | null,
): string {
  const { amount, weight, rows } = partsOf(compared, schema.dialect.sum)
  const group = dimension === null ? 'NULL' : dimension.text
  const conditions = [periods.condition, presenceOf(compared), compared.condition]
    .filter((text) => text !== '')
    .join(' AND ')
  return `SELECT ${periods.periodSql} AS period, ${group} AS "group", ${amount} AS amount, ${weight} AS weight, ${rows} AS rows, ${timesSql(periods)} AS times
FROM ${schema.relation} WHERE ${conditions} GROUP BY 1, 2 ORDER BY 1, 2`
}

/** What is added up, counted and held to be there; `sum` gives the SQL of a sum, `kept` what stands behind an aggregate. */
function partsOf({ measure, rate }: Compared, sum: (value: string) => string, kept = '') {
  const count = (value: string): string => `count(${value})${kept}`
  const total = (value: string): string => `${sum(value)}${kept}`
  if (measure === null) return { amount: count('*'), weight: count('*'), rows: count('*') }
  if (rate !== null) {
    const [numerator, denominator] = [rate.numerator.sql, rate.denominator.sql]
    return {
      amount: rate.scale === 1 ? total(numerator) : `${total(numerator)} * ${rate.scale}`,
      weight: total(denominator),
      rows: count('*'),
    }
  }
  const { sql } = measure
  return { amount: total(sql), weight: count(sql), rows: count(sql) }
}

/** The condition that all that is compared has a value; empty where rows are counted. */
function presenceOf({ measure, rate }: Compared): string {
  if (measure === null) return ''
  if (rate !== null) return `${rate.numerator.sql} IS NOT NULL AND ${rate.denominator.sql} IS NOT NULL`
  return `${measure.sql} IS NOT NULL`
}

/** The same for aggregates, which leave out what is missing by themselves: needed by rates with gaps alone. */
function gapsOf({ rows }: TableSchema, compared: Compared): string {
  const { rate } = compared
  const hasGaps = rate !== null && [rate.numerator, rate.denominator].some(({ filled }) => filled < rows)
  return hasGaps ? presenceOf(compared) : ''
}

/** Different times are counted where rows gather them: the days of a month, the months of a year. */
function timesSql({ native, kind, column }: PeriodAxis): string {
  return native || kind === 'events' ? '1' : `count(DISTINCT ${column.sql})`
}

/** What was compared, by its place in the list that was asked for. */
export interface PeriodTables {
  readonly tables: readonly PeriodTable[]
  /** Variance within each period, over all its rows; empty where groups were asked for. */
  readonly variances: readonly ReadonlyMap<string, number>[]
  /** All rows of each period, whatever they hold; empty where groups were asked for. */
  readonly allRows: ReadonlyMap<string, number>
}

/**
 * All that is compared, by period and the groups of `dimension`, in one scan. `within` are the periods wanted, all by
 * default. Sums are plain here: the numbers that are told come from the evidence query of a statement.
 */
export function readPeriods(
  artefacts: Artefacts,
  schema: TableSchema,
  periods: PeriodAxis,
  asked: readonly Compared[],
  dimension: ColumnProfile | null,
): Promise<PeriodTables> {
  return artefacts.once(`periods:${dimension?.column.name ?? ''}`, async () => {
    const list = asked.flatMap((compared, index) => {
      const conditions = [gapsOf(schema, compared), compared.condition].filter((text) => text !== '').join(' AND ')
      const kept = conditions === '' ? '' : ` FILTER (WHERE ${conditions})`
      const { amount, weight, rows } = partsOf(compared, (value) => `sum(${value})`, kept)
      const spread = dimension === null && compared.measure !== null && compared.rate === null
      return [
        `${amount} AS a${index}`,
        `${weight} AS w${index}`,
        `${rows} AS n${index}`,
        ...(spread ? [`var_samp(${compared.measure.sql})${kept} AS v${index}`] : []),
      ]
    })
    const group = dimension === null ? 'NULL' : dimension.text
    const columns = await artefacts.source.columns(
      `SELECT ${periods.periodSql} AS period, ${group} AS "group", ${timesSql(periods)} AS times, count(*) AS every, ${list.join(', ')}
       FROM ${schema.relation} WHERE ${periods.condition} GROUP BY 1, 2 ORDER BY 1, 2`,
    )
    const { period = [], group: groups = [], times = [], every = [] } = columns
    const tables = asked.map((_, index) => {
      const [amounts, weights, rows] = ['a', 'w', 'n'].map((name) => columns[`${name}${index}`] ?? [])
      return periodTable([period, groups, amounts ?? [], weights ?? [], rows ?? [], times], periods.grain)
    })
    const variances = asked.map((_, index) => numbersOf(periods, period, columns[`v${index}`] ?? []))
    const allRows = dimension === null ? numbersOf(periods, period, every) : new Map<string, number>()
    return { tables, variances, allRows }
  })
}

/** One number a period. */
function numbersOf({ grain }: PeriodAxis, starts: readonly unknown[], values: readonly unknown[]) {
  const ones = starts.map(() => 1)
  const table = periodTable([starts, starts.map(() => null), values, ones, ones, ones], grain)
  return new Map([...table].map(([start, cells]) => [start, cells.get(null)?.amount ?? 0]))
}
