/** The rows of a view, in its order, written to a file. */
import type { GridView } from '../../../../shared/contract/grid.ts'
import { quoteText } from '../../../runtime/duckdb/database.ts'
import { filterSql, orderSql } from '../../grid-sql.ts'
import { duckdbDialect } from '../dialect.ts'
import { columnOf, type GridTable } from './grid-table.ts'

interface ExportForm {
  readonly columns: readonly string[]
  readonly outputPath: string
  /** What stands in brackets behind COPY … TO. */
  readonly form: string
  /** Whether what reads the file may take texts for formulas. */
  readonly hasFormulas: boolean
}

/** Gives the number of rows written. */
export async function exportRows(
  table: GridTable,
  view: GridView,
  { columns, outputPath, form, hasFormulas }: ExportForm,
): Promise<number> {
  const { database, relation, row, source } = table
  const list = columns.map((name) => {
    const own = columnOf(table, name)
    const isText = source.table.columns.find((one) => one.name === name)?.storage === 'VARCHAR'
    return isText && hasFormulas ? `${withoutFormulaSql(`shown.${own}`)} AS ${own}` : `shown.${own}`
  })
  const filter = filterSql(duckdbDialect, view, source.table.columns)
  const kept = `(SELECT * FROM ${relation}${filter === null ? '' : ` WHERE ${filter}`})`
  const order = orderSql(duckdbDialect, view.sort, source.table.columns, kept, row)
  const ordered = view.sort.length === 0 ? '' : ` ORDER BY ${order.terms}`
  const query = `SELECT ${list.join(', ')} FROM ${kept} AS shown${order.joins}${ordered}`
  const { Count } = await database.row<{ Count: number }>(`COPY (${query}) TO ${quoteText(outputPath)} (${form})`)
  return Count
}

/**
 * As `withoutFormula` of `shared/format/csv.ts`: a text that would be computed gets an apostrophe before it, and so does
 * what follows a separator within it, here also where that is an amount.
 */
export function withoutFormulaSql(text: string): string {
  const begins = `regexp_matches(${text}, '^[=+\\-@＝＋－＠\\t\\r\\n]')`
  const amount = `[+\\-＋－]?[\\s\\p{Sc}]*\\p{Nd}[\\p{Nd}.,\\s''’]*[\\s\\p{Sc}%‰]*`
  const isAmount = `(length(${text}) <= 64 AND regexp_full_match(${text}, '${amount}'))`
  const within = `regexp_replace(${text}, '([,;|\\t\\r\\n]["''“”]*)([=+\\-@＝＋－＠])', '\\1''\\2', 'g')`
  return `CASE WHEN ${isAmount} THEN ${text} WHEN ${begins} THEN '''' || ${within} ELSE ${within} END`
}
