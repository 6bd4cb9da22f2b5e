/** A person's word on the columns put in the place of the engine's own judgement. */

import { StoryglassError } from '../../shared/failure/failure.ts'
import { columnsDeclared } from '../../shared/story/declared-facts.ts'
import type { Focus } from '../../shared/story/focus.ts'
import { listOf, type Note, note, quotedList } from '../../shared/story/note.ts'
import type { ColumnRole, ProfiledColumn } from '../../shared/story/table.ts'
import { additivityOf } from './profile/additivity.ts'
import type { ColumnProfile, TableProfile } from './profile/profile.ts'

export interface FocusedTable {
  /** All columns, in the roles asked for. */
  readonly profile: TableProfile
  /** The same without the columns to be left out: what is analysed. */
  readonly analysed: TableProfile
  /** What was asked of this table, in words; null when nothing was. */
  readonly note: Note | null
}

/** Throws `no_such_column` for a name that none of the tables has. */
export function checkFocus(
  focus: Focus | undefined,
  tables: readonly { readonly columns: readonly { readonly name: string }[] }[],
): void {
  const known = new Set(tables.flatMap(({ columns }) => columns.map(({ name }) => name)))
  const missing = namesIn(focus).filter((name) => !known.has(name))
  if (missing.length === 0) return
  const there = quotedList([...known].slice(0, 20))
  throw new StoryglassError('no_such_column', note('failed.noColumn', { missing: quotedList(missing), there }))
}

function namesIn(focus: Focus | undefined): readonly string[] {
  const { orders = {}, roles = {}, types = {}, units = {}, missing = {}, ignore = [], target, facts = {} } = focus ?? {}
  const named = [orders, roles, types, units, missing].flatMap((one) => Object.keys(one))
  return [...new Set([...named, ...ignore, ...(target === undefined ? [] : [target]), ...columnsDeclared(facts)])]
}

/**
 * Throws `role_impossible` for a role that the values of the column cannot have (a name as a measure), `target_constant`
 * for a target with one value only.
 */
export function applyFocus(profile: TableProfile, focus: Focus | undefined): FocusedTable {
  const roles = new Map(Object.entries(focus?.roles ?? {}))
  const columns = profile.columns.map((own) => inRole(own, roles.get(own.column.name)))
  const ignored = new Set(focus?.ignore ?? [])
  const about = columns.find(({ column }) => column.name === focus?.target)?.column
  if (about !== undefined && about.distinct <= 1) throw new StoryglassError('target_constant', quoted(about.name))
  const whole = { ...profile, columns }
  return {
    profile: whole,
    analysed: { ...whole, columns: columns.filter(({ column }) => !ignored.has(column.name)) },
    note: noteOf(profile, roles, ignored, focus?.target),
  }
}

const numeric: ReadonlySet<ProfiledColumn['storage']> = new Set(['DOUBLE', 'BIGINT'])
const dated: ReadonlySet<ProfiledColumn['storage']> = new Set(['DATE', 'TIMESTAMP'])

function inRole(own: ColumnProfile, role: ColumnRole | undefined): ColumnProfile {
  const { column } = own
  if (role === undefined || role === column.role) return own
  const years = column.type === 'integer' && own.numeric !== null && own.numeric.min >= 1 && own.numeric.max <= 9999
  const possible =
    role === 'measure' ? numeric.has(column.storage) : role === 'time' ? dated.has(column.storage) || years : true
  if (!possible) throw new StoryglassError('role_impossible', note('failed.asRole', { name: column.name, role }))
  const type = role === 'measure' ? (own.numeric?.integers === true ? 'integer' : 'number') : column.type
  return {
    ...own,
    column: { ...column, role, type },
    additivity:
      role === 'measure'
        ? additivityOf(column.name, column.format, { filled: own.filled, distinct: column.distinct }, own.numeric)
        : 'none',
  }
}

function noteOf(
  { columns }: TableProfile,
  roles: ReadonlyMap<string, ColumnRole>,
  ignored: ReadonlySet<string>,
  target: string | undefined,
): Note | null {
  const names = columns.map(({ column }) => column.name)
  const asked = names.flatMap((name) => {
    const role = roles.get(name)
    return role === undefined ? [] : [note('asked.counts', { name: quoted(name), role })]
  })
  const leftOut = names.filter((name) => ignored.has(name)).map(quoted)
  const parts = [
    ...asked,
    ...(leftOut.length > 0 ? [note('asked.leftOut', { names: listOf(leftOut), count: leftOut.length })] : []),
    ...(target !== undefined && names.includes(target) ? [note('asked.aboutFirst', { name: quoted(target) })] : []),
  ]
  return parts.length === 0 ? null : note('asked.asked', { what: listOf(parts) })
}

function quoted(name: string): Note {
  return note('asked.quoted', { name })
}
