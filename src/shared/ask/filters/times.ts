/** Periods of time, with the word that says how they hold. */
import { isTime, timesOf } from '../columns.ts'
import { type FoundPeriod, periodAt, periodCondition, type TimeRelation } from '../periods.ts'
import type { Reading } from '../reading.ts'
import type { AskedColumn } from '../table.ts'
import type { Filter } from './filter.ts'
import { skipJoints } from './joints.ts'

/** A period, with the word that says how it holds and the column of time it is of. */
export function timeAt(reading: Reading, index: number): Filter | null {
  let place = index
  let named: AskedColumn | null = null
  const column = reading.columnAt(index)
  if (column !== null && isTime(column)) {
    named = column
    place = skipJoints(reading, index + 1)
  }
  const times = timesOf(reading.table)
  const relation = relationAt(reading, place)
  const start = relation === null ? skipJoints(reading, place) : place + 1
  const between = reading.isCue(place, 'between', 'from')
  const first = periodAt(
    reading,
    between || relation !== null ? skipJoints(reading, start === place ? place + 1 : start) : start,
  )
  if (first === null || (place !== index && named === null)) return null
  // A light word before a period belongs to it, but none before that.
  if (named === null && relation === null && !between && start !== index) return null
  let { next } = first
  let { period } = first
  let how: TimeRelation = relation ?? 'in'
  const joint = reading.isCue(next, 'and', 'to', 'until') || reading.pieces[next]?.text === '-'
  if (joint && (between || reading.isCue(next, 'to', 'until'))) {
    const second = periodAt(reading, next + 1)
    if (second !== null && second.period.kind === 'span' && period.kind === 'span') {
      period = { kind: 'span', from: withYear(period.from, second.period.to), to: second.period.to }
      next = second.next
      how = 'in'
    }
  } else if (relation === null && reading.isCue(next, 'atLeast', 'since')) {
    how = 'since'
    next++
  } else {
    const or = alsoPeriods(reading, next, first)
    period = or.period
    next = or.next
  }
  if (named === null) {
    const after = reading.columnAt(next)
    if (after !== null && isTime(after) && times.length > 1 && !reading.isCue(next - 1, 'by')) {
      named = after
      next++
    } else named = namedBefore(reading, index, times)
  }
  const wanted = named === null ? times : [named]
  for (const time of wanted) {
    const condition = periodCondition(time, period, how)
    if (condition === null) continue
    return { condition, column: time, from: index, to: next, kind: 'period', period, relation: how }
  }
  return null
}

/** A column of time mentioned shortly before, of several: `opened in June`. */
function namedBefore(reading: Reading, index: number, times: readonly AskedColumn[]): AskedColumn | null {
  if (times.length < 2) return null
  for (let place = index - 1; place >= Math.max(0, index - 3); place--) {
    const sense = reading.as(place, 'column')
    const column = sense === null ? undefined : [sense.column, ...sense.others].find(isTime)
    if (column !== undefined && times.includes(column)) {
      if (!reading.isCue(place - 1, 'by')) reading.take(place)
      return column
    }
    if (!reading.isLight(place)) return null
  }
  return null
}

/** The year of the second of two times is that of the first as well, where only it has one. */
function withYear(from: string, to: string): string {
  return from.length < 4 ? `${to.slice(0, 4)}-${from}` : from
}

/** `January or February`: parts of the calendar of one sort. */
function alsoPeriods(reading: Reading, next: number, first: FoundPeriod): FoundPeriod {
  if (first.period.kind !== 'calendar') return { period: first.period, next }
  let { period } = first
  let place = next
  while (reading.isCue(place, 'or')) {
    const other = periodAt(reading, place + 1)
    if (other === null || other.period.kind !== 'calendar' || other.period.part !== period.part) break
    period = { ...period, values: [...period.values, ...other.period.values] }
    place = other.next
  }
  return { period, next: place }
}

function relationAt(reading: Reading, index: number): TimeRelation | null {
  if (reading.isCue(index, 'since', 'atLeast')) return 'since'
  if (reading.isCue(index, 'before', 'under')) return 'before'
  if (reading.isCue(index, 'after', 'over')) return 'after'
  if (reading.isCue(index, 'until', 'atMost')) return 'until'
  // `nach 2010` is after it, while `nach Region` is by it.
  const text = reading.pieces[index]?.text.toLowerCase()
  if (text === 'nach' && periodAt(reading, skipJoints(reading, index + 1)) !== null) return 'after'
  return null
}
