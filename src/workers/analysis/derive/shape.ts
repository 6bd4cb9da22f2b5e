/** How the values of a measure lie, from the values of its sample. */
import { modesOf } from '../shape/modes.ts'
import { shapeValues } from '../shape/values.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'

/** `independent` is the share of the rows that counts as independent. */
export function modeNumbers(columns: Columns, parameters: Parameters): Numbers {
  const share = typeof parameters.independent === 'number' ? parameters.independent : 1
  const modes = modesOf(shapeValues(columns[0] ?? []), share)
  return { dip: modes?.dip ?? null, valley_depth: modes?.depth ?? null, p: modes?.p ?? null }
}
