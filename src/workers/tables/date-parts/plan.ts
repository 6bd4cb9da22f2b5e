/** Whether a table has the parts of its dates in columns of their own: a year, a month and, maybe, a day. */
import { type DatePart, datePartNamed } from '../../../shared/format/date-part-names.ts'
import { bareName, commonestLanguages, monthsOf } from '../../../shared/format/month-names.ts'
import type { ConvertedColumn } from '../../../shared/story/table.ts'
import { type Database, quoteIdentifier, quoteText } from '../../runtime/duckdb/database.ts'
import type { ReadTable } from '../read-table.ts'

export interface DatePartsPlan {
  /** Year, month and, where there is one, day, as they are called in the table. */
  readonly parts: readonly string[]
  readonly grain: 'month' | 'day'
  /** The date as SQL, of the first of its month where there is no day; NULL where the parts name no day there is. */
  readonly sql: string
}

const [firstYear, lastYear] = [1700, 2100]
/** Of the rows: parts that are missing or name no day there is. */
const mostWithoutDate = 0.01
/** Fewer are no course over time. */
const fewestDates = 4
/** Days that never go beyond are those of a week. */
const daysOfWeek = 7
/** Spellings of months: full and short, in two cases. */
const mostSpellings = 48

/** `file`: of the table, absolute. Null where it has a time already, or no parts of one. */
export async function planDateParts(database: Database, table: ReadTable, file: string): Promise<DatePartsPlan | null> {
  const [year, month, day] = partsOf(table.columns)
  if (year === undefined || month === undefined) return null
  const relation = `read_parquet(${quoteText(file)})`
  const monthSql = await monthNumber(database, relation, month)
  if (monthSql === null) return null
  const yearSql = quoteIdentifier(year.name)
  const daySql = day === undefined ? '1' : quoteIdentifier(day.name)
  const sql = `CASE WHEN ${yearSql} BETWEEN ${firstYear} AND ${lastYear} THEN TRY(make_date(${yearSql}, ${monthSql}, ${daySql})) END`
  const { rows, dated, dates, highest } = await database.row<Record<'rows' | 'dated' | 'dates' | 'highest', number>>(
    `SELECT count(*)::INTEGER AS rows, count(${sql})::INTEGER AS dated, count(DISTINCT ${sql})::INTEGER AS dates, coalesce(max(${daySql}), 0)::INTEGER AS highest FROM ${relation}`,
  )
  if (dates < fewestDates || dated < (1 - mostWithoutDate) * rows) return null
  if (day !== undefined && highest <= daysOfWeek) return null
  const parts = [year, month, ...(day === undefined ? [] : [day])].map(({ name }) => name)
  return { parts, grain: day === undefined ? 'month' : 'day', sql }
}

/** Whether the names alone leave it open: nothing is read for other tables. */
export function couldHaveDateParts({ columns }: ReadTable): boolean {
  const [year, month] = partsOf(columns)
  return year !== undefined && month !== undefined
}

function partsOf(columns: readonly ConvertedColumn[]): readonly (ConvertedColumn | undefined)[] {
  if (columns.some(({ storage }) => storage === 'DATE' || storage === 'TIMESTAMP')) return []
  const called = (part: DatePart): readonly ConvertedColumn[] =>
    columns.filter(({ name }) => datePartNamed(name) === part)
  const [years, months, days] = [called('year'), called('month'), called('day')]
  const isNumber = ({ storage }: ConvertedColumn): boolean => storage === 'BIGINT'
  // Two of a kind, or a day that is no number, leave open which day it is.
  if (years.length !== 1 || months.length !== 1 || days.length > 1 || !days.every(isNumber)) return []
  if (!years.every(isNumber) || !months.every((one) => isNumber(one) || one.storage === 'VARCHAR')) return []
  return [years[0], months[0], days[0]]
}

/** The number of the month as SQL; null where its texts are no names of months in one language. */
async function monthNumber(database: Database, relation: string, month: ConvertedColumn): Promise<string | null> {
  const column = quoteIdentifier(month.name)
  if (month.storage === 'BIGINT') return column
  const found = await database.rows<{ text: string }>(
    `SELECT DISTINCT ${column} AS text FROM ${relation} WHERE ${column} IS NOT NULL ORDER BY 1 LIMIT ${mostSpellings + 1}`,
  )
  const texts = found.map(({ text }) => text)
  if (texts.length === 0 || texts.length > mostSpellings) return null
  const language = commonestLanguages.find((one) => texts.every((text) => monthsOf(one).has(bareName(text.trim()))))
  if (language === undefined) return null
  const cases = texts.map((text) => `WHEN ${quoteText(text)} THEN ${monthsOf(language).get(bareName(text.trim()))}`)
  return `(CASE ${column} ${cases.join(' ')} END)`
}
