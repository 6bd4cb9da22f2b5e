/** Profiles a table: exact counts, statistics, type and role of every column, and a row sample of the numeric ones. */
import type { ColumnStats, ConvertedColumn, ConvertedTable, ProfiledColumn } from '../../../shared/story/table.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { type Database, quoteIdentifier } from '../../runtime/duckdb/database.ts'
import type { Steps } from '../../runtime/work-plan.ts'
import { categorySql } from '../category-sql.ts'
import { type Additivity, classify } from './classify.ts'
import { type MissingCode, missingCodeOf } from './missing-code.ts'
import { type NumericStats, numericStats } from './numeric-stats.ts'
import { readNumbers } from './read-numbers.ts'
import { type RowSample, rowSample } from './sample.ts'

export interface ColumnProfile {
  readonly column: ProfiledColumn
  readonly additivity: Additivity
  /** Of numeric columns with a finite value. */
  readonly numeric: NumericStats | null
  /** Rows with a value that is a number proper (NaN and infinities are not), or with any value for other columns. */
  readonly filled: number
  /** SQL of the value: the quoted name, or a CASE that leaves out what is not finite, or stands for “missing”. */
  readonly sql: string
}

export interface TableProfile {
  readonly name: string
  readonly rows: number
  readonly converted: ConvertedTable
  readonly columns: readonly ColumnProfile[]
  readonly sample: RowSample
}

/** Most frequent values listed for a column. */
const topValues = 50
/** Beyond so many different texts, frequencies say little and cost much. */
const mostDistinctForTop = 100_000
/** Answers on a scale; more different numbers name things. */
const mostMarks = 12
/** Numeric columns whose sample is kept. */
const sampledColumns = 80

interface Counted {
  readonly filled: number
  readonly unfinite: number
  /** Of columns that are not numeric. */
  readonly distinct: number
  /** True for integers that a double does not hold exactly. */
  readonly wide: boolean
  readonly first: string | null
  readonly last: string | null
  readonly meanLength: number | null
  readonly withSpaces: number | null
}

/** The parts a profile is made in; `steps` hears of each. */
export type ProfilePart = 'values' | 'statistics' | 'roles'

export interface ProfileSteps extends Pick<Steps, 'part' | 'within'> {
  begin(part: ProfilePart, note: string): void
}

/**
 * Profiles `table`, which is a view of its name in `database`. Every count is exact; nothing here is estimated from the
 * sample.
 */
export async function profileTable(
  database: Database,
  context: WorkContext,
  table: ConvertedTable,
  steps: ProfileSteps,
): Promise<TableProfile> {
  const relation = quoteIdentifier(table.name)
  steps.begin('values', `${table.name}: counting values`)
  const rows = (await database.row<{ rows: number }>(`SELECT count(*) AS rows FROM ${relation}`)).rows
  const counted = await countColumns(database, relation, table.columns, steps)
  const sample = rowSample(rows)
  steps.begin('statistics', `${table.name}: statistics of the columns`)
  const numbers = await numericColumns(database, context, relation, table.columns, counted, rows, sample, steps)
  steps.begin('roles', `${table.name}: types and roles`)
  const columns: ColumnProfile[] = []
  for (const [index, converted] of table.columns.entries()) {
    const counts = counted[index]
    if (counts === undefined) throw new Error(`${converted.name} was not counted`)
    const read = numbers.get(index)
    const numeric = read?.stats ?? null
    const distinct = await distinctOf(database, relation, converted, counts, numeric)
    const facts = factsOf(converted, { ...counts, distinct }, numeric, rows)
    const plain = classify(facts)
    const coded = codedMeasure(converted, counts, read?.missingCode ?? null, rows)
    const { type, role, additivity } = coded?.judgement ?? plain
    if (coded !== null) leaveOut(sample, converted.name, coded.code)
    const top = await topOf(database, relation, converted, { ...counts, distinct }, numeric)
    columns.push({
      column: {
        ...converted,
        type,
        role,
        nulls: rows - counts.filled - counts.unfinite,
        distinct,
        stats: statsOf(converted, counts, numeric, top),
        ...(coded === null ? {} : { missingCode: coded.code }),
      },
      additivity,
      numeric: coded?.others ?? numeric,
      filled: counts.filled - (coded?.count ?? 0),
      sql: valueSql(converted, counts.unfinite, coded?.code ?? null),
    })
    steps.part()
    if (index % 10 === 9) await context.yieldToEventLoop()
  }
  return { name: table.name, rows, converted: table, columns, sample }
}

export function isNumeric(column: ConvertedColumn): boolean {
  return column.storage === 'DOUBLE' || column.storage === 'BIGINT'
}

function valueSql(column: ConvertedColumn, unfinite: number, missingCode: number | null): string {
  const name = quoteIdentifier(column.name)
  const conditions = [
    ...(unfinite > 0 ? [`isfinite(${name})`] : []),
    ...(missingCode === null ? [] : [`${name} <> ${missingCode}`]),
  ]
  return conditions.length > 0 ? `(CASE WHEN ${conditions.join(' AND ')} THEN ${name} END)` : name
}

/** A measure or a scale of marks without its code for “missing”; null without one, or where numbers are names. */
function codedMeasure(column: ConvertedColumn, counts: Counted, coded: MissingCode | null, rows: number) {
  if (coded === null) return null
  const { code, count, others } = coded
  const without = { ...counts, filled: counts.filled - count, distinct: others.distinct }
  const judgement = classify(factsOf(column, without, others, rows))
  // Of amounts that can be added up, nothing at all is an amount; among marks from 1 to 5 a 99 is none.
  const isMark = judgement.role === 'dimension' && others.distinct <= mostMarks && Math.abs(code) > 1
  if (!isMark && (judgement.role !== 'measure' || (code === 0 && judgement.additivity !== 'none'))) return null
  return { code, count, others, judgement }
}

function leaveOut(sample: RowSample, name: string, code: number): void {
  const values = sample.columns.get(name)
  if (values !== undefined)
    sample.columns.set(
      name,
      values.map((value) => (value === code ? Number.NaN : value)),
    )
}

/** Distinct counts hash every value of a column: only so many columns at once. */
const columnsPerCount = 8

async function countColumns(
  database: Database,
  relation: string,
  columns: readonly ConvertedColumn[],
  steps: ProfileSteps,
): Promise<Counted[]> {
  const counted: Counted[] = []
  for (let start = 0; start < columns.length; start += columnsPerCount) {
    const batch = columns.slice(start, start + columnsPerCount)
    const list = batch.flatMap((column, index) => {
      const name = quoteIdentifier(column.name)
      const own = [`count(${name}) AS c${index}`]
      // Numbers are counted in memory, where that is several times as fast.
      if (!isNumeric(column)) own.push(`count(DISTINCT ${name}) AS d${index}`)
      if (column.storage === 'BIGINT') own.push(`max(abs(${name}::HUGEINT)) > ${Number.MAX_SAFE_INTEGER} AS w${index}`)
      if (column.storage === 'DOUBLE') own.push(`count_if(NOT isfinite(${name})) AS u${index}`)
      if (column.storage === 'VARCHAR') {
        own.push(`avg(length(${name})) AS l${index}`, `count_if(contains(${name}, ' ')) AS s${index}`)
      }
      const pattern = column.storage === 'DATE' ? "'%Y-%m-%d'" : "'%Y-%m-%dT%H:%M:%S'"
      if (column.storage === 'DATE' || column.storage === 'TIMESTAMP') {
        own.push(`strftime(min(${name}), ${pattern}) AS f${index}`, `strftime(max(${name}), ${pattern}) AS t${index}`)
      }
      return own
    })
    const row = await database.row<Record<string, number | string | boolean | null>>(
      `SELECT ${list.join(', ')} FROM ${relation}`,
    )
    for (const index of batch.keys()) {
      const unfinite = Number(row[`u${index}`] ?? 0)
      counted.push({
        filled: Number(row[`c${index}`] ?? 0) - unfinite,
        unfinite,
        distinct: Number(row[`d${index}`] ?? 0),
        wide: Boolean(row[`w${index}`]),
        first: (row[`f${index}`] ?? null) as string | null,
        last: (row[`t${index}`] ?? null) as string | null,
        meanLength: (row[`l${index}`] ?? null) as number | null,
        withSpaces: (row[`s${index}`] ?? null) as number | null,
      })
      steps.part()
    }
  }
  return counted
}

interface ReadNumbers {
  readonly stats: NumericStats
  readonly missingCode: MissingCode | null
}

async function numericColumns(
  database: Database,
  context: WorkContext,
  relation: string,
  columns: readonly ConvertedColumn[],
  counted: readonly Counted[],
  rows: number,
  sample: RowSample,
  steps: ProfileSteps,
): Promise<Map<number, ReadNumbers>> {
  const found = new Map<number, ReadNumbers>()
  const wanted = [...columns.entries()].filter(
    ([index, column]) => isNumeric(column) && (counted[index]?.filled ?? 0) > 0,
  )
  const atOnce = rows > 2_000_000 ? 1 : 4
  for (let start = 0; start < wanted.length; start += atOnce) {
    const batch = wanted.slice(start, start + atOnce)
    const expressions = batch.map(([, column]) => `CAST(${quoteIdentifier(column.name)} AS DOUBLE)`)
    const arrays = await readNumbers(database, context, relation, expressions, rows)
    for (const [position, [index, column]] of batch.entries()) {
      const values = arrays[position]
      if (values === undefined) continue
      const stats = numericStats(values)
      if (stats !== null) found.set(index, { stats, missingCode: missingCodeOf(values, stats) })
      if (sample.columns.size < sampledColumns) sample.columns.set(column.name, sample.take(values))
      steps.part()
      await context.yieldToEventLoop()
    }
  }
  return found
}

async function distinctOf(
  database: Database,
  relation: string,
  column: ConvertedColumn,
  counts: Counted,
  numeric: NumericStats | null,
): Promise<number> {
  if (!isNumeric(column)) return counts.distinct
  if (!counts.wide) return numeric?.distinct ?? 0
  const name = quoteIdentifier(column.name)
  return (await database.row<{ n: number }>(`SELECT count(DISTINCT ${name}) AS n FROM ${relation}`)).n
}

function factsOf(column: ConvertedColumn, counts: Counted, numeric: NumericStats | null, rows: number) {
  return {
    name: column.name,
    storage: column.storage,
    format: column.format,
    rows,
    filled: counts.filled,
    distinct: counts.distinct,
    ...(numeric ? { numeric } : {}),
    ...(counts.meanLength !== null
      ? { text: { meanLength: counts.meanLength, withSpaces: counts.withSpaces ?? 0 } }
      : {}),
  }
}

type Top = { value: string; count: number }[]

async function topOf(
  database: Database,
  relation: string,
  column: ConvertedColumn,
  counts: Counted,
  numeric: NumericStats | null,
): Promise<Top> {
  const { distinct, filled } = counts
  if (filled === 0) return []
  const worth =
    column.storage === 'VARCHAR' || column.storage === 'BOOLEAN'
      ? distinct < filled && distinct <= mostDistinctForTop
      : distinct <= topValues || (numeric !== null && numeric.q1 === numeric.q3)
  if (!worth && distinct > 1) return []
  const name = quoteIdentifier(column.name)
  return database.rows<{ value: string; count: number }>(
    `SELECT ${categorySql(column)} AS value, count(*) AS count FROM ${relation} WHERE ${name} IS NOT NULL
     GROUP BY ${name} ORDER BY count DESC, ${name} LIMIT ${topValues}`,
  )
}

function statsOf(column: ConvertedColumn, counts: Counted, numeric: NumericStats | null, top: Top): ColumnStats {
  const frequencies = top.length > 0 ? { top } : {}
  if (column.storage === 'DATE' || column.storage === 'TIMESTAMP') {
    return { min: counts.first, max: counts.last, ...frequencies }
  }
  if (!isNumeric(column)) return frequencies
  return {
    min: numeric?.min ?? null,
    max: numeric?.max ?? null,
    mean: numeric?.mean ?? null,
    sd: numeric?.sd ?? null,
    median: numeric?.median ?? null,
    q1: numeric?.q1 ?? null,
    q3: numeric?.q3 ?? null,
    skewness: numeric?.skewness ?? null,
    kurtosis: numeric?.kurtosis ?? null,
    zeros: numeric?.zeros ?? null,
    lag1: numeric?.lag1 ?? null,
    ...frequencies,
  }
}
