/** One condition of a question, and all of them at once. */
import type { Condition, ConditionValue } from '../../story/condition.ts'
import type { Period, TimeRelation } from '../periods.ts'
import type { AskedColumn } from '../table.ts'

/** One condition with what it was made of. */
export interface Filter {
  readonly condition: Condition
  readonly column: AskedColumn
  /** Its first piece and the one after its last. */
  readonly from: number
  readonly to: number
  /** `value` and `period` can be a side of a comparison. */
  readonly kind: 'value' | 'period' | 'number' | 'gap'
  readonly period?: Period
  readonly relation?: TimeRelation
}

export function equal(column: AskedColumn, value: ConditionValue): Condition {
  return { kind: 'compare', column: column.name, operator: '=', value }
}

/** All conditions at once; several values of one column are any of them. Null where there is none. */
export function joined(filters: readonly Filter[]): Condition | null {
  const parts: Condition[] = []
  const byColumn = new Map<string, ConditionValue[]>()
  for (const { condition, kind, column } of filters) {
    const isOne = kind === 'value' && condition.kind === 'compare' && condition.operator === '='
    if (isOne) byColumn.set(column.name, [...(byColumn.get(column.name) ?? []), condition.value])
    else parts.push(...(condition.kind === 'all' ? condition.parts : [condition]))
  }
  const equals = [...byColumn].map(([column, given]): Condition => {
    const values = [...new Set(given)]
    const [only] = values
    return values.length === 1 && only !== undefined
      ? { kind: 'compare', column, operator: '=', value: only }
      : { kind: 'in', column, values, negated: false }
  })
  const all = [...equals, ...parts]
  const [first] = all
  if (first === undefined) return null
  return all.length === 1 ? first : { kind: 'all', parts: all }
}
