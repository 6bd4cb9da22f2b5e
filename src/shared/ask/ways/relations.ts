/** What goes with what: two columns, or all that goes with one. */

import { type Asked, takeColumn, uniqueColumns, whereOf } from '../asked.ts'
import { isGrouping, isMeasure, isTime, isYesNo } from '../columns.ts'
import type { AskedQuestion } from '../question.ts'

export function driversOf({ reading, filters, groups }: Asked): AskedQuestion | null {
  if (!reading.has('drivers')) return null
  const named = reading.columns().filter(({ column }) => !isTime(column))
  const target = named.find(({ column }) => isMeasure(column) || isYesNo(column)) ?? named[0]
  const ordering = target === undefined ? groups.ordering : target.column
  if (ordering === null) return null
  if (target !== undefined) {
    for (const { index, column } of named) if (column.name === target.column.name) reading.take(index)
    reading.take(target.index)
  }
  return { kind: 'drivers', table: reading.table.name, where: whereOf(filters), column: ordering.name }
}

export function relationOf({ reading, filters }: Asked): AskedQuestion | null {
  const named = uniqueColumns(reading)
  const [first, second] = named
  const isBetween =
    reading.has('versus', 'compare') && filters.every(({ kind }) => kind !== 'value' && kind !== 'period')
  if (!reading.has('relate') && !(isBetween && named.length === 2 && !(second !== undefined && isYesNo(second))))
    return null
  if (first === undefined) return null
  if (second === undefined) {
    if (!reading.has('relate')) return null
    reading.assumed.add('kind')
    takeColumn(reading, first)
    return { kind: 'drivers', table: reading.table.name, where: whereOf(filters), column: first.name }
  }
  if (isBetween && !reading.has('relate') && (isGrouping(first) || isGrouping(second))) return null
  takeColumn(reading, first)
  takeColumn(reading, second)
  return { kind: 'relate', table: reading.table.name, where: whereOf(filters), columns: [first.name, second.name] }
}
