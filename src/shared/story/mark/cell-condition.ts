/** A value of a column as the condition that its rows meet. */
import { booleanWord } from '../../format/boolean-words.ts'
import type { Condition, ConditionValue } from '../condition.ts'
import type { Scalar } from '../insight.ts'

/** What holds of rows with this value in the column, or with any other. */
export function asThisCell(column: string, value: Scalar, negated: boolean, format: string | null): Condition {
  if (value === null) return { kind: 'missing', column, negated }
  return { kind: 'compare', column, operator: negated ? '!=' : '=', value: conditionValue(value, format) }
}

/** A stored value as a condition names it: words for yes and no, moments without their zone. */
export function conditionValue(value: Exclude<Scalar, null>, format: string | null): ConditionValue {
  if (typeof value === 'boolean') return booleanWord(value, format)
  if (typeof value === 'string') return value.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z$/u, '$1')
  return value
}
