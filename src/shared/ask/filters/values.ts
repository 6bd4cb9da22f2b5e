/** Values of columns: named by themselves, beside their column, or several of them. */
import type { Condition } from '../../story/condition.ts'
import { isYesNo, noValue, yesValue } from '../columns.ts'
import type { Reading } from '../reading.ts'
import type { AskedColumn } from '../table.ts'
import type { Filter } from './filter.ts'
import { skipJoints } from './joints.ts'

/** The value of a column that a piece names, if it does. */
export function valueNamed(reading: Reading, index: number, column: AskedColumn): string | null {
  const sense = reading.as(index, 'value')
  if (sense === null) {
    if (isYesNo(column) && reading.isCue(index, 'yes')) return yesValue(column)
    if (isYesNo(column) && (reading.isCue(index, 'no') || reading.isCue(index, 'without'))) return noValue(column)
    return null
  }
  if (sense.column.name === column.name) return sense.value
  return sense.others.find((other) => other.column.name === column.name)?.value ?? null
}

/** `status = open`, and `status is open or pending`. */
export function equalOrOneOf(
  reading: Reading,
  from: number,
  first: number,
  column: AskedColumn,
  value: string,
  operator: '=' | '!=',
): Filter {
  const values = [value]
  let to = first + 1
  while (reading.isCue(to, 'or')) {
    const next = valueNamed(reading, to + 1, column)
    if (next === null) break
    values.push(next)
    to += 2
  }
  const condition: Condition =
    values.length === 1
      ? { kind: 'compare', column: column.name, operator, value }
      : { kind: 'in', column: column.name, values, negated: operator === '!=' }
  return { condition, column, from, to, kind: operator === '=' ? 'value' : 'number' }
}

/** A value by itself, perhaps denied: `in Norway`, `not returned`. */
export function valueAt(reading: Reading, index: number): Filter | null {
  const isNot = reading.isCue(index, 'not')
  const place = isNot ? skipJoints(reading, index + 1) : index
  const sense = reading.is(place, 'value')
  if (sense === null) return null
  // `total rain`: what is added up is a measure, though a value is called so too.
  if (reading.isCue(place - 1, 'sum', 'mean', 'median') && reading.prefer(place, 'column')) return null
  const options = [{ column: sense.column, value: sense.value }, ...sense.others]
  const distinct = options.filter(
    (one, at) => options.findIndex((other) => other.column.name === one.column.name) === at,
  )
  const chosen = distinct.length === 1 ? distinct[0] : oneOfSeveral(reading, place, distinct)
  if (chosen === undefined) return null
  if (isNot) {
    const condition = { kind: 'compare', column: chosen.column.name, operator: '!=', value: chosen.value } as const
    return { condition, column: chosen.column, from: index, to: place + 1, kind: 'number' }
  }
  const filter = equalOrOneOf(reading, index, place, chosen.column, chosen.value, '=')
  // `3rd class`: the column behind its value.
  return reading.columnAt(filter.to)?.name === chosen.column.name && !reading.isCue(filter.to - 1, 'by')
    ? { ...filter, to: filter.to + 1 }
    : filter
}

/** Of a value that several columns have: the column named beside it, else by `from` and `to`, else the first. */
function oneOfSeveral(
  reading: Reading,
  index: number,
  options: readonly { readonly column: AskedColumn; readonly value: string }[],
): { readonly column: AskedColumn; readonly value: string } | undefined {
  for (const place of [index - 1, index - 2, index + 1]) {
    const sense = reading.as(place, 'column')
    const named =
      sense === null ? undefined : options.find(({ column }) => [sense.column, ...sense.others].includes(column))
    if (named !== undefined) {
      reading.take(place)
      return named
    }
  }
  const before = (reading.pieces[index - 1]?.text ?? '').toLowerCase()
  const second = options[1]
  if (second !== undefined && ['to', 'nach', 'zum', 'zur', 'into', 'towards'].includes(before)) return second
  if (!['from', 'von', 'vom', 'ab'].includes(before)) reading.assumed.add('value')
  return options[0]
}
