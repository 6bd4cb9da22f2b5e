/** Which columns a person can declare to be something of how the rows came about. */
import type { ProfiledTable } from '../../shared/story/table.ts'

type Tables = readonly Pick<ProfiledTable, 'rows' | 'columns'>[]

/** Columns with several rows a value, as those of one patient; `said` is among them whatever it holds. */
export function repeating(tables: Tables, said: string | null | undefined): readonly string[] {
  return named(tables, said ?? null, ({ distinct, role }, rows) => distinct >= 2 && distinct < rows && role !== 'text')
}

/** Columns of different values that somebody can have assigned to the rows. */
export function assignable(tables: Tables, said: string | undefined): readonly string[] {
  return named(
    tables,
    said ?? null,
    ({ distinct, role }, rows) => distinct >= 2 && distinct < rows && (role === 'dimension' || role === 'measure'),
  )
}

function named(
  tables: Tables,
  said: string | null,
  fits: (column: ProfiledTable['columns'][number], rows: number) => boolean,
): readonly string[] {
  const names = tables.flatMap(({ columns, rows }) =>
    columns.filter((column) => column.name === said || fits(column, rows)).map(({ name }) => name),
  )
  return [...new Set(names)]
}
