/** Firsts and lasts: `top 10 customers by margin`, `which month was the wettest`, `the 5 cheapest houses`, `highest price`. */
import { amountOfMeasure, namedAggregate, shareOfYes, takeMeasure, takeYesNo, usualAmount } from '../amounts.ts'
import { type Asked, hasRowName, hasUnknown, inGroups, takeColumn, whereOf, yesConditions } from '../asked.ts'
import { columnAbout, isGrouping, isMeasure, isTime, isYesNo, usualAggregate } from '../columns.ts'
import { groupingAt } from '../groupings.ts'
import type { Amount, AskedQuestion, Grouping } from '../question.ts'
import type { Reading } from '../reading.ts'
import type { AskedColumn } from '../table.ts'

interface Order {
  readonly order: 'highest' | 'lowest'
  /** What `windiest` and `cheapest` are about. */
  readonly column: AskedColumn | null
  readonly most: number | null
  readonly index: number
  readonly isDegree: boolean
}

/** Null where nothing asks for a first. */
export function ranked(asked: Asked): AskedQuestion | null {
  const { reading, filters, groups } = asked
  const order = orderOf(reading)
  if (order === null) return null
  const target = targetOf(asked, order)
  const measure = measureOf(asked, order)
  const where = (): ReturnType<typeof whereOf> => whereOf(filters, yesConditions(reading))
  const isByGroups = groups.by.length > 0 && order.most === null && target === null
  if (target !== null) {
    const amount = amountOf(reading, measure, order)
    if (amount === null) return null
    return {
      kind: 'rank',
      table: reading.table.name,
      where: where(),
      amount,
      by: target,
      order: order.order,
      most: order.most ?? 1,
    }
  }
  if (measure === null) {
    const [by] = groups.by
    if (by !== undefined && order.most !== null)
      return {
        kind: 'rank',
        table: reading.table.name,
        where: where(),
        amount: { kind: 'rows' },
        by,
        order: order.order,
        most: order.most,
      }
    return null
  }
  const extreme = order.order === 'highest' ? 'max' : 'min'
  if (isByGroups || (!order.isDegree && order.most === null && !hasRowName(reading))) {
    return inGroups(reading, { kind: 'column', column: measure.name, aggregate: extreme }, groups.by, where())
  }
  if (order.most === null && !order.isDegree && reading.has('trend', 'yearTrend')) return null
  return {
    kind: 'rows',
    table: reading.table.name,
    where: where(),
    order: { column: measure.name, order: order.order, most: order.most ?? 1 },
  }
}

function orderOf(reading: Reading): Order | null {
  for (let index = 0; index < reading.pieces.length; index++) {
    if (reading.isTaken(index)) continue
    const degree = reading.as(index, 'degree')
    const isPlain = reading.isCue(index, 'top', 'bottom', 'most', 'least')
    if (degree !== null && (!isPlain || columnAbout(reading.table, degree.concept) !== null)) {
      const column = columnAbout(reading.table, degree.concept)
      if (column === null || reading.isCue(index + 1, 'than') || isComparative(reading.pieces[index]?.text ?? ''))
        continue
      // What is newest was built last; a column of time is no measure.
      const order = degree.direction === 'high' ? 'highest' : 'lowest'
      return { order, column, most: countNear(reading, index), index, isDegree: true }
    }
    if (!isPlain) continue
    const order = reading.isCue(index, 'top', 'most') ? 'highest' : 'lowest'
    return { order, column: null, most: countNear(reading, index), index, isDegree: false }
  }
  return null
}

/** `windier`, `teurer`, and not `windiest`, `wärmster`. */
function isComparative(text: string): boolean {
  return /^(?:more|less)\s/i.test(text) || /(?<!st)er(?:e[nrsm]?)?$/i.test(text)
}

/** How many are asked for; it is taken up. */
function countNear(reading: Reading, index: number): number | null {
  for (const place of [index + 1, index - 1, index + 2]) {
    const value = reading.is(place, 'number')?.value
    if (value !== undefined && Number.isInteger(value) && value >= 1 && value <= 1000) {
      if (place === index + 2 && !reading.isLight(index + 1)) continue
      reading.take(place)
      return value
    }
  }
  return null
}

/** What is put in order: groups of a column, or periods; null where it is rows. */
function targetOf({ reading, groups }: Asked, order: Order): Grouping | null {
  const dimension = reading.columns().find(({ column }) => isGrouping(column) && !isYesNo(column))
  if (dimension !== undefined) {
    takeColumn(reading, dimension.column)
    return { kind: 'column', column: dimension.column.name }
  }
  const which = reading.pieces.findIndex(
    (_, index) => reading.mayBe(index, 'which') && groupingAt(reading, index + 1) !== null,
  )
  if (which >= 0 && !isRowNamed(reading, which + 1)) {
    const found = groupingAt(reading, which + 1)
    if (found !== null && found.grouping.kind !== 'column') {
      reading.takeRange(which, found.next)
      return found.grouping
    }
  }
  // `the wettest month`, `top 3 months`.
  for (let place = order.index + 1; place <= order.index + 3; place++) {
    if (isRowNamed(reading, place)) break
    const found = groupingAt(reading, place)
    if (found === null || found.grouping.kind === 'column') continue
    if (groups.by.length > 0) break
    reading.takeRange(place, found.next)
    return found.grouping
  }
  if (order.most !== null && groups.by.length > 0 && groups.ordering === null) return groups.by[0] ?? null
  return null
}

/** A day, in a table of days, is a row. */
function isRowNamed(reading: Reading, index: number): boolean {
  const piece = reading.pieces[index]
  return piece !== undefined && [piece.sense, ...piece.rest].some(({ is }) => is === 'rowName')
}

function measureOf({ reading, groups }: Asked, order: Order): AskedColumn | null {
  if (groups.ordering !== null) return groups.ordering
  const named = takeMeasure(reading)
  if (named !== null) return named
  if (order.column !== null) return order.column
  const time = reading.columns().find(({ column }) => isTime(column))
  if (time !== undefined && !order.isDegree) return null
  return null
}

/** Null where what is to be compared was named, and not understood. */
function amountOf(reading: Reading, measure: AskedColumn | null, order: Order): Amount | null {
  if (measure !== null && isMeasure(measure)) {
    const named = namedAggregate(reading)
    // The dearest neighbourhood is the one of the dearest houses on average.
    return amountOfMeasure(
      reading,
      measure,
      named ??
        (order.isDegree && measure.additivity !== 'flow' ? 'mean' : null) ??
        (named === null && order.isDegree ? usualAggregate(measure) : null),
    )
  }
  const yesNo = takeYesNo(reading)
  if (yesNo !== null) {
    if (!reading.has('share') && (hasRowName(reading) || reading.has('count'))) return { kind: 'rows' }
    return shareOfYes(yesNo)
  }
  if (hasRowName(reading) || reading.has('count')) return { kind: 'rows' }
  if (hasUnknown(reading)) return null
  const isMost =
    reading.isCue(order.index, 'most', 'least') &&
    /^(?:am )?(?:h[aä]ufigst|seltenst|(?:un)?beliebtest|g[aä]ngigst|most(?:$| common| frequent| popular| often)|meiste|fewest|wenigste|least(?:$| common| popular)|commonest|rarest)/i.test(
      reading.pieces[order.index]?.text ?? '',
    )
  if (isMost) {
    reading.assumed.add('amount')
    return { kind: 'rows' }
  }
  return usualAmount(reading)
}
