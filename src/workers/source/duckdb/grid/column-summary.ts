/** What a column holds in the rows of a filter: how much is missing, its range and shape, its commonest values. */
import type { GridBin, GridColumn, GridFilter } from '../../../../shared/contract/grid.ts'
import type { Scalar } from '../../../../shared/story/insight.ts'
import { containsSql } from '../../condition-sql.ts'
import { filterSql, type GridSqlColumn } from '../../grid-sql.ts'
import { duckdbDialect } from '../dialect.ts'
import { exactRows } from '../exact-rows.ts'
import { columnOf, type GridTable } from './grid-table.ts'

const mostBins = 24
/** Beyond, an exact median takes longer than a look at a column may. */
const mostForMedian = 2_000_000
/** Up to so many different values (as estimated) they are counted exactly, and the commonest are looked for. */
const mostForExact = 10_000
const mostForCommon = 200_000

export interface ColumnQuestion {
  readonly filter: GridFilter
  readonly column: string
  readonly values: number
  readonly holding: string
}

export async function columnSummary(
  table: GridTable,
  { filter, column: name, values, holding }: ColumnQuestion,
): Promise<GridColumn> {
  const own = columnOf(table, name)
  const column = table.source.table.columns.find((one) => one.name === name)
  if (column === undefined) throw new RangeError(`No column ${name}`)
  const where = filterSql(duckdbDialect, filter, table.source.table.columns)
  const rows = `(SELECT ${own} FROM ${table.relation}${where === null ? '' : ` WHERE ${where}`})`
  const basic = await basics(table, rows, own, column)
  const filled = basic.rows - basic.missing
  const isFew = basic.distinct <= mostForExact
  // An estimate may come out above the number of values there are.
  const distinct = isFew ? await countDistinct(table, rows, own) : Math.min(basic.distinct, filled)
  const median =
    basic.mean !== null && filled <= mostForMedian
      ? (
          await table.database.row<{ median: number | null }>(
            `SELECT median(${own}) AS median FROM ${rows} WHERE ${finite(column, own)}`,
          )
        ).median
      : null
  const bins = await histogram(table, rows, own, column)
  const looksForCommon = values > 0 && (distinct <= mostForCommon || holding !== '')
  const common = looksForCommon ? await commonest(table, rows, column, values, holding) : []
  return { ...basic, distinct, isDistinctExact: isFew, median, bins, common }
}

type Basics = Pick<GridColumn, 'rows' | 'missing' | 'distinct' | 'least' | 'most' | 'mean'>

async function basics(table: GridTable, rows: string, own: string, column: GridSqlColumn): Promise<Basics> {
  const isOrdered = column.storage !== 'VARCHAR' && column.storage !== 'BOOLEAN'
  const range = isOrdered
    ? `min(${own}) FILTER (WHERE ${finite(column, own)}), max(${own}) FILTER (WHERE ${finite(column, own)})`
    : 'NULL, NULL'
  const mean = isNumeric(column) ? `favg(${own}) FILTER (WHERE ${finite(column, own)})` : 'NULL'
  const [[all = 0, filled = 0, distinct = 0, least = null, most = null, average = null] = []] = await exactRows(
    table.database,
    `SELECT count(*), count(${own}), approx_count_distinct(${own}), ${range}, ${mean} FROM ${rows}`,
  )
  return {
    rows: Number(all),
    missing: Number(all) - Number(filled),
    distinct: Number(distinct),
    least,
    most,
    mean: typeof average === 'number' ? average : null,
  }
}

async function countDistinct(table: GridTable, rows: string, own: string): Promise<number> {
  const { different } = await table.database.row<{ different: number }>(
    `SELECT count(DISTINCT ${own}) AS different FROM ${rows}`,
  )
  return different
}

/** Bins of equal width from the least to the greatest value; of whole numbers, one a number where they are few. */
async function histogram(table: GridTable, rows: string, own: string, column: GridSqlColumn): Promise<GridBin[]> {
  if (column.storage === 'VARCHAR' || column.storage === 'BOOLEAN') return []
  const value = isNumeric(column) ? `CAST(${own} AS DOUBLE)` : `CAST(epoch_ms(${own}) AS DOUBLE)`
  const values = `(SELECT ${value} AS value FROM ${rows} WHERE ${own} IS NOT NULL AND ${finite(column, own)})`
  const { least, most } = await table.database.row<{ least: number | null; most: number | null }>(
    `SELECT min(value) AS least, max(value) AS most FROM ${values}`,
  )
  if (least === null || most === null || !(most > least) || !Number.isFinite(most - least)) return []
  const isCounted = column.storage === 'BIGINT' && most - least < mostBins
  const [from, to, count] = isCounted ? [least - 0.5, most + 0.5, most - least + 1] : [least, most, mostBins]
  const width = (to - from) / count
  const found = await table.database.rows<{ bin: number; count: number }>(
    `SELECT CAST(least(${count - 1}, floor((value - (${from})) / ${width})) AS INTEGER) AS bin, count(*) AS count FROM ${values} GROUP BY bin`,
  )
  const counts = new Map(found.map((one) => [one.bin, one.count]))
  return Array.from({ length: count }, (_, bin) => ({
    from: from + bin * width,
    to: bin === count - 1 ? to : from + (bin + 1) * width,
    count: counts.get(bin) ?? 0,
  }))
}

async function commonest(
  table: GridTable,
  rows: string,
  column: GridSqlColumn,
  values: number,
  holding: string,
): Promise<{ value: Scalar; count: number }[]> {
  const own = columnOf(table, column.name)
  const held = holding === '' ? '' : ` AND ${containsSql(duckdbDialect, column, holding)}`
  const found = await exactRows(
    table.database,
    `SELECT ${own}, count(*) FROM ${rows} WHERE ${own} IS NOT NULL${held} GROUP BY ${own} ORDER BY count(*) DESC, ${own} LIMIT ${values}`,
  )
  return found.map(([value = null, count]) => ({ value, count: Number(count) }))
}

export function isNumeric({ storage }: GridSqlColumn): boolean {
  return storage === 'DOUBLE' || storage === 'BIGINT'
}

function finite({ storage }: GridSqlColumn, own: string): string {
  return storage === 'DOUBLE' ? `isfinite(${own})` : 'true'
}
