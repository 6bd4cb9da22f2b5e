/** What all ways of asking share: the pieces, the filters and the groups, and how they become a question. */

import type { Condition } from './../story/condition.ts'
import { isGrouping, isYesNo, noValue, timesOf, usualGrain, yesValue } from './columns.ts'
import { type Filter, joined } from './filters/filter.ts'
import type { Groups } from './groupings.ts'
import type { Amount, AskedGrain, AskedQuestion, Grouping } from './question.ts'
import type { Reading } from './reading.ts'
import type { AskedColumn } from './table.ts'

/** All that the ways of asking are decided by. */
export interface Asked {
  readonly reading: Reading
  readonly filters: readonly Filter[]
  readonly groups: Groups
}

export function whereOf(filters: readonly Filter[], extra: readonly Condition[] = []): Condition | null {
  const where = joined(filters)
  const parts = [...(where === null ? [] : where.kind === 'all' ? where.parts : [where]), ...extra]
  const [first] = parts
  if (first === undefined) return null
  return parts.length === 1 ? first : { kind: 'all', parts }
}

/** Columns of yes and no that are named as what is so: `women who survived`, `reopened tickets`. */
export function yesConditions(reading: Reading): readonly Condition[] {
  const said = new Map<AskedColumn, boolean>()
  for (const { index, column } of reading.columns()) {
    if (!isYesNo(column)) continue
    const denied = [index - 1, index - 2].some((place) => reading.isCue(place, 'not', 'without'))
    said.set(column, denied || said.get(column) === true)
    reading.take(index)
  }
  return [...said].map(([column, denied]) => ({
    kind: 'compare',
    column: column.name,
    operator: '=',
    value: denied ? noValue(column) : yesValue(column),
  }))
}

/** The number by the groups that were named: a value, groups, or a course over time. */
export function inGroups(
  reading: Reading,
  amount: Amount,
  by: readonly Grouping[],
  where: Condition | null,
): AskedQuestion {
  const rows = { table: reading.table.name, where }
  const [first] = by
  if (first === undefined) {
    const trend = trendOf(reading)
    return trend === null ? { kind: 'value', ...rows, amount } : { kind: 'course', ...rows, amount, ...trend }
  }
  const period = by.find((one) => one.kind === 'period')
  if (by.length === 1 && period !== undefined) {
    return { kind: 'course', ...rows, amount, time: period.column, grain: period.grain }
  }
  return { kind: 'groups', ...rows, amount, by: [...by] }
}

/** The time a course is asked over in words: `over time`, `how did … change`. */
function trendOf(reading: Reading): { readonly time: string; readonly grain: AskedGrain } | null {
  const [time] = timesOf(reading.table)
  if (time === undefined) return null
  if (reading.has('yearTrend')) return { time: time.name, grain: 'year' }
  // `how much rain fell` asks for a sum.
  const isAmount = reading.has('sum', 'count')
  if (!reading.has('trend', 'change') && (isAmount || !reading.has('rose', 'fell'))) return null
  reading.assumed.add('grain')
  return { time: time.name, grain: usualGrain(time) }
}

export function uniqueColumns(reading: Reading): readonly AskedColumn[] {
  const columns = reading.columns().map(({ column }) => column)
  return columns.filter((column, at) => columns.findIndex(({ name }) => name === column.name) === at)
}

export function takeColumn(reading: Reading, column: AskedColumn): void {
  for (const one of reading.columns()) if (one.column.name === column.name) reading.take(one.index)
}

/** The column whose values the rows are called after: countries, where a row is a country in a year. */
export function nounColumn(reading: Reading): AskedColumn | null {
  const index = reading.pieces.findIndex(({ sense }) => sense.is === 'rowName')
  const sense = reading.pieces[index]?.rest.find((one) => one.is === 'column')
  return sense?.is === 'column' && isGrouping(sense.column) ? sense.column : null
}

export function hasRowName(reading: Reading): boolean {
  return reading.pieces.some(({ sense }, index) => sense.is === 'rowName' && !reading.isTaken(index))
}

/** Words that were not understood: where they may be what was asked for, nothing is guessed in their place. */
export function hasUnknown(reading: Reading): boolean {
  return reading.pieces.some(({ sense }, index) => sense.is === 'unknown' && !reading.isTaken(index))
}
