/** By what the answer is to be told apart: `by region`, `per month`, `nach Wochentag`. */
import { isGrouping, isMeasure, isTime, timesOf, usualGrain } from './columns.ts'
import type { Cue } from './lexicon/lexicon.ts'
import type { AskedGrain, Grouping } from './question.ts'
import type { Reading } from './reading.ts'
import type { AskedColumn } from './table.ts'

export interface Groups {
  readonly by: readonly Grouping[]
  /** A measure that stood behind `by`: what groups are to be ordered by. */
  readonly ordering: AskedColumn | null
}

const grainCues = ['year', 'quarter', 'month', 'week', 'day', 'hour'] as const
const everyCues = {
  yearly: 'year',
  quarterly: 'quarter',
  monthly: 'month',
  weekly: 'week',
  daily: 'day',
  hourly: 'hour',
} as const satisfies Partial<Record<Cue, AskedGrain>>
const calendarCues = { ofWeek: 'weekday', ofYear: 'month', ofDay: 'hour' } as const satisfies Partial<
  Record<Cue, 'weekday' | 'month' | 'hour'>
>

/** Takes up what it finds. */
export function groupsOf(reading: Reading): Groups {
  const by: Grouping[] = []
  let ordering: AskedColumn | null = null
  const [time] = timesOf(reading.table)
  for (let index = 0; index < reading.pieces.length; index++) {
    if (time !== undefined) {
      const every = Object.entries(everyCues).find(([cue]) => reading.isCue(index, cue as keyof typeof everyCues))
      if (every !== undefined) {
        by.push({ kind: 'period', column: time.name, grain: every[1] })
        reading.take(index)
        continue
      }
    }
    if (!reading.isCue(index, 'by')) continue
    let place = skip(reading, index + 1)
    const start = place
    for (;;) {
      const found = groupingAt(reading, place)
      if (found === null) {
        const column = reading.columnAt(place)
        if (column !== null && isMeasure(column) && ordering === null && place === start) {
          ordering = column
          reading.takeRange(index, place + 1)
        }
        break
      }
      by.push(found.grouping)
      reading.takeRange(index, found.next)
      place = skip(reading, found.next)
      if (!reading.isCue(place, 'and', 'by')) break
      const next = skip(reading, place + 1)
      if (groupingAt(reading, next) === null) break
      reading.take(place)
      place = next
    }
  }
  return { by: distinctGroupings(by).slice(0, 2), ordering }
}

function skip(reading: Reading, index: number): number {
  let place = index
  while (
    reading.is(place, 'light') !== null ||
    (reading.isCue(place, 'by', 'which', 'in', 'distinct', 'count') && reading.columnAt(place) === null)
  )
    place++
  return place
}

/** A column of groups, a period or a part of the calendar at a piece. */
export function groupingAt(
  reading: Reading,
  index: number,
): { readonly grouping: Grouping; readonly next: number } | null {
  const times = timesOf(reading.table)
  const [time] = times
  if (time !== undefined) {
    const calendar = Object.entries(calendarCues).find(([cue]) =>
      reading.isCue(index, cue as keyof typeof calendarCues),
    )
    if (calendar !== undefined && time.type !== 'integer') {
      return { grouping: { kind: 'calendar', column: time.name, part: calendar[1] }, next: index + 1 }
    }
    const isWorkdays = reading.isCue(index, 'workdays')
    if (isWorkdays && reading.isCue(index - 1, 'by') && time.type !== 'integer') {
      return { grouping: { kind: 'calendar', column: time.name, part: 'weekday' }, next: index + 1 }
    }
  }
  const column = reading.columnAt(index)
  if (column !== null) {
    let next = index + 1
    while (reading.columnAt(next)?.name === column.name) next++
    if (isTime(column)) {
      return {
        grouping: {
          kind: 'period',
          column: column.name,
          grain: column.type === 'integer' ? 'year' : (grainOfText(reading, index) ?? usualGrain(column)),
        },
        next,
      }
    }
    if (isGrouping(column) || column.role === 'identifier')
      return { grouping: { kind: 'column', column: column.name }, next }
    if (
      isMeasure(column) &&
      isFew(column) &&
      reading.columns().some((other) => other.index !== index && isMeasure(other.column))
    ) {
      return { grouping: { kind: 'column', column: column.name }, next }
    }
    return null
  }
  const grain = grainCues.find((cue) => reading.isCue(index, cue))
  if (grain === undefined || time === undefined) return null
  const own = reading.as(index + 1, 'column')?.column
  const named = own !== undefined && isTime(own) && times.length > 1 ? own : time
  const next = named === time ? index + 1 : index + 2
  if (grain === 'hour' && named.type === 'timestamp') {
    return { grouping: { kind: 'calendar', column: named.name, part: 'hour' }, next }
  }
  if (named.type === 'integer') return { grouping: { kind: 'period', column: named.name, grain: 'year' }, next }
  return { grouping: { kind: 'period', column: named.name, grain }, next }
}

/** A column of dates called by a grain, as `year` of `Year`. */
function grainOfText(reading: Reading, index: number): AskedGrain | null {
  return (
    grainCues.find((cue) => reading.mayBe(index, cue) && cue !== 'day') ?? (reading.mayBe(index, 'day') ? 'day' : null)
  )
}

function isFew({ type, min, max }: AskedColumn): boolean {
  return type === 'integer' && Number(max) - Number(min) <= 20
}

function distinctGroupings(by: readonly Grouping[]): readonly Grouping[] {
  return by.filter((one, at) => by.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at)
}
