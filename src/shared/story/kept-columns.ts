/** What a person corrected of the columns of one source, kept for others of the same shape. */
import { z } from 'zod'
import { inToldNames } from './column-names.ts'
import { type Focus, focusSchema } from './focus.ts'

/** What holds of a column whatever a story is to be about: what it is called and for, how its values are read. */
export const columnsToldSchema = focusSchema.pick({
  names: true,
  orders: true,
  roles: true,
  types: true,
  units: true,
  missing: true,
})
export type ColumnsTold = z.infer<typeof columnsToldSchema>

export const keptColumnsSchema = z.object({
  columns: columnsToldSchema,
  /** The name of the source it was told of. */
  from: z.string(),
})
export type KeptColumns = z.infer<typeof keptColumnsSchema>

/** Null where nothing is told of a column. */
export function columnsTold({ names, orders, roles, types, units, missing }: Focus = {}): ColumnsTold | null {
  const told = Object.entries({ names, orders, roles, types, units, missing }).filter(
    ([, one]) => one !== undefined && Object.keys(one).length > 0,
  )
  return told.length === 0 ? null : Object.fromEntries(told)
}

/** Names of the columns of which something is told, each once: as they are told to be called. */
export function namesTold(told: ColumnsTold): readonly string[] {
  const { names = {}, orders = {}, roles = {}, types = {}, units = {}, missing = {} } = inToldNames(told)
  return [
    ...new Set([...Object.values(names), ...[orders, roles, types, units, missing].flatMap((one) => Object.keys(one))]),
  ]
}
