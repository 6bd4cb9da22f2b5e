/** Rows that came, went, stayed and were revised: by a key where there is one, else by all their values. */
import type { Scalar } from '../../shared/story/insight.ts'
import { asScalar } from '../story/verify/compare.ts'
import type { ColumnPair, PairedColumns } from './pair-columns.ts'
import type { TablePair } from './pair-tables.ts'
import { type Asked, comparable, countsOf, relationOf, rowsOf, sides } from './sides.ts'

export interface RevisedColumn {
  readonly pair: ColumnPair
  readonly rows: number
  readonly sql: string
  readonly examples: readonly { readonly key: string[]; readonly before: Scalar; readonly after: Scalar }[]
}

export interface RowChanges {
  readonly by: 'key' | 'values'
  readonly key: readonly ColumnPair[]
  readonly before: number
  readonly after: number
  readonly kept: number
  readonly added: number
  readonly gone: number
  /** Null where rows are not known by a key: one that was revised is one that went and one that came. */
  readonly revised: number | null
  /** The query that counted them. */
  readonly sql: string
  readonly columns: readonly RevisedColumn[]
}

const mostExamples = 3
const mostColumnsShown = 12
/**
 * A running number is a key of each version and says nothing of which rows are the same. Then most rows seem revised,
 * and in most of their columns.
 */
const mostRevisedRows = 0.5
const mostRevisedColumns = 0.5

const bothThere = 'b.there = 1 AND a.there = 1'

export function joined(asked: Asked, tables: TablePair, columns: readonly ColumnPair[], keys: number): string {
  const rows = (side: 'before' | 'after'): string => rowsOf(asked.dialect, tables, columns, side)
  const on = Array.from({ length: keys }, (_, at) => `b.c${at} = a.c${at}`)
  return `${rows('before')} b FULL JOIN ${rows('after')} a ON ${on.join(' AND ')}`
}

/** Null where the key turns out to be none of the things the rows are about. */
export async function changesByKey(
  asked: Asked,
  tables: TablePair,
  { pairs }: PairedColumns,
  key: readonly ColumnPair[],
): Promise<RowChanges | null> {
  const others = pairs.filter((pair) => !key.includes(pair))
  const columns = [...key, ...others]
  const from = joined(asked, tables, columns, key.length)
  const differs = others.map((_pair, at) => `b.c${key.length + at} IS DISTINCT FROM a.c${key.length + at}`)
  const anyDiffers = differs.length === 0 ? '1 = 0' : differs.join(' OR ')
  const sql = `SELECT count(b.there) AS rows_before, count(a.there) AS rows_after, count(*) FILTER (WHERE ${bothThere}) AS kept, count(*) FILTER (WHERE b.there IS NULL) AS added, count(*) FILTER (WHERE a.there IS NULL) AS gone, count(*) FILTER (WHERE ${bothThere} AND (${anyDiffers})) AS revised FROM ${from}`
  const counts = await countsOf(asked, sql, ['rows_before', 'rows_after', 'kept', 'added', 'gone', 'revised'])
  const revised = await revisedColumns(asked, from, others, differs, counts.revised)
  const isOfOthers =
    counts.revised > mostRevisedRows * counts.kept &&
    revised.filter(({ rows }) => rows > mostRevisedRows * counts.kept).length > mostRevisedColumns * others.length
  if (isOfOthers && others.length > 1) return null
  const shown = revised.toSorted((one, other) => other.rows - one.rows).slice(0, mostColumnsShown)
  const examples = await Promise.all(shown.map((column) => examplesOf(asked, from, key, column)))
  const { rows_before: before, rows_after: after } = counts
  return {
    ...{ by: 'key', key, before, after, sql },
    ...{ kept: counts.kept, added: counts.added, gone: counts.gone, revised: counts.revised },
    columns: shown.map((column, at) => ({
      pair: column.pair,
      rows: column.rows,
      sql: `SELECT count(*) FILTER (WHERE ${column.differs}) AS revised, count(*) AS kept FROM ${from} WHERE ${bothThere}`,
      examples: examples[at] ?? [],
    })),
  }
}

interface Differing {
  readonly pair: ColumnPair
  readonly differs: string
  readonly rows: number
}

async function revisedColumns(
  asked: Asked,
  from: string,
  others: readonly ColumnPair[],
  differs: readonly string[],
  revised: number,
): Promise<Differing[]> {
  if (revised === 0) return []
  const counted = differs.map((one, at) => `count(*) FILTER (WHERE ${one}) AS n${at}`)
  const found = await asked.columns(`SELECT ${counted.join(', ')} FROM ${from} WHERE ${bothThere}`)
  return others.flatMap((pair, at) => {
    const rows = Number(found[`n${at}`]?.[0] ?? 0)
    return rows === 0 ? [] : [{ pair, differs: differs[at] ?? '', rows }]
  })
}

async function examplesOf(
  asked: Asked,
  from: string,
  key: readonly ColumnPair[],
  { differs, pair }: Differing,
): Promise<{ key: string[]; before: Scalar; after: Scalar }[]> {
  const at = /c\d+/u.exec(differs)?.[0] ?? 'c0'
  const keys = key.map((_pair, place) => `${asked.dialect.asText(`a.c${place}`)} AS k${place}`)
  const order = key.map((_pair, place) => `a.c${place}`).join(', ')
  const asShown = (side: string): string =>
    pair.after.role === 'time' ? asked.dialect.asText(`${side}.${at}`) : `${side}.${at}`
  const found = await asked.columns(
    `SELECT ${keys.join(', ')}, ${asShown('b')} AS was, ${asShown('a')} AS is_now FROM ${from} WHERE ${bothThere} AND ${differs} ORDER BY ${order} LIMIT ${mostExamples}`,
  )
  return (found.was ?? []).map((was, row) => ({
    key: key.map((_pair, place) => String(found[`k${place}`]?.[row] ?? '')),
    before: asScalar(was),
    after: asScalar(found.is_now?.[row]),
  }))
}

/** As bags of rows: a row that is there twice and then once has gone once. Over the columns that both have. */
export async function changesByValues(asked: Asked, tables: TablePair, { pairs }: PairedColumns): Promise<RowChanges> {
  const [before, after] = sides.map((side) => {
    const values = pairs.map((pair, at) => `${comparable(asked.dialect, pair, side)} AS c${at}`)
    return `SELECT ${values.join(', ')} FROM ${relationOf(asked.dialect, tables, side)}`
  })
  const count = (rows: string): string => `(SELECT count(*) FROM (${rows}))`
  const inside = `SELECT ${count(`${before}`)} AS rows_before, ${count(`${after}`)} AS rows_after, ${count(`${after} EXCEPT ALL ${before}`)} AS added, ${count(`${before} EXCEPT ALL ${after}`)} AS gone`
  const sql = `SELECT *, rows_before - gone AS kept FROM (${inside})`
  const counts = await countsOf(asked, sql, ['rows_before', 'rows_after', 'kept', 'added', 'gone'])
  const { rows_before, rows_after, kept, added, gone } = counts
  return {
    by: 'values',
    key: [],
    before: rows_before,
    after: rows_after,
    kept,
    added,
    gone,
    revised: null,
    sql,
    columns: [],
  }
}
