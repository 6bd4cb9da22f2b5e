/** The first of the rows a question asks for. */
import type { Answer } from '../../shared/ask/answer.ts'
import type { QuestionOf } from '../../shared/ask/question.ts'
import type { Scalar } from '../../shared/story/insight.ts'
import type { TableSource } from '../source/table-source.ts'
import { type Asking, columnNamed, whereSql } from './sql.ts'

/** More are for the data view. */
const mostRows = 50

/** `total`: how many there are. */
export async function askedRows(
  source: TableSource,
  asking: Asking,
  { where, order }: QuestionOf<'rows'>,
  total: number,
): Promise<NonNullable<Answer['rows']>> {
  const { dialect, relation, table } = asking
  const from = `FROM ${relation} WHERE ${whereSql(asking, where)}`
  const sorted =
    order === null
      ? ''
      : ` AND ${dialect.identifier(columnNamed(table, order.column).name)} IS NOT NULL ORDER BY ${dialect.identifier(order.column)} ${order.order === 'highest' ? 'DESC' : 'ASC'}`
  const sql = `SELECT * ${from}${sorted} LIMIT ${order?.most ?? mostRows}`
  const values = await source.columns(sql)
  const columns = Object.keys(values)
  const length = Math.max(0, ...Object.values(values).map((column) => column.length))
  const rows = Array.from({ length: Math.min(length, mostRows) }, (_, index) =>
    columns.map((name) => scalarOf(values[name]?.[index])),
  )
  return { columns, rows, total, sql }
}

function scalarOf(value: unknown): Scalar {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return typeof value === 'string' || typeof value === 'boolean' ? value : String(value)
}
