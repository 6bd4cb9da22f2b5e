/** A condition as the parts that all have to hold: what a person adds and takes away one by one. */
import type { Condition } from './condition.ts'

export function partsOfCondition(condition: Condition): readonly Condition[] {
  return condition.kind === 'all' ? condition.parts.flatMap(partsOfCondition) : [condition]
}

/** Null where nothing is to hold. */
export function allOf(parts: readonly Condition[]): Condition | null {
  const [only] = parts
  return only === undefined ? null : parts.length === 1 ? only : { kind: 'all', parts }
}

/** The same of columns by other names. */
export function withNames(condition: Condition, named: (column: string) => string): Condition {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { ...condition, parts: condition.parts.map((part) => withNames(part, named)) }
    default:
      return { ...condition, column: named(condition.column) }
  }
}
