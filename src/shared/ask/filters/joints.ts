/** Small words, units and operators that stand between a column and what is said of it. */
import type { Comparison } from '../../story/condition.ts'
import type { Reading } from '../reading.ts'
import type { AskedColumn } from '../table.ts'

const comparisons = {
  over: '>',
  under: '<',
  atLeast: '>=',
  atMost: '<=',
  equals: '=',
  not: '!=',
} as const satisfies Record<string, Comparison>
type Comparing = keyof typeof comparisons
const comparing = Object.keys(comparisons) as readonly Comparing[]

/** Small words between a column and what is said of it. */
export function skipJoints(reading: Reading, index: number): number {
  let place = index
  while (
    (reading.is(place, 'light') !== null && !reading.isCue(place, 'between')) ||
    (reading.isCue(place, 'equals', 'in') && !reading.isCue(place, 'not'))
  )
    place++
  return place
}

export function skipLight(reading: Reading, index: number): number {
  let place = index
  while (reading.is(place, 'light') !== null) place++
  return place
}

export function previous(reading: Reading, index: number): number {
  let place = index - 1
  while (reading.is(place, 'light') !== null || reading.isCue(place, 'equals')) place--
  return place
}

export function operatorAt(reading: Reading, index: number): Comparison | null {
  if (reading.isCue(index, 'not') && reading.mayBe(index + 1, 'over')) return '<='
  if (reading.isCue(index, 'not') && reading.mayBe(index + 1, 'under')) return '>='
  const cue = comparing.find((one) => reading.isCue(index, one))
  if (cue !== undefined) return comparisons[cue]
  // `higher than` is one phrase; `more … than` and `als` may stand apart.
  return null
}

/** `5 or more`, `at least`: said behind the number. */
export function looser(reading: Reading, operator: Comparison, index: number): Comparison {
  if (operator !== '=') return operator
  if (reading.isCue(index, 'atLeast')) return '>='
  return reading.isCue(index, 'atMost') ? '<=' : operator
}

export function pastLooser(reading: Reading, index: number): number {
  return reading.isCue(index, 'atLeast', 'atMost') && reading.is(index + 1, 'number') === null ? index + 1 : index
}

/** A word for the unit behind a number, which names the same column: `60 minutes`. */
export function unitAfter(reading: Reading, index: number, column: AskedColumn): number {
  if (/^(?:percent|prozent|%)$/i.test(reading.pieces[index]?.text ?? '')) return index + 1
  const sense = reading.is(index, 'column')
  if (sense === null) return index
  return sense.column.name === column.name || sense.others.includes(column) ? index + 1 : index
}

export function rangeAt(
  reading: Reading,
  index: number,
): { readonly low: number; readonly high: number; readonly to: number } | null {
  const low = reading.is(index, 'number')?.value
  const joint = reading.isCue(index + 1, 'and', 'to', 'until') ? index + 2 : index + 1
  const high = reading.is(joint, 'number')?.value
  if (low === undefined || high === undefined) return null
  return { low: Math.min(low, high), high: Math.max(low, high), to: joint + 1 }
}
