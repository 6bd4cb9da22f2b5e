/** Two parts of the rows against each other. */

import type { Condition } from '../../story/condition.ts'
import { amountOfMeasure, namedAggregate, shareOfYes, takeMeasure, takeYesNo, usualAmount } from '../amounts.ts'
import { type Asked, hasRowName, hasUnknown, inGroups, takeColumn, whereOf } from '../asked.ts'
import { columnAbout, isGrouping, isMeasure, isYesNo, noValue, yesValue } from '../columns.ts'
import type { Filter } from '../filters/filter.ts'
import type { Amount, AskedQuestion, Grouping } from '../question.ts'
import type { Reading } from '../reading.ts'
import type { AskedColumn } from '../table.ts'

/** Two parts of the rows against each other. */
export function comparisonOf({ reading, filters, groups }: Asked): AskedQuestion | null {
  const asksFor = reading.has('compare', 'versus')
  const isDegree = reading.pieces.some((_, index) => reading.as(index, 'degree') !== null)
  const isThan = reading.pieces.some((_, index) => reading.isCue(index, 'over', 'under'))
  const isComparative = reading.has('more', 'less') || isDegree || isThan
  if (!asksFor && !(isComparative && !isSuperlative(reading))) return null
  if (!asksFor && !isThan && !reading.has('than') && !filters.some(({ column }) => isYesNo(column))) return null
  const pair = sidesOf(reading, filters)
  if (pair === null) return asksFor ? comparedGroups({ reading, filters, groups }) : null
  const rest = filters.filter((one) => !pair.used.includes(one))
  const concept = degreeConcept(reading)
  const measure =
    takeMeasure(reading) ?? groups.ordering ?? (concept === null ? null : columnAbout(reading.table, concept))
  let amount: Amount | null = null
  if (measure !== null) {
    amount = amountOfMeasure(reading, measure, namedAggregate(reading))
  } else {
    const yesNo = takeYesNo(reading)
    if (yesNo !== null) amount = shareOfYes(yesNo)
    else if (reading.has('count') || (hasRowName(reading) && isComparative)) amount = { kind: 'rows' }
    else if (hasUnknown(reading)) return null
  }
  return {
    kind: 'compare',
    table: reading.table.name,
    where: whereOf(rest),
    amount,
    left: pair.left,
    right: pair.right,
  }
}

/** Whether words like `most` ask for the first of many. */
function isSuperlative(reading: Reading): boolean {
  return reading.has('most', 'least', 'top', 'bottom')
}

function degreeConcept(reading: Reading): string | null {
  for (let index = 0; index < reading.pieces.length; index++) {
    const degree = reading.as(index, 'degree')
    if (degree !== null && columnAbout(reading.table, degree.concept) !== null) return degree.concept
  }
  return null
}

interface Sides {
  readonly left: Condition
  readonly right: Condition
  readonly used: readonly Filter[]
}

/** The two filters of one column that are compared; of a yes and no, the one and the other. */
function sidesOf(reading: Reading, filters: readonly Filter[]): Sides | null {
  const able = filters.filter(({ kind }) => kind === 'value' || kind === 'period')
  for (const [index, left] of able.entries()) {
    const right = able
      .slice(index + 1)
      .find(({ column, kind }) => column.name === left.column.name && kind === left.kind)
    if (right !== undefined) return { left: left.condition, right: right.condition, used: [left, right] }
    if (left.condition.kind === 'in' && left.condition.values.length === 2) {
      const [first, second] = left.condition.values
      if (first !== undefined && second !== undefined) {
        const side = (value: string | number): Condition => ({
          kind: 'compare',
          column: left.column.name,
          operator: '=',
          value,
        })
        return { left: side(first), right: side(second), used: [left] }
      }
    }
  }
  const yesNo = able.find(({ column }) => isYesNo(column))
  if (yesNo !== undefined) return yesAndNo(yesNo.column, [yesNo], yesNo.condition)
  const named = reading.columns().find(({ column }) => isYesNo(column))
  if (named !== undefined && reading.columns().some(({ column }) => isMeasure(column))) {
    takeColumn(reading, named.column)
    return yesAndNo(named.column, [])
  }
  const [only] = able
  if (only?.kind === 'value' && only.condition.kind === 'compare' && isOthers(reading)) {
    return { left: only.condition, right: { ...only.condition, operator: '!=' }, used: [only] }
  }
  return null
}

/** `the others`, `the rest`. */
function isOthers(reading: Reading): boolean {
  return reading.pieces.some(({ text }) =>
    /^(?:others?|rest|remaining|everyone else|anderen?|ubrigen|übrigen|restlichen)$/i.test(text),
  )
}

function yesAndNo(column: AskedColumn, used: readonly Filter[], first?: Condition): Sides {
  const side = (value: string): Condition => ({ kind: 'compare', column: column.name, operator: '=', value })
  const [yes, no] = [side(yesValue(column)), side(noValue(column))]
  const isNo = first?.kind === 'compare' && first.value === noValue(column)
  return isNo ? { left: no, right: yes, used } : { left: yes, right: no, used }
}

/** `compare the regions`: the number of each of them. */
function comparedGroups({ reading, filters, groups }: Asked): AskedQuestion | null {
  const dimension = reading.columns().find(({ column }) => isGrouping(column))?.column
  const by: readonly Grouping[] =
    groups.by.length > 0 ? groups.by : dimension === undefined ? [] : [{ kind: 'column', column: dimension.name }]
  if (by.length === 0) return null
  if (dimension !== undefined && groups.by.length === 0) takeColumn(reading, dimension)
  const measure = takeMeasure(reading)
  if (measure === null && hasUnknown(reading)) return null
  const yesNo = measure === null ? takeYesNo(reading) : null
  const amount =
    measure !== null ? amountOfMeasure(reading, measure) : yesNo !== null ? shareOfYes(yesNo) : usualAmount(reading)
  return inGroups(reading, amount, by, whereOf(filters))
}
