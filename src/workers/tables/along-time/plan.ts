/** Whether a table has its periods side by side, one column each, and what the other columns are then. */

import { datePartNamed } from '../../../shared/format/date-part-names.ts'
import type { ConvertedColumn } from '../../../shared/story/table.ts'
import { type Database, quoteIdentifier, quoteText } from '../../runtime/duckdb/database.ts'
import type { ReadTable } from '../read-table.ts'
import { fewestPeriods, type Grain, monthHeadings, type PeriodName, periodName, timeHeadings } from './time-headings.ts'

export interface AlongTimePlan {
  readonly grain: Grain
  /** The columns that stand side by side, each with the value of its period as SQL. */
  readonly periods: readonly { readonly column: ConvertedColumn; readonly sql: string }[]
  /** Kept with every period. */
  readonly labels: readonly ConvertedColumn[]
  /** Totals or means of the periods: what they say is in the periods themselves. */
  readonly sums: readonly ConvertedColumn[]
  /** The column of years that became part of the period; null where the headings have their own. */
  readonly years: ConvertedColumn | null
}

/** Beyond them a table is a matrix rather than a report, and its rows times its columns are too many. */
const mostPeriods = 2_000
const mostCells = 50_000_000
/** Numbers by such a name are names themselves. */
const codeName = /(?:^|[\s_-])(?:id|code|key|no|nr|num|number|rank|zip|plz|fips|iso|index)$|^#$/iu

/** `file`: of the table, absolute. Null where it is to be told as it stands. */
export async function planAlongTime(database: Database, table: ReadTable, file: string): Promise<AlongTimePlan | null> {
  const run = longestRun(table.columns, table.columns.some(isYears))
  if (run === null || run.length > mostPeriods || table.rows * run.length > mostCells) return null
  const names = run.map(({ name }) => name)
  const others = table.columns.filter((column) => !run.includes(column))
  if (others.length === 0 || others.some(({ storage }) => storage === 'DATE' || storage === 'TIMESTAMP')) return null
  const headings = timeHeadings(names)
  if (headings !== null) {
    const sql = headings.values.map((value) =>
      headings.grain === 'year' && value < 10_000 ? String(value) : dateOf(value),
    )
    const periods = run.map((column, index) => ({ column, sql: sql[index] ?? 'NULL' }))
    return withOthers(database, file, { grain: headings.grain, periods, years: null }, others)
  }
  const months = monthHeadings(names)
  const years = others.find(isYears)
  if (months === null || years === undefined || !(await holdsYears(database, file, years))) return null
  const year = quoteIdentifier(years.name)
  const periods = run.map((column, index) => ({ column, sql: `make_date(${year}, ${months[index] ?? 1}, 1)` }))
  const rest = others.filter((column) => column !== years)
  return withOthers(database, file, { grain: 'month', periods, years }, rest)
}

/** Null where a number that is no sum of the periods would have to stand beside every one of them. */
async function withOthers(
  database: Database,
  file: string,
  plan: Pick<AlongTimePlan, 'grain' | 'periods' | 'years'>,
  others: readonly ConvertedColumn[],
): Promise<AlongTimePlan | null> {
  const labels: ConvertedColumn[] = []
  const sums: ConvertedColumn[] = []
  for (const column of others) {
    if (!isNumber(column) || codeName.test(column.name.trim())) labels.push(column)
    else if (
      await isSumOrMean(
        database,
        file,
        column,
        plan.periods.map((period) => period.column),
      )
    )
      sums.push(column)
    else return null
  }
  return { ...plan, labels, sums }
}

/** Whether a table is worth a look at its values. */
export function couldBeAlongTime({ columns }: ReadTable): boolean {
  const monthsToo = columns.some(isYears)
  const periods = columns.filter((column) => isNumber(column) && periodName(column.name, monthsToo) !== null)
  return periods.length >= fewestPeriods
}

function isYears({ name, storage }: ConvertedColumn): boolean {
  return storage === 'BIGINT' && datePartNamed(name) === 'year'
}

function isNumber({ storage }: ConvertedColumn): boolean {
  return storage === 'DOUBLE' || storage === 'BIGINT'
}

/** The longest stretch of number columns whose names could be periods of one kind. */
function longestRun(columns: readonly ConvertedColumn[], monthsToo: boolean): ConvertedColumn[] | null {
  let best: ConvertedColumn[] = []
  let run: ConvertedColumn[] = []
  let before: PeriodName | null = null
  for (const column of columns) {
    const kind = isNumber(column) ? periodName(column.name, monthsToo) : null
    if (kind === null) run = []
    else if (kind === before) run.push(column)
    else run = [column]
    before = kind
    if (run.length > best.length) best = run
  }
  return best.length < fewestPeriods ? null : best
}

async function isSumOrMean(
  database: Database,
  file: string,
  column: ConvertedColumn,
  periods: readonly ConvertedColumn[],
): Promise<boolean> {
  const list = periods.map(({ name }) => quoteIdentifier(name))
  const own = quoteIdentifier(column.name)
  const sum = `list_sum([${list.join(', ')}]::DOUBLE[])`
  const mean = `list_avg([${list.join(', ')}]::DOUBLE[])`
  const { rows, sums, means } = await database.row<{ rows: number; sums: number; means: number }>(
    `SELECT count(${own})::DOUBLE AS rows,
            (count(*) FILTER (abs(${own} - ${sum}) <= 1e-6 * greatest(1, abs(${own}))))::DOUBLE AS sums,
            (count(*) FILTER (abs(${own} - ${mean}) <= 0.006 * greatest(1, abs(${own}))))::DOUBLE AS means
     FROM read_parquet(${quoteText(file)})`,
  )
  return rows > 0 && (sums === rows || means === rows)
}

async function holdsYears(database: Database, file: string, { name }: ConvertedColumn): Promise<boolean> {
  const own = quoteIdentifier(name)
  const { least, most, missing } = await database.row<{ least: number; most: number; missing: number }>(
    `SELECT min(${own})::DOUBLE AS least, max(${own})::DOUBLE AS most, (count(*) - count(${own}))::DOUBLE AS missing
     FROM read_parquet(${quoteText(file)})`,
  )
  return missing === 0 && least >= 1500 && most < 2200
}

function dateOf(milliseconds: number): string {
  return `DATE '${new Date(milliseconds).toISOString().slice(0, 10)}'`
}
