/** What questions about a table are read against: its names, and the values that group its rows. */
import type { AskedColumn, AskedTable } from '../../shared/ask/table.ts'
import { wordsOfFormat } from '../../shared/format/boolean-words.ts'
import type { ProfiledColumn, ProfiledTable } from '../../shared/story/table.ts'
import { additivityOfProfiled } from '../analysis/profile/additivity.ts'
import type { TableSource } from '../source/table-source.ts'

/** Values of a column beyond these are not recognised by name. */
const mostValues = 2_000

/** Asks for the different values of the columns that group rows. */
export async function askedTable(source: TableSource, table: ProfiledTable): Promise<AskedTable> {
  const shape = askedShape(table)
  const columns: AskedColumn[] = []
  for (const [index, column] of shape.columns.entries()) {
    const profiled = table.columns[index]
    const values = profiled === undefined ? [] : await valuesOf(source, table, profiled)
    columns.push({ ...column, values })
  }
  return { ...shape, columns }
}

/** What the profile alone says: no values. */
export function askedShape(table: ProfiledTable): AskedTable {
  return { name: table.name, noun: table.rowNoun ?? null, columns: table.columns.map((one) => askedColumn(table, one)) }
}

function askedColumn(table: ProfiledTable, column: ProfiledColumn): AskedColumn {
  const { name, sourceName, type, role, stats } = column
  const { min, max } = stats
  return {
    name,
    ...(sourceName === undefined ? {} : { sourceName }),
    type,
    role,
    additivity: role === 'measure' ? additivityOfProfiled(column, table.rows) : 'none',
    values: [],
    ...(min === undefined || min === null ? {} : { min }),
    ...(max === undefined || max === null ? {} : { max }),
  }
}

async function valuesOf(
  source: TableSource,
  table: ProfiledTable,
  { name, role, type, storage, format }: ProfiledColumn,
): Promise<string[]> {
  if (storage === 'BOOLEAN') return [wordsOfFormat(format).no, wordsOfFormat(format).yes]
  const groups = role === 'dimension' || (role === 'text' && type === 'text')
  if (!groups) return []
  const own = source.dialect.identifier(name)
  const { value = [] } = await source.columns(
    `SELECT ${source.dialect.asText(own)} AS value FROM ${source.relation(table.name)} WHERE ${own} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${mostValues}`,
  )
  return value.map(String)
}
