/**
 * What is told of a source on the screen where a story is told again: columns are named as the story names them, until it
 * is told again under the names they are given now.
 */
import { inToldNames, tidyName, withNamesOf } from '../../shared/story/column-names.ts'
import type { ProfiledColumn, ProfiledTable } from '../../shared/story/table.ts'
import type { ToldOptions } from '../../shared/story/version.ts'

/** As a version was told: either name of a column becomes the one the story has. */
export function inNamesOfStory(told: ToldOptions): ToldOptions {
  return told.focus === undefined ? told : { ...told, focus: inToldNames(told.focus) }
}

/** As it is told now, in the names that the columns are to have. */
export function inNamesToBe(told: ToldOptions, tables: readonly Pick<ProfiledTable, 'columns'>[]): ToldOptions {
  const { focus } = told
  if (focus === undefined) return told
  const columns = tables.flatMap((table) => table.columns)
  const sources = new Map(columns.map((column) => [column.name, inSource(column)]))
  const nameOf = (name: string): string => {
    const source = sources.get(name) ?? name
    return tidyName(focus.names?.[source] ?? source)
  }
  return { ...told, focus: withNamesOf(focus, nameOf, [...sources.keys()]) }
}

/** What a column is called in its source. */
export function inSource({ name, sourceName }: Pick<ProfiledColumn, 'name' | 'sourceName'>): string {
  return sourceName ?? name
}
