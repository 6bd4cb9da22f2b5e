/** What is said of a column that is named: `amount > 1000`, `city is empty`, `no garage`. */
import type { Condition } from '../../story/condition.ts'
import { isGrouping, isNumeric, isTime, isYesNo, noValue, yesValue } from '../columns.ts'
import { periodAt } from '../periods.ts'
import type { Reading } from '../reading.ts'
import type { AskedColumn } from '../table.ts'
import { equal, type Filter } from './filter.ts'
import { looser, operatorAt, pastLooser, previous, rangeAt, skipJoints, unitAfter } from './joints.ts'
import { equalOrOneOf, valueNamed } from './values.ts'

/** `without a garage`, `missing horsepower`, `no comment`. */
export function gapAt(reading: Reading, index: number): Filter | null {
  const isWithout = reading.isCue(index, 'without')
  const isWith = reading.isCue(index, 'with')
  const isMissing = reading.isCue(index, 'missing')
  if (!isWithout && !isMissing && !isWith) return null
  let place = index + 1
  while (reading.isLight(place)) place++
  const column = reading.columnAt(place)
  if (column !== null) {
    let to = place + 1
    // `no satisfaction score`: a second word for the same column.
    while (reading.columnAt(to)?.name === column.name) to++
    const filter = { column, from: index, to, kind: 'gap' } as const
    if (isYesNo(column) && !isMissing) {
      return { ...filter, kind: 'value', condition: equal(column, isWith ? yesValue(column) : noValue(column)) }
    }
    if (isWith) return null
    // `days without rain`: none of it fell. What can never be nothing is missing.
    const isNothing = isWithout && isNumeric(column) && column.min === 0 && column.additivity === 'flow'
    if (isNothing) return { ...filter, kind: 'number', condition: equal(column, 0) }
    // `missing` belongs to the column before it, if there is one: `amount is missing per city`.
    if (isMissing && reading.columnAt(previous(reading, index)) !== null) return null
    return { ...filter, condition: { kind: 'missing', column: column.name, negated: false } }
  }
  const value = reading.is(place, 'value')
  if (isWithout && value !== null) {
    const condition = { kind: 'compare', column: value.column.name, operator: '!=', value: value.value } as const
    return { condition, column: value.column, from: index, to: place + 1, kind: 'number' }
  }
  return null
}

/** `amount > 1000`, `city is empty`, `cluster 3`, `age between 20 and 30`, `status = open`. */
export function columnTestAt(reading: Reading, index: number): Filter | null {
  const column = reading.columnAt(index)
  if (column === null) return null
  let place = index + 1
  while (reading.columnAt(place)?.name === column.name) place++
  const skipped = skipJoints(reading, place)
  const made = (condition: Condition, to: number, kind: Filter['kind'] = 'number'): Filter => ({
    condition,
    column,
    from: index,
    to,
    kind,
  })
  for (const at of skipped === place ? [place] : [place, skipped]) {
    if (reading.isCue(at, 'present'))
      return made({ kind: 'missing', column: column.name, negated: true }, at + 1, 'gap')
    if (reading.isCue(at, 'missing'))
      return made({ kind: 'missing', column: column.name, negated: false }, at + 1, 'gap')
    if (reading.isCue(at, 'not') && reading.isCue(skipJoints(reading, at + 1), 'missing')) {
      return made({ kind: 'missing', column: column.name, negated: true }, skipJoints(reading, at + 1) + 1, 'gap')
    }
    if (reading.isCue(at, 'between')) {
      const range = rangeAt(reading, at + 1)
      if (range !== null && !isTime(column) && !isYearsBeside(reading, at + 1, column, range)) {
        return made({ kind: 'between', column: column.name, low: range.low, high: range.high }, range.to)
      }
    }
    const operator = operatorAt(reading, at)
    if (operator !== null) {
      const target = skipJoints(reading, at + 1)
      const number = reading.is(target, 'number')?.value
      if (number !== undefined && isNumeric(column) && !isTime(column)) {
        const after = unitAfter(reading, target + 1, column)
        return made(
          { kind: 'compare', column: column.name, operator: looser(reading, operator, after), value: number },
          pastLooser(reading, after),
        )
      }
      const value = valueNamed(reading, target, column)
      if (value !== null && (operator === '=' || operator === '!='))
        return equalOrOneOf(reading, index, target, column, value, operator)
      const quoted = reading.is(target, 'quoted')?.text
      if (quoted !== undefined)
        return made({ kind: 'compare', column: column.name, operator, value: quoted }, target + 1)
    }
  }
  const value = valueNamed(reading, skipped, column)
  if (value !== null && (skipped === place || isGrouping(column)))
    return equalOrOneOf(reading, index, skipped, column, value, '=')
  const number = reading.is(place, 'number')?.value
  const byBefore = reading.isCue(index - 1, 'by')
  if (
    number !== undefined &&
    !byBefore &&
    !isTime(column) &&
    (column.values.includes(String(number)) ||
      (isNumeric(column) && isCounting(column) && periodAt(reading, place) === null))
  ) {
    return made(equal(column, column.values.includes(String(number)) ? String(number) : number), place + 1)
  }
  return null
}

function isCounting({ type, min, max }: AskedColumn): boolean {
  return type === 'integer' && Number(max) - Number(min) <= 20
}

/** Whether two numbers are years rather than values of a column, none of which come near them. */
function isYearsBeside(
  reading: Reading,
  index: number,
  { min, max }: AskedColumn,
  range: { readonly low: number; readonly high: number },
): boolean {
  return periodAt(reading, index) !== null && (range.low > Number(max) || range.high < Number(min))
}
