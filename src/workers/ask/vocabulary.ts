/** What questions about a table are read against: its names, and the values that group its rows. */
import type { AskedColumn, AskedTable } from '../../shared/ask/table.ts'
import { wordsOfFormat } from '../../shared/format/boolean-words.ts'
import type { ProfiledColumn, ProfiledTable } from '../../shared/story/table.ts'
import { additivityOf } from '../analysis/profile/classify.ts'
import type { TableSource } from '../source/table-source.ts'

/** Values of a column beyond these are not recognised by name. */
const mostValues = 2_000

/** Asks for the different values of the columns that group rows. */
export async function askedTable(source: TableSource, table: ProfiledTable): Promise<AskedTable> {
  const columns: AskedColumn[] = []
  for (const column of table.columns) columns.push(await askedColumn(source, table, column))
  return { name: table.name, noun: table.rowNoun ?? null, columns }
}

async function askedColumn(source: TableSource, table: ProfiledTable, column: ProfiledColumn): Promise<AskedColumn> {
  const { name, type, role, stats, format, storage } = column
  const { min, max } = stats
  return {
    name,
    type,
    role,
    additivity: role === 'measure' ? additivity(table, column) : 'none',
    values:
      storage === 'BOOLEAN'
        ? [wordsOfFormat(format).no, wordsOfFormat(format).yes]
        : await valuesOf(source, table, column),
    ...(min === undefined || min === null ? {} : { min }),
    ...(max === undefined || max === null ? {} : { max }),
  }
}

function additivity(
  table: ProfiledTable,
  { name, format, nulls, stats, type }: ProfiledColumn,
): AskedColumn['additivity'] {
  const { min, max } = stats
  const range = typeof min === 'number' && typeof max === 'number' ? { integers: type === 'integer', min, max } : null
  return additivityOf(name, format, table.rows - nulls, range)
}

async function valuesOf(
  source: TableSource,
  table: ProfiledTable,
  { name, role, type }: ProfiledColumn,
): Promise<string[]> {
  const groups = role === 'dimension' || (role === 'text' && type === 'text')
  if (!groups) return []
  const own = source.dialect.identifier(name)
  const { value = [] } = await source.columns(
    `SELECT ${source.dialect.asText(own)} AS value FROM ${source.relation(table.name)} WHERE ${own} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${mostValues}`,
  )
  return value.map(String)
}
