/** Tables whose columns a person calls otherwise than their source. */
import { StoryglassError } from '../../shared/failure/failure.ts'
import { inToldNames, longestName, namedAs, problemOfName } from '../../shared/story/column-names.ts'
import type { Focus } from '../../shared/story/focus.ts'
import { note, quotedList, withNotes } from '../../shared/story/note.ts'
import type { ConvertedTable } from '../../shared/story/table.ts'
import type { Texts } from '../../shared/texts/texts.ts'

/** The tables with their columns called as asked for, and what is asked in those names alone. Throws as `withNames` does. */
export function namedAsAsked(
  tables: readonly ConvertedTable[],
  focus: Focus | undefined,
  texts: Texts,
): { readonly tables: readonly ConvertedTable[]; readonly focus: Focus | undefined } {
  if (focus?.names === undefined || Object.keys(focus.names).length === 0) return { tables, focus }
  const sources = tables.flatMap(({ columns }) => columns.map(({ name }) => name))
  return { tables: withNames(tables, focus.names, texts), focus: inToldNames(focus, sources) }
}

/**
 * `names`: by name in the source, in every table that has such a column. Throws `no_such_column`, and `name_impossible`
 * for a name that is empty, too long, or another column's of the same table.
 */
export function withNames(
  tables: readonly ConvertedTable[],
  names: Readonly<Record<string, string>>,
  texts: Texts,
): readonly ConvertedTable[] {
  const known = new Set(tables.flatMap(({ columns }) => columns.map(({ name }) => name)))
  const unknown = Object.keys(names).filter((name) => !known.has(name))
  if (unknown.length > 0) {
    throw new StoryglassError(
      'no_such_column',
      note('failed.noColumn', {
        missing: quotedList(unknown.slice(0, 20)),
        there: quotedList([...known].slice(0, 20)),
      }),
    )
  }
  return tables.map((table) => renamed(table, names, texts))
}

function renamed(table: ConvertedTable, names: Readonly<Record<string, string>>, texts: Texts): ConvertedTable {
  const called = namedAs(table.columns, names)
  for (const { column, name } of called) {
    if (names[column.name] === undefined) continue
    const others = called.filter((one) => one.column !== column).map((one) => one.name)
    const problem = problemOfName(name, others)
    if (problem === 'empty') throw impossible(column.name, 'the name is empty')
    if (problem === 'long')
      throw impossible(column.name, `“${name.slice(0, 40)}…” has ${name.length} characters, more than ${longestName}`)
    if (problem === 'taken') throw impossible(column.name, `“${name}” is another column of “${table.name}”`)
  }
  const other = called.filter(({ column, name }) => column.name !== name)
  if (other.length === 0) return table
  const view = table.view ?? { where: null, retyped: [], rowsStored: table.rows }
  const told = {
    ...table,
    columns: called.map(({ column, name }) =>
      column.name === name ? column : { ...column, name, sourceName: column.name },
    ),
    view: { ...view, renamed: other.map(({ column, name }) => ({ column: column.name, name })) },
  }
  return withNotes(
    texts,
    told,
    other.map(({ column, name }) => note('asked.renamed', { name: column.name, told: name })),
  )
}

function impossible(column: string, why: string): StoryglassError {
  return new StoryglassError('name_impossible', `“${column}”: ${why}`)
}
