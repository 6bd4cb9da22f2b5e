/** The rows themselves, and what is left where nothing is asked in words. */

import { namedAggregate, usualAmount } from '../amounts.ts'
import {
  type Asked,
  hasRowName,
  hasUnknown,
  inGroups,
  takeColumn,
  uniqueColumns,
  whereOf,
  yesConditions,
} from '../asked.ts'
import { isGrouping, isMeasure, isTime, isYesNo, timesOf } from '../columns.ts'
import type { AskedQuestion } from '../question.ts'

/** `rows where …`, `who has more than …`, `show the orders of …`. */
export function rowsAsked({ reading, filters, groups }: Asked): AskedQuestion | null {
  if (groups.by.length > 0 || groups.ordering !== null || namedAggregate(reading) !== null) return null
  const asks = reading.has('rows', 'who')
  const isNoun = hasRowName(reading)
  const hasMeasure = reading.columns().some(({ column }) => isMeasure(column))
  if (!asks && !(isNoun && !hasMeasure)) return null
  if (
    hasMeasure &&
    !reading.has('who') &&
    !reading.pieces.some(({ text, sense }) => sense.is === 'rowName' || /^(?:rows|zeilen)/i.test(text))
  )
    return null
  const where = whereOf(filters, yesConditions(reading))
  if (where === null && (hasUnknown(reading) || !asks)) return null
  if (reading.has('trend', 'yearTrend', 'change')) return null
  return { kind: 'rows', table: reading.table.name, where, order: null }
}

/** Only conditions, or only a column: the rows, or what is in the column. */
export function leftOver({ reading, filters }: Asked): AskedQuestion | null {
  if (hasUnknown(reading)) return null
  const [column] = uniqueColumns(reading)
  reading.assumed.add('kind')
  const rows = { table: reading.table.name }
  const where = whereOf(filters, yesConditions(reading))
  const isNoun =
    column !== undefined &&
    reading.pieces.some(
      ({ sense, rest }) =>
        sense.is === 'column' && sense.column.name === column.name && rest.some((one) => one.is === 'rowName'),
    )
  if (isNoun && where !== null) {
    takeColumn(reading, column)
    return { kind: 'rows', ...rows, where, order: null }
  }
  if (column !== undefined && !isTime(column) && !isYesNo(column) && isGrouping(column)) {
    takeColumn(reading, column)
    return { kind: 'groups', ...rows, where, amount: { kind: 'rows' }, by: [{ kind: 'column', column: column.name }] }
  }
  if (where === null) {
    if (reading.has('trend', 'yearTrend', 'change') && timesOf(reading.table).length > 0)
      return inGroups(reading, usualAmount(reading), [], null)
    return null
  }
  return { kind: 'rows', ...rows, where, order: null }
}
