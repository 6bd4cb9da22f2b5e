/**
 * The named functions by which numbers follow from the rows of an evidence query, where SQL alone does not give them:
 * those of all kinds of insight.
 */
import type { Derivation } from '../../shared/story/insight.ts'
import type { DerivedFunction, Numbers } from '../analysis/derive/derived-function.ts'
import { kinds } from './kinds/index.ts'

/** One result of a derivation over the columns of its query. Throws for an unknown function, column or result. */
export type Derive = (derivation: Derivation, columns: Readonly<Record<string, unknown[]>>) => number | null

export const derive: Derive = deriveBy(new Map(kinds.flatMap(({ derivations }) => Object.entries(derivations))))

/** By these functions, each run once for all results of the same columns and parameters. */
export function deriveBy(functions: ReadonlyMap<string, DerivedFunction>): Derive {
  const latest = new WeakMap<object, Map<string, Numbers>>()
  return (derivation, columns) => resultOf(functions, latest, derivation, columns)
}

function resultOf(
  functions: ReadonlyMap<string, DerivedFunction>,
  latest: WeakMap<object, Map<string, Numbers>>,
  derivation: Derivation,
  columns: Readonly<Record<string, unknown[]>>,
): number | null {
  const { result } = derivation
  const key = JSON.stringify([derivation.function, derivation.columns, derivation.parameters])
  const known = latest.get(columns) ?? new Map<string, Numbers>()
  latest.set(columns, known)
  let numbers = known.get(key)
  if (numbers === undefined) {
    const run = functions.get(derivation.function)
    if (run === undefined) throw new Error(`No derivation named ${derivation.function}`)
    const wanted = derivation.columns.map((name) => {
      const column = columns[name]
      if (column === undefined) throw new Error(`The evidence query has no column ${name}`)
      return column
    })
    numbers = run(wanted, derivation.parameters)
    known.set(key, numbers)
  }
  const value = numbers[result]
  if (value === undefined) throw new Error(`${derivation.function} gives no ${result}`)
  return value
}
