/** Changes: why something rose or fell, and which groups did. */

import { amountOfMeasure, takeMeasure, usualAmount } from '../amounts.ts'
import { type Asked, hasRowName, hasUnknown, nounColumn, takeColumn, whereOf, yesConditions } from '../asked.ts'
import { isGrouping, isYesNo, timesOf } from '../columns.ts'
import type { Filter } from '../filters/filter.ts'
import { latestMonth } from '../periods.ts'
import type { Amount, AskedQuestion } from '../question.ts'
import type { Reading } from '../reading.ts'

export function whyOf({ reading, filters }: Asked): AskedQuestion | null {
  const [time] = timesOf(reading.table)
  if (!reading.has('why') || time === undefined) return null
  const direction = reading.has('rose', 'more') ? 'up' : reading.has('fell', 'less') ? 'down' : 'any'
  const when = filters.findLast(({ kind }) => kind === 'period')
  const others = filters.filter((one) => one !== when)
  const measure = takeMeasure(reading)
  let amount: Amount
  if (measure !== null) amount = amountOfMeasure(reading, measure)
  else if (hasRowName(reading) || reading.has('count')) amount = { kind: 'rows' }
  else if (hasUnknown(reading)) return null
  else amount = usualAmount(reading)
  return {
    kind: 'why',
    table: reading.table.name,
    where: whereOf(others, yesConditions(reading)),
    amount,
    time: when?.column.name ?? time.name,
    direction,
    period: when === undefined ? null : periodOf(reading, when),
  }
}

/** One period as a text; of a month without a year, the last one there is. */
function periodOf(reading: Reading, { period, column }: Filter): string | null {
  if (period === undefined) return null
  if (period.kind === 'span') {
    const { from, to } = period
    if (from === to) return from
    const quarter = /^(\d{4})-(\d\d)$/.exec(from)
    return quarter === null ? to : `${quarter[1]}-Q${Math.ceil(Number(quarter[2]) / 3)}`
  }
  const [month] = period.values
  if (period.part !== 'month' || month === undefined) return null
  if (period.year !== null) return `${period.year}-${String(month).padStart(2, '0')}`
  reading.assumed.add('period')
  return latestMonth(column, month)
}

/** `which products grew`. */
export function movedOf({ reading, filters, groups }: Asked): AskedQuestion | null {
  const [time] = timesOf(reading.table)
  const rose = reading.find('rose')
  const fell = reading.find('fell')
  if ((rose === null && fell === null) || time === undefined) return null
  const named = reading.columns().find(({ column }) => isGrouping(column) && !isYesNo(column))
  const grouping = groups.by.find((one) => one.kind === 'column')
  const by = named?.column.name ?? grouping?.column ?? nounColumn(reading)?.name
  if (by === undefined || reading.has('distinct')) return null
  if (
    named === undefined &&
    !reading.pieces.some(
      (_, index) => reading.mayBe(index, 'which') && /^(?:which|welche)/i.test(reading.pieces[index]?.text ?? ''),
    ) &&
    grouping === undefined
  )
    return null
  if (named !== undefined) takeColumn(reading, named.column)
  const measure = takeMeasure(reading) ?? groups.ordering
  let amount: Amount
  if (measure !== null) amount = amountOfMeasure(reading, measure)
  else if (reading.has('count')) amount = { kind: 'rows' }
  else if (hasUnknown(reading)) return null
  else amount = usualAmount(reading)
  const direction = fell !== null && (rose === null || fell < rose) ? 'down' : 'up'
  return { kind: 'moved', table: reading.table.name, where: whereOf(filters), amount, by, time: time.name, direction }
}
