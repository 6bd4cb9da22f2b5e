/** From the pieces of a question to the question: what is asked decides what the rest is for. */
import type { Condition } from '../story/condition.ts'
import { amountOfMeasure, namedAggregate, shareOfYes, takeMeasure, takeYesNo, usualAmount } from './amounts.ts'
import {
  columnAbout,
  isGrouping,
  isMeasure,
  isTime,
  isYesNo,
  mainMeasure,
  noValue,
  timesOf,
  usualGrain,
  yesValue,
} from './columns.ts'
import { type Filter, filtersOf, joined } from './filters.ts'
import { type Groups, groupsOf } from './groupings.ts'
import { latestMonth } from './periods.ts'
import type { Amount, AskedQuestion, Grouping } from './question.ts'
import { ranked } from './ranks.ts'
import type { Reading } from './reading.ts'
import type { AskedColumn } from './table.ts'

/** All that the ways of asking are decided by. */
export interface Asked {
  readonly reading: Reading
  readonly filters: readonly Filter[]
  readonly groups: Groups
}

type Way = (asked: Asked) => AskedQuestion | null

/** In the order in which they are tried: the rarer and plainer words first. */
const ways: readonly Way[] = [
  whyOf,
  driversOf,
  relationOf,
  comparisonOf,
  movedOf,
  distributionOf,
  ranked,
  shareAsked,
  countAsked,
  rowsAsked,
  numberAsked,
  leftOver,
]

/** Null where nothing in it can be answered. */
export function compose(reading: Reading): AskedQuestion | null {
  const filters = filtersOf(reading)
  const groups = groupsOf(reading)
  for (const way of ways) {
    const question = way({ reading, filters, groups })
    if (question !== null) return question
  }
  return null
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
  return reading.columns().flatMap(({ index, column }): Condition[] => {
    if (!isYesNo(column) || reading.isTaken(index)) return []
    const denied = reading.isCue(index - 1, 'not', 'without') || reading.isCue(index - 2, 'not', 'without')
    reading.take(index)
    return [{ kind: 'compare', column: column.name, operator: '=', value: denied ? noValue(column) : yesValue(column) }]
  })
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
function trendOf(
  reading: Reading,
): { readonly time: string; readonly grain: 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour' } | null {
  const [time] = timesOf(reading.table)
  if (time === undefined) return null
  if (reading.has('yearTrend')) return { time: time.name, grain: 'year' }
  // `how much rain fell` asks for a sum.
  const isAmount = reading.has('sum')
  if (!reading.has('trend', 'change') && (isAmount || !reading.has('rose', 'fell'))) return null
  reading.assumed.add('grain')
  return { time: time.name, grain: usualGrain(time) }
}

function whyOf({ reading, filters }: Asked): AskedQuestion | null {
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

function driversOf({ reading, filters, groups }: Asked): AskedQuestion | null {
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

function relationOf({ reading, filters }: Asked): AskedQuestion | null {
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

function uniqueColumns(reading: Reading): readonly AskedColumn[] {
  const columns = reading.columns().map(({ column }) => column)
  return columns.filter((column, at) => columns.findIndex(({ name }) => name === column.name) === at)
}

export function takeColumn(reading: Reading, column: AskedColumn): void {
  for (const one of reading.columns()) if (one.column.name === column.name) reading.take(one.index)
}

/** Two parts of the rows against each other. */
function comparisonOf({ reading, filters, groups }: Asked): AskedQuestion | null {
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

/** `which products grew`. */
function movedOf({ reading, filters, groups }: Asked): AskedQuestion | null {
  const [time] = timesOf(reading.table)
  const rose = reading.find('rose')
  const fell = reading.find('fell')
  if ((rose === null && fell === null) || time === undefined) return null
  const named = reading
    .columns()
    .find(
      ({ column, index }) =>
        isGrouping(column) &&
        !isYesNo(column) &&
        (reading.mayBe(index - 1, 'which') ||
          reading.mayBe(index - 2, 'which') ||
          !reading.columns().some(({ column: other }) => isMeasure(other)) ||
          true),
    )
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

/** The column whose values the rows are called after: countries, where a row is a country in a year. */
export function nounColumn(reading: Reading): AskedColumn | null {
  const index = reading.pieces.findIndex(({ sense }) => sense.is === 'rowName')
  const sense = reading.pieces[index]?.rest.find((one) => one.is === 'column')
  return sense?.is === 'column' && isGrouping(sense.column) ? sense.column : null
}

function distributionOf({ reading, filters, groups }: Asked): AskedQuestion | null {
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
function shareAsked({ reading, filters, groups }: Asked): AskedQuestion | null {
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

function countAsked({ reading, filters, groups }: Asked): AskedQuestion | null {
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

/** `rows where …`, `who has more than …`, `show the orders of …`. */
function rowsAsked({ reading, filters, groups }: Asked): AskedQuestion | null {
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

/** A measure, in groups or over time or as one number. */
function numberAsked({ reading, filters, groups }: Asked): AskedQuestion | null {
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

/** Only conditions, or only a column: the rows, or what is in the column. */
function leftOver({ reading, filters }: Asked): AskedQuestion | null {
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

export function hasRowName(reading: Reading): boolean {
  return reading.pieces.some(({ sense }, index) => sense.is === 'rowName' && !reading.isTaken(index))
}

/** Words that were not understood: where they may be what was asked for, nothing is guessed in their place. */
export function hasUnknown(reading: Reading): boolean {
  return reading.pieces.some(({ sense }, index) => sense.is === 'unknown' && !reading.isTaken(index))
}
