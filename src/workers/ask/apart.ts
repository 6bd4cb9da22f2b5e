/** In which columns some rows differ from all others: shares of values, and averages of measures. */
import type { Amount, QuestionOf } from '../../shared/ask/question.ts'
import { type Condition, columnsIn } from '../../shared/story/condition.ts'
import { asThisCell } from '../../shared/story/mark/cell-condition.ts'
import type { ProfiledColumn, ProfiledTable } from '../../shared/story/table.ts'
import { twoProportionTest } from '../analysis/statistics/two-proportion-test.ts'
import { type GroupSummary, welchAnova } from '../analysis/statistics/welch-anova.ts'
import type { TableSource } from '../source/table-source.ts'
import { type Asking, rowValueSql, whereSql } from './sql.ts'

/** A column in which the rows differ from the others. */
export interface Difference {
  readonly amount: Amount
  /** Of the share or of the average, without an unit: how far apart the two are. */
  readonly size: number
  /** Two-sided, of this test alone; null where the rows allow no test. */
  readonly p: number | null
}

export interface Differences {
  /** Every difference that was looked at, and tested where the rows allow it. */
  readonly all: readonly Difference[]
  /** Columns looked at, and how many there would have been. */
  readonly columns: number
  readonly of: number
}

/** Columns looked at for one mark, so that a wide table is answered in the time of a narrow one. */
const mostColumns = 40
/** Values of a column that are tested, the commonest first. */
const mostValues = 100
/** Fewer rows on a side say nothing of its average. */
const fewestRows = 5

type Explained = Pick<QuestionOf<'explain'>, 'where' | 'mark'>

/** A test takes each row for a witness of its own: not so of a whole population, or of rows that belong together. */
export function allowsTests({ declared }: Pick<ProfiledTable, 'declared'>): boolean {
  return declared?.rows !== 'population' && typeof declared?.rowsOf !== 'string'
}

export async function differencesOf(source: TableSource, asking: Asking, question: Explained): Promise<Differences> {
  const own = new Set(columnsIn(question.mark))
  const kept = asking.table.columns.filter((column) => !own.has(column.name) && isComparable(column))
  const columns = kept.slice(0, mostColumns)
  const all: Difference[] = []
  for (const column of columns) {
    if (column.role === 'measure') all.push(...(await averagesApart(source, asking, question, column)))
    else if (!(await followsFrom(source, asking, question, column.name)))
      all.push(...(await sharesApart(source, asking, question, column)))
  }
  return { all, columns: columns.length, of: kept.length }
}

function isComparable({ role, distinct, missingCode, nulls }: ProfiledColumn): boolean {
  if (distinct < 2) return false
  return role === 'measure' ? distinct - (missingCode === undefined ? 0 : 1) > 1 || nulls > 0 : role === 'dimension'
}

function isMarkSql(asking: Asking, mark: Condition): string {
  return `coalesce(${whereSql(asking, mark)}, false)`
}

async function averagesApart(
  source: TableSource,
  asking: Asking,
  { where, mark }: Explained,
  { name }: ProfiledColumn,
): Promise<Difference[]> {
  const amount = { kind: 'column', column: name, aggregate: 'mean' } as const
  const value = rowValueSql(asking, amount) ?? ''
  const {
    n = [],
    mean = [],
    variance = [],
  } = await source.columns(
    `SELECT ${isMarkSql(asking, mark)} AS own, count(${value}) AS n, ${asking.dialect.mean(value)} AS mean, var_samp(${value}) AS variance FROM ${asking.relation} WHERE (${whereSql(asking, where)}) AND ${value} IS NOT NULL GROUP BY 1 ORDER BY 1`,
  )
  const sides = n.flatMap((count, index): GroupSummary[] => {
    const [center, spread] = [mean[index], variance[index]]
    const isKnown = typeof center === 'number' && typeof spread === 'number'
    return isKnown && Number(count) >= fewestRows ? [{ n: Number(count), mean: center, variance: spread }] : []
  })
  const [one, other] = sides
  if (one === undefined || other === undefined) return []
  const deviation = Math.sqrt((one.variance + other.variance) / 2)
  if (!(deviation > 0)) return []
  const size = Math.abs(one.mean - other.mean) / deviation
  if (!allowsTests(asking.table)) return [{ amount, size, p: null }]
  const test = welchAnova(sides)
  return test === null ? [] : [{ amount, size, p: test.p }]
}

async function sharesApart(
  source: TableSource,
  asking: Asking,
  { where, mark }: Explained,
  column: ProfiledColumn,
): Promise<Difference[]> {
  const own = asking.dialect.identifier(column.name)
  const isMark = isMarkSql(asking, mark)
  const found = await source.columns(
    `SELECT ${asking.dialect.asText(own)} AS value, count(*) FILTER (WHERE ${isMark}) AS inside, count(*) FILTER (WHERE NOT ${isMark}) AS outside FROM ${asking.relation} WHERE (${whereSql(asking, where)}) AND ${own} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1`,
  )
  const { value = [] } = found
  const [inside, outside] = [found.inside ?? [], found.outside ?? []].map((counts) => counts.map(Number))
  const total = (counts: readonly number[] = []): number => counts.reduce((sum, count) => sum + count, 0)
  const [allInside, allOutside] = [total(inside), total(outside)]
  if (allInside < fewestRows || allOutside < fewestRows) return []
  // Of two values, the share of one says that of the other.
  const tried = value.slice(0, value.length === 2 ? 1 : mostValues)
  return tried.flatMap((name, index): Difference[] => {
    const [here, elsewhere] = [inside?.[index] ?? 0, outside?.[index] ?? 0]
    const of = asThisCell(column.name, storedValue(column, String(name)), false, column.format)
    const [share, rest] = [here / allInside, elsewhere / allOutside]
    // Cohen's h: shares near none and near all are further apart than they look.
    const size = Math.abs(2 * Math.asin(Math.sqrt(share)) - 2 * Math.asin(Math.sqrt(rest)))
    const amount = { kind: 'share', of } as const
    if (!allowsTests(asking.table)) return [{ amount, size, p: null }]
    const test = twoProportionTest({ successes: here, n: allInside }, { successes: elsewhere, n: allOutside })
    return test === null ? [] : [{ amount, size, p: test.p }]
  })
}

/** A value as it is stored, from its text. */
function storedValue({ storage }: ProfiledColumn, text: string): string | number | boolean {
  if (storage === 'BOOLEAN') return text === 'true'
  return storage === 'BIGINT' || storage === 'DOUBLE' ? Number(text) : text
}

/** Whether a column says nothing new of a row once the column of the mark is known: a continent, of a country. */
async function followsFrom(
  source: TableSource,
  asking: Asking,
  { mark, where }: Explained,
  name: string,
): Promise<boolean> {
  const [only, ...others] = columnsIn(mark)
  const column = asking.table.columns.find((one) => one.name === only)
  if (column === undefined || others.length > 0 || column.role === 'measure' || column.role === 'time') return false
  const [own, other] = [asking.dialect.identifier(column.name), asking.dialect.identifier(name)]
  const { n } = await source.row<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT ${own} FROM ${asking.relation} WHERE (${whereSql(asking, where)}) AND ${own} IS NOT NULL GROUP BY 1 HAVING count(DISTINCT ${other}) > 1) AS several`,
  )
  return n === 0
}
