/** Numbers: how something is distributed, shares, counts, sums and averages. */

import type { Condition } from '../../story/condition.ts'
import { amountOfMeasure, shareOfYes, takeMeasure, takeYesNo, usualAmount } from '../amounts.ts'
import {
  type Asked,
  hasRowName,
  hasUnknown,
  inGroups,
  nounColumn,
  takeColumn,
  uniqueColumns,
  whereOf,
  yesConditions,
} from '../asked.ts'
import { isGrouping, isMeasure, isYesNo, mainMeasure } from '../columns.ts'
import type { AskedQuestion, Grouping } from '../question.ts'
import type { Reading } from '../reading.ts'
import type { AskedColumn } from '../table.ts'

export function distributionOf({ reading, filters, groups }: Asked): AskedQuestion | null {
  if (!reading.has('distribution') || groups.by.length > 0) return null
  const [column] = uniqueColumns(reading)
  const target = column ?? groups.ordering
  if (target === null || target === undefined) return null
  takeColumn(reading, target)
  return {
    kind: 'distribution',
    table: reading.table.name,
    where: whereOf(filters, yesConditions(reading)),
    column: target.name,
  }
}

/** `survival rate by class`, `what percentage was returned`. */
export function shareAsked({ reading, filters, groups }: Asked): AskedQuestion | null {
  if (!reading.has('share')) return null
  const yesNo = takeYesNo(reading)
  const byNames = groups.by.map(({ column }) => column)
  if (yesNo !== null) return inGroups(reading, shareOfYes(yesNo), groups.by, whereOf(filters))
  const part =
    filters.find(({ kind, column }) => kind === 'value' && !byNames.includes(column.name)) ??
    filters.find(({ kind }) => kind === 'number' || kind === 'gap')
  if (part === undefined) return null
  return inGroups(
    reading,
    { kind: 'share', of: part.condition },
    groups.by,
    whereOf(filters.filter((one) => one !== part)),
  )
}

export function countAsked({ reading, filters, groups }: Asked): AskedQuestion | null {
  const place = reading.find('count')
  if (place === null) return null
  const columns = reading.columns().filter(({ index }) => index > place)
  const measure = columns.find(({ column }) => isMeasure(column) && column.additivity !== 'none')
  const dimension = columns.find(
    ({ column }) => isGrouping(column) && !isYesNo(column) && (column.role !== 'identifier' || reading.has('distinct')),
  )
  const isRow = reading.pieces.some(
    (piece, index) => index > place && piece.sense.is === 'rowName' && (measure === undefined || index < measure.index),
  )
  const where = (): Condition | null => whereOf(filters, yesConditions(reading))
  if (measure !== undefined && !isRow) {
    takeColumn(reading, measure.column)
    return inGroups(reading, amountOfMeasure(reading, measure.column, 'sum'), groups.by, where())
  }
  if (dimension !== undefined && (!isRow || reading.has('distinct'))) {
    takeColumn(reading, dimension.column)
    return inGroups(
      reading,
      { kind: 'column', column: dimension.column.name, aggregate: 'distinct' },
      groups.by,
      where(),
    )
  }
  const noun = reading.has('distinct') ? nounColumn(reading) : null
  if (noun !== null) {
    return inGroups(reading, { kind: 'column', column: noun.name, aggregate: 'distinct' }, groups.by, where())
  }
  if (
    measure === undefined &&
    dimension === undefined &&
    !isRow &&
    filters.length === 0 &&
    columns.length === 0 &&
    groups.by.length === 0 &&
    hasUnknown(reading)
  )
    return null
  return inGroups(reading, { kind: 'rows' }, groups.by, where())
}

/** A measure, in groups or over time or as one number. */
export function numberAsked({ reading, filters, groups }: Asked): AskedQuestion | null {
  const measure = takeMeasure(reading) ?? null
  const dimension = reading.columns().find(({ column }) => isGrouping(column) && !isYesNo(column))
  if (measure !== null) {
    const by =
      groups.by.length > 0 ||
      dimension === undefined ||
      filters.some(({ column }) => column.name === dimension.column.name)
        ? groups.by
        : impliedGroup(reading, dimension.column)
    return inGroups(reading, amountOfMeasure(reading, measure), by, whereOf(filters, yesConditions(reading)))
  }
  if (groups.ordering !== null) {
    if (dimension === undefined)
      return inGroups(reading, amountOfMeasure(reading, groups.ordering), groups.by, whereOf(filters))
    takeColumn(reading, dimension.column)
    return inGroups(
      reading,
      amountOfMeasure(reading, groups.ordering),
      [{ kind: 'column', column: dimension.column.name }],
      whereOf(filters),
    )
  }
  const asksTotal = reading.has('sum') || reading.has('mean') || reading.has('median')
  if (asksTotal && !hasUnknown(reading) && mainMeasure(reading.table) !== null) {
    return inGroups(reading, usualAmount(reading), groups.by, whereOf(filters))
  }
  if (groups.by.length > 0 && hasRowName(reading) && !hasUnknown(reading)) {
    return inGroups(reading, { kind: 'rows' }, groups.by, whereOf(filters, yesConditions(reading)))
  }
  const yesNo = groups.by.length > 0 ? takeYesNo(reading) : null
  if (yesNo !== null) {
    reading.assumed.add('kind')
    return inGroups(reading, shareOfYes(yesNo), groups.by, whereOf(filters))
  }
  if (groups.by.length > 0 && !hasUnknown(reading)) {
    if (!hasRowName(reading)) reading.assumed.add('amount')
    return inGroups(reading, { kind: 'rows' }, groups.by, whereOf(filters))
  }
  return null
}

/** A dimension that stands beside a measure: `revenue region`. */
function impliedGroup(reading: Reading, column: AskedColumn): readonly Grouping[] {
  takeColumn(reading, column)
  reading.assumed.add('kind')
  return [{ kind: 'column', column: column.name }]
}
