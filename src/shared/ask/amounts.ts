/** Which number is asked for: a measure and how it is summed up, a count of rows, a share. */
import { isMeasure, isYesNo, mainMeasure, usualAggregate, yesValue } from './columns.ts'
import type { Aggregate, Amount } from './question.ts'
import type { Reading } from './reading.ts'
import type { AskedColumn } from './table.ts'

/** The way of summing up that is named; null where none is. `max` and `min` are taken from words like `highest`. */
export function namedAggregate(reading: Reading): Aggregate | null {
  const named = (['mean', 'median', 'sum'] as const).find((cue) => hasOwn(reading, cue))
  return named ?? null
}

function hasOwn(reading: Reading, cue: 'mean' | 'median' | 'sum'): boolean {
  // `what does … cost in total` and `how much` add up only what can be added.
  return reading.pieces.some((_, index) => reading.isCue(index, cue))
}

/** A measure in the way that is named, or in its usual one. */
export function amountOfMeasure(reading: Reading, column: AskedColumn, given: Aggregate | null = null): Amount {
  let aggregate = given ?? namedAggregate(reading)
  const isVague =
    aggregate === 'sum' &&
    reading.pieces.every((piece, index) => !reading.isCue(index, 'sum') || /^(?:how much|wie ?viel)/i.test(piece.text))
  if (aggregate === null || (isVague && column.additivity === 'none')) {
    aggregate = usualAggregate(column)
    reading.assumed.add('aggregate')
  }
  return { kind: 'column', column: column.name, aggregate }
}

/** The first measure named and not yet taken up; it is taken up. */
export function takeMeasure(reading: Reading): AskedColumn | null {
  const found = reading.columns().find(({ column }) => isMeasure(column))
  if (found === undefined) return null
  for (const { index, column } of reading.columns()) if (column.name === found.column.name) reading.take(index)
  const sense = reading.pieces[found.index]?.sense
  if (sense?.is === 'column' && !sense.sure) reading.assumed.add('column')
  return found.column
}

/** A column of yes and no named and not yet taken up; it is taken up. */
export function takeYesNo(reading: Reading): AskedColumn | null {
  const found = reading.columns().find(({ column }) => isYesNo(column))
  if (found === undefined) return null
  for (const { index, column } of reading.columns()) if (column.name === found.column.name) reading.take(index)
  return found.column
}

export function shareOfYes(column: AskedColumn): Amount {
  return { kind: 'share', of: { kind: 'compare', column: column.name, operator: '=', value: yesValue(column) } }
}

/** What most people mean who name no number: the main measure where there is one, else how many rows. */
export function usualAmount(reading: Reading): Amount {
  reading.assumed.add('amount')
  const main = mainMeasure(reading.table)
  return main === null ? { kind: 'rows' } : amountOfMeasure(reading, main)
}
