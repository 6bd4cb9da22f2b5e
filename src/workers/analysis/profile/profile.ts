/** Profiles a table: exact counts, statistics, type and role of every column, and a row sample of the numeric ones. */

import type { ColumnStats, ConvertedColumn, ConvertedTable, ProfiledColumn } from '../../../shared/story/table.ts'
import type { WorkContext } from '../../runtime/context.ts'
import type { Steps } from '../../runtime/work-plan.ts'
import type { Dialect } from '../../source/dialect.ts'
import type { NumberArray, TableSource } from '../../source/table-source.ts'
import { categorySql } from '../category-sql.ts'
import type { Additivity } from './additivity.ts'
import { batchesOf, columnsAtOnce } from './batches.ts'
import { classify } from './classify.ts'
import { type Counted, countColumns, isNumeric } from './count-columns.ts'
import { type Top, topsOf, topValues } from './frequencies.ts'
import { type MissingCode, missingCodeOf } from './missing-code.ts'
import { has, identifierWords, nameWords } from './name-words.ts'
import { type NumericStats, numericStats } from './numeric-stats.ts'
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
  /** SQL of the value as text, as it stands in details, locations and parameters; NULL where there is none. */
  readonly text: string
}

export interface TableProfile {
  readonly name: string
  /** The table as it stands behind FROM, and how its engine writes SQL. */
  readonly relation: string
  readonly dialect: Dialect
  readonly rows: number
  readonly converted: ConvertedTable
  readonly columns: readonly ColumnProfile[]
  readonly sample: RowSample
}

/** Beyond so many different texts, frequencies say little and cost much. */
const mostDistinctForTop = 100_000
/** Answers on a scale; more different numbers name things. */
const mostMarks = 12
/** Numeric columns whose sample is kept. */
const sampledColumns = 80

/** The parts a profile is made in; `steps` hears of each. */
export type ProfilePart = 'values' | 'statistics' | 'roles'

export interface ProfileSteps extends Pick<Steps, 'part' | 'within'> {
  begin(part: ProfilePart, note: string): void
}

/**
 * Profiles `table`, which `source` knows by its name. Every count is exact; nothing here is estimated from the
 * sample.
 */
export async function profileTable(
  source: TableSource,
  context: WorkContext,
  table: ConvertedTable,
  steps: ProfileSteps,
): Promise<TableProfile> {
  const { dialect } = source
  const relation = source.relation(table.name)
  steps.begin('values', `${table.name}: counting values`)
  const rows = (await source.row<{ rows: number }>(`SELECT count(*) AS rows FROM ${relation}`)).rows
  const counted = await countColumns(source, relation, table.columns, rows, steps.part)
  const sample = rowSample(rows)
  steps.begin('statistics', `${table.name}: statistics of the columns`)
  const numbers = await numericColumns(source, context, relation, table.columns, counted, rows, sample, steps)
  steps.begin('roles', `${table.name}: types and roles`)
  const columns: ColumnProfile[] = []
  const tops = await frequencies(source, relation, table.columns, counted, numbers, rows, steps)
  for (const [index, converted] of table.columns.entries()) {
    const counts = counted[index]
    if (counts === undefined) throw new Error(`${converted.name} was not counted`)
    const read = numbers.get(index)
    const numeric = read?.stats ?? null
    const distinct = distinctOf(converted, counts, numeric)
    const facts = factsOf(converted, { ...counts, distinct }, numeric, rows)
    const plain = classify(facts)
    const coded = codedMeasure(converted, counts, read?.missingCode ?? null, rows)
    const { type, role, additivity } = coded?.judgement ?? plain
    if (coded !== null) leaveOut(sample, converted.name, coded.code)
    const sql = valueSql(dialect, converted, counts.unfinite, coded?.code ?? null)
    columns.push({
      column: {
        ...converted,
        type,
        role,
        nulls: rows - counts.filled - counts.unfinite,
        distinct,
        stats: statsOf(converted, counts, numeric, tops.get(index) ?? []),
        ...(coded === null ? {} : { missingCode: coded.code }),
      },
      additivity,
      numeric: coded?.others ?? numeric,
      filled: counts.filled - (coded?.count ?? 0),
      sql,
      text: categorySql(dialect, converted, sql),
    })
    if (index % 10 === 9) await context.yieldToEventLoop()
  }
  return { name: table.name, relation, dialect, rows, converted: table, columns: withMeterReading(columns), sample }
}

/**
 * What rises with every date and is all that stands beside it is read off a meter, and no number of the row; unless it
 * counts the rows one by one.
 */
function withMeterReading(columns: readonly ColumnProfile[]): ColumnProfile[] {
  const [reading, ...others] = columns.filter(({ column }) => column.role !== 'time')
  const { column, numeric, filled } = reading ?? {}
  const only = others.length === 0 && columns.length > 1
  if (!only || column?.role !== 'identifier' || numeric === null || numeric === undefined) return [...columns]
  const counts = numeric.max - numeric.min + 1 === filled
  const named = has(nameWords(column.name), identifierWords)
  if (counts || named || !numeric.integers || !numeric.ascending) return [...columns]
  const judged = { ...reading, column: { ...column, type: 'integer', role: 'measure' }, additivity: 'none' } as const
  return columns.map((one) => (one === reading ? { ...one, ...judged } : one))
}

function valueSql(dialect: Dialect, column: ConvertedColumn, unfinite: number, missingCode: number | null): string {
  const name = dialect.identifier(column.name)
  const conditions = [
    ...(unfinite > 0 ? [dialect.isFinite(name)] : []),
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

interface ReadNumbers {
  readonly stats: NumericStats
  readonly missingCode: MissingCode | null
}

async function numericColumns(
  source: TableSource,
  context: WorkContext,
  relation: string,
  columns: readonly ConvertedColumn[],
  counted: readonly Counted[],
  rows: number,
  sample: RowSample,
  steps: ProfileSteps,
): Promise<Map<number, ReadNumbers>> {
  const { dialect } = source
  const found = new Map<number, ReadNumbers>()
  const wanted = [...columns.entries()].filter(
    ([index, column]) => isNumeric(column) && (counted[index]?.filled ?? 0) > 0,
  )
  let arrays: NumberArray[] = []
  for (const batch of batchesOf(wanted, columnsAtOnce(rows, rows > 2_000_000 ? 1 : 4))) {
    const expressions = batch.map(([, column]) => dialect.double(dialect.identifier(column.name)))
    // Of a table that is sampled nothing holds on to whole columns: they are read into the same arrays.
    arrays = await source.numbers(relation, expressions, rows, sample.partial ? arrays : [])
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

function distinctOf(column: ConvertedColumn, counts: Counted, numeric: NumericStats | null): number {
  return isNumeric(column) && !counts.isWide ? (numeric?.distinct ?? 0) : counts.distinct
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

/** By position, the most frequent values of the columns in which they say something. */
async function frequencies(
  source: TableSource,
  relation: string,
  columns: readonly ConvertedColumn[],
  counted: readonly Counted[],
  numbers: ReadonlyMap<number, ReadNumbers>,
  rows: number,
  steps: ProfileSteps,
): Promise<Map<number, Top>> {
  const wanted = [...columns.entries()].filter(([index, column]) => {
    const counts = counted[index]
    return counts !== undefined && hasFrequencies(column, counts, numbers.get(index)?.stats ?? null)
  })
  const list = wanted.map(([, column]) => column)
  const tops = await topsOf(source, relation, list, rows, steps.part)
  for (let other = wanted.length; other < columns.length; other++) steps.part()
  return new Map(wanted.map(([index], at) => [index, tops[at] ?? []]))
}

function hasFrequencies(column: ConvertedColumn, counts: Counted, numeric: NumericStats | null): boolean {
  const distinct = distinctOf(column, counts, numeric)
  if (counts.filled === 0) return false
  if (distinct <= 1) return true
  return column.storage === 'VARCHAR' || column.storage === 'BOOLEAN'
    ? distinct < counts.filled && distinct <= mostDistinctForTop
    : distinct <= topValues || (numeric !== null && numeric.q1 === numeric.q3)
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
