/** What a person corrected of the columns of one source, kept for others of the same shape. */
import { z } from 'zod'
import { type Focus, focusSchema } from './focus.ts'

/** What holds of a column whatever a story is to be about: what it is for, how its values are read. */
export const columnsToldSchema = focusSchema.pick({ roles: true, types: true, units: true, missing: true })
export type ColumnsTold = z.infer<typeof columnsToldSchema>

export const keptColumnsSchema = z.object({
  columns: columnsToldSchema,
  /** The name of the source it was told of. */
  from: z.string(),
})
export type KeptColumns = z.infer<typeof keptColumnsSchema>

/** Null where nothing is told of a column. */
export function columnsTold({ roles, types, units, missing }: Focus = {}): ColumnsTold | null {
  const told = Object.entries({ roles, types, units, missing }).filter(
    ([, one]) => one !== undefined && Object.keys(one).length > 0,
  )
  return told.length === 0 ? null : Object.fromEntries(told)
}

/** Names of the columns of which something is told, each once. */
export function namesTold({ roles = {}, types = {}, units = {}, missing = {} }: ColumnsTold): readonly string[] {
  return [...new Set([roles, types, units, missing].flatMap((one) => Object.keys(one)))]
}
