/** The filter a person puts together from a column, a test and a value, as a condition. */
import type { Condition } from '../../shared/story/condition.ts'
import type { ProfiledColumn } from '../../shared/story/table.ts'
import type { Texts } from '../../shared/texts/texts.ts'

export type FilterTest = keyof Texts['retell']['rows']['tests']

export interface FilterForm {
  readonly column: string
  readonly test: FilterTest
  readonly value: string
  /** Of `between` only. */
  readonly second: string
}

const ordered: readonly FilterTest[] = ['is', 'isNot', 'atLeast', 'atMost', 'between', 'missing', 'there']
const worded: readonly FilterTest[] = ['is', 'isNot', 'contains', 'missing', 'there']

export function testsOf({ storage }: Pick<ProfiledColumn, 'storage'>): readonly FilterTest[] {
  return isNumber(storage) || isTime(storage) ? ordered : worded
}

/** Whether the test needs a value to compare with. */
export function needsValue(test: FilterTest): boolean {
  return test !== 'missing' && test !== 'there'
}

/** Why it is no condition yet, or the condition. */
export function conditionOf(
  { column, test, value, second }: FilterForm,
  { storage }: Pick<ProfiledColumn, 'storage'>,
  { retell: { rows } }: Pick<Texts, 'retell'>,
): { readonly condition: Condition } | { readonly problem: string } {
  if (!needsValue(test)) return { condition: { kind: 'missing', column, negated: test === 'there' } }
  const given = test === 'between' ? [value.trim(), second.trim()] : [value.trim()]
  if (given.includes('')) return { problem: rows.valueWanted }
  const wrong = given.find((one) => isNumber(storage) && numberIn(one) === null)
  if (wrong !== undefined) return { problem: rows.numberWanted({ column, value: wrong }) }
  if (isTime(storage) && given.some((one) => !/^\d{4}(?:-\d{2}(?:-\d{2}(?:[T ].*)?)?)?$/u.test(one))) {
    return { problem: rows.dateWanted({ column }) }
  }
  const [low = '', high = ''] = given.map((one) => (isNumber(storage) ? (numberIn(one) ?? one) : one))
  switch (test) {
    case 'is':
      return { condition: { kind: 'compare', column, operator: '=', value: low } }
    case 'isNot':
      return { condition: { kind: 'compare', column, operator: '!=', value: low } }
    case 'atLeast':
      return { condition: { kind: 'compare', column, operator: '>=', value: low } }
    case 'atMost':
      return { condition: { kind: 'compare', column, operator: '<=', value: low } }
    case 'between':
      return { condition: { kind: 'between', column, low, high } }
    case 'contains':
      return { condition: { kind: 'contains', column, text: String(low), negated: false } }
    case 'missing':
    case 'there':
      return { condition: { kind: 'missing', column, negated: test === 'there' } }
  }
}

/** Two values wanted of one column are either of them: no row has both. */
export function withPart(parts: readonly Condition[], added: Condition): readonly Condition[] {
  const values = valuesWanted(added)
  const same = parts.findIndex(
    (part) => 'column' in part && 'column' in added && part.column === added.column && valuesWanted(part) !== null,
  )
  const before = parts[same]
  if (values === null || before === undefined || !('column' in before)) return [...parts, added]
  const all = [...new Set([...(valuesWanted(before) ?? []), ...values])]
  const merged: Condition =
    all.length === 1 ? before : { kind: 'in', column: before.column, values: all, negated: false }
  return parts.with(same, merged)
}

function valuesWanted(condition: Condition): readonly (string | number)[] | null {
  if (condition.kind === 'compare' && condition.operator === '=') return [condition.value]
  return condition.kind === 'in' && !condition.negated ? condition.values : null
}

function isNumber(storage: ProfiledColumn['storage']): boolean {
  return storage === 'DOUBLE' || storage === 'BIGINT'
}

function isTime(storage: ProfiledColumn['storage']): boolean {
  return storage === 'DATE' || storage === 'TIMESTAMP'
}

/** Null where it is none; thousands may be set apart by blanks. */
function numberIn(text: string): number | null {
  const plain = text.replaceAll(/[\s\u202f\u00a0]/gu, '')
  const number = /^[-+.\de]+$/iu.test(plain) ? Number(plain) : Number.NaN
  return Number.isFinite(number) ? number : null
}
