/** What is compared between periods, and the queries it is read by. */
import type { Artefacts } from '../../../analysis/artefacts.ts'
import { type PeriodForm, type PeriodTable, periodTable } from '../../../analysis/derive/period-change.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import { groupText, type Measure, type TableSchema } from '../../../analysis/schema.ts'
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
  const { amount, weight, rows, present } = partsOf(compared)
  const group = dimension === null ? 'NULL' : groupText(dimension)
  const conditions = [periods.condition, present, compared.condition].filter((text) => text !== '').join(' AND ')
  return `SELECT ${periods.periodSql} AS period, ${group} AS "group", ${amount} AS amount, ${weight} AS weight, ${rows} AS rows, ${timesSql(periods)} AS times
FROM ${schema.relation} WHERE ${conditions} GROUP BY 1, 2 ORDER BY 1, 2`
}

function partsOf({ measure, rate }: Compared) {
  if (measure === null) return { amount: 'count(*)', weight: 'count(*)', rows: 'count(*)', present: '' }
  if (rate !== null) {
    const [numerator, denominator] = [rate.numerator.sql, rate.denominator.sql]
    return {
      amount: rate.scale === 1 ? `fsum(${numerator})` : `fsum(${numerator}) * ${rate.scale}`,
      weight: `fsum(${denominator})`,
      rows: 'count(*)',
      present: `${numerator} IS NOT NULL AND ${denominator} IS NOT NULL`,
    }
  }
  const { sql } = measure
  return { amount: `fsum(${sql})`, weight: `count(${sql})`, rows: `count(${sql})`, present: `${sql} IS NOT NULL` }
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
      const { amount, weight, rows, present } = partsOf(compared)
      const conditions = [present, compared.condition].filter((text) => text !== '').join(' AND ')
      const kept = conditions === '' ? '' : ` FILTER (${conditions})`
      const filtered = (sql: string): string => sql.replace(/^fsum\(/, 'sum(').replace(/\)( \* \d+)?$/, `)${kept}$1`)
      const spread = dimension === null && compared.measure !== null && compared.rate === null
      return [
        `${filtered(amount)} AS a${index}`,
        `${filtered(weight)} AS w${index}`,
        `${filtered(rows)} AS n${index}`,
        ...(spread ? [`var_samp(${compared.measure.sql})${kept} AS v${index}`] : []),
      ]
    })
    const group = dimension === null ? 'NULL' : groupText(dimension)
    const columns = await artefacts.database.columns(
      `SELECT ${periods.periodSql} AS period, ${group} AS "group", ${timesSql(periods)} AS times, ${list.join(', ')}
       FROM ${schema.relation} WHERE ${periods.condition} GROUP BY 1, 2 ORDER BY 1, 2`,
    )
    const { period = [], group: groups = [], times = [] } = columns
    const tables = asked.map((_, index) => {
      const [amounts, weights, rows] = ['a', 'w', 'n'].map((name) => columns[`${name}${index}`] ?? [])
      return periodTable([period, groups, amounts ?? [], weights ?? [], rows ?? [], times], periods.grain)
    })
    const variances = asked.map((_, index) => variancesOf(periods, period, columns[`v${index}`] ?? []))
    return { tables, variances }
  })
}

function variancesOf({ grain }: PeriodAxis, starts: readonly unknown[], values: readonly unknown[]) {
  const ones = starts.map(() => 1)
  const table = periodTable([starts, starts.map(() => null), values, ones, ones, ones], grain)
  return new Map([...table].map(([start, cells]) => [start, cells.get(null)?.amount ?? 0]))
}
