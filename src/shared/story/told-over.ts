/** What is told of a source over what was told of it, or of others of its shape, before. */
import { inToldNames, withNamesOf } from './column-names.ts'
import type { Focus } from './focus.ts'
import { columnsTold } from './kept-columns.ts'
import type { Story } from './story.ts'
import type { ToldOptions } from './version.ts'

type Kept = Pick<Story, 'kept' | 'keptColumns'>

/** What held because it was told of another source, as if it had been told of this one: it can be taken back. */
export function withKept(said: ToldOptions, { kept, keptColumns }: Kept): ToldOptions {
  return {
    ...said,
    ...(kept === undefined || said.reading !== undefined ? {} : { reading: kept.reading }),
    ...(keptColumns === undefined ? {} : { focus: { ...said.focus, ...keptColumns.columns } }),
  }
}

/**
 * What is told of a story for another version of it, with what held of its columns without being told: nothing where that
 * is spoken of, or is to be forgotten, or nothing at all is told, which is the story itself.
 */
export function carryingColumns(told: ToldOptions, { keptColumns }: Kept): ToldOptions {
  const isSpokenOf = columnsTold(told.focus) !== null || told.reading?.forget === true
  const isNothing = told.focus === undefined && told.reading === undefined
  if (keptColumns === undefined || isSpokenOf || isNothing) return told
  return { ...told, focus: { ...told.focus, ...keptColumns.columns } }
}

/** `given` over `before`: of columns one by one, of all else as a whole. A column may be named in any way it was called. */
export function toldOver(before: Focus, given: Focus): Focus {
  const sources = new Map(Object.entries(before.names ?? {}).map(([source, name]) => [name, source]))
  const inSource = (name: string): string => sources.get(name) ?? name
  const [earlier, later] = [withNamesOf(inToldNames(before), inSource), withNamesOf(given, inSource)]
  const renamed = Object.entries(given.names ?? {}).map(([name, told]) => [inSource(name), told])
  const names = { ...before.names, ...Object.fromEntries(renamed) }
  const ignore = [...new Set([...(earlier.ignore ?? []), ...(later.ignore ?? [])])]
  return {
    ...earlier,
    ...later,
    ...(Object.keys(names).length === 0 ? {} : { names }),
    ...both('orders', earlier, later),
    ...both('roles', earlier, later),
    ...both('types', earlier, later),
    ...both('units', earlier, later),
    ...both('missing', earlier, later),
    ...(ignore.length === 0 ? {} : { ignore }),
  }
}

function both<Key extends 'orders' | 'roles' | 'types' | 'units' | 'missing'>(
  key: Key,
  before: Focus,
  given: Focus,
): Pick<Focus, Key> {
  const all: object = { ...(before[key] ?? {}), ...(given[key] ?? {}) }
  return (Object.keys(all).length === 0 ? {} : { [key]: all }) as Pick<Focus, Key>
}
