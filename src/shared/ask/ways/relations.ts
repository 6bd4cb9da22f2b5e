/** What goes with what: two columns, or all that goes with one. */

import { type Asked, takeColumn, uniqueColumns, whereOf } from '../asked.ts'
import { columnAbout, isGrouping, isMeasure, isTime, isYesNo } from '../columns.ts'
import type { AskedQuestion } from '../question.ts'
import type { Reading } from '../reading.ts'
import type { AskedColumn } from '../table.ts'

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

export function relationOf({ reading, filters, groups }: Asked): AskedQuestion | null {
  const together = goTogether(reading)
  if (together !== null && filters.length === 0 && groups.by.length === 0) {
    reading.assumed.add('kind')
    for (const column of together) takeColumn(reading, column)
    return { kind: 'relate', table: reading.table.name, where: null, columns: [together[0].name, together[1].name] }
  }
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

/** `do people with a long commute work more days remote`, `is it windier when pressure is low`: two measures, compared. */
function goTogether(reading: Reading): readonly [AskedColumn, AskedColumn] | null {
  if (reading.has('most', 'least', 'top', 'bottom', 'compare', 'versus', 'rose', 'fell')) return null
  const about = reading.pieces.flatMap((_, index): AskedColumn[] => {
    const degree = reading.is(index, 'degree')
    const column = degree === null ? reading.columnAt(index) : columnAbout(reading.table, degree.concept)
    return column !== null && isMeasure(column) ? [column] : []
  })
  const isCompared =
    reading.has('more', 'less') || reading.pieces.some((_, index) => reading.is(index, 'degree') !== null)
  const [first, second, third] = [...new Set(about)]
  return isCompared && first !== undefined && second !== undefined && third === undefined ? [first, second] : null
}
