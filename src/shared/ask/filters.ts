/** Which rows a question is about: its values, comparisons, gaps and periods, each as a condition. Takes up their pieces. */
import type { Comparison, Condition, ConditionValue } from '../story/condition.ts'
import { columnAbout, isGrouping, isNumeric, isTime, isYesNo, noValue, timesOf, yesValue } from './columns.ts'
import { type FoundPeriod, type Period, periodAt, periodCondition, type TimeRelation } from './periods.ts'
import type { Reading } from './reading.ts'
import type { AskedColumn } from './table.ts'

/** One condition with what it was made of. */
export interface Filter {
  readonly condition: Condition
  readonly column: AskedColumn
  /** Its first piece and the one after its last. */
  readonly from: number
  readonly to: number
  /** `value` and `period` can be a side of a comparison. */
  readonly kind: 'value' | 'period' | 'number' | 'gap'
  readonly period?: Period
  readonly relation?: TimeRelation
}

const comparisons = {
  over: '>',
  under: '<',
  atLeast: '>=',
  atMost: '<=',
  equals: '=',
  not: '!=',
} as const satisfies Record<string, Comparison>
type Comparing = keyof typeof comparisons
const comparing = Object.keys(comparisons) as readonly Comparing[]

export function filtersOf(reading: Reading): readonly Filter[] {
  const filters: Filter[] = []
  for (let index = 0; index < reading.pieces.length; index++) {
    if (reading.isTaken(index)) continue
    const found =
      gapAt(reading, index) ??
      signAt(reading, index) ??
      columnTestAt(reading, index) ??
      degreeAt(reading, index) ??
      timeAt(reading, index) ??
      numberAt(reading, index) ??
      valueAt(reading, index)
    if (found === null) continue
    reading.takeRange(found.from, found.to)
    filters.push(found)
  }
  return filters
}

/** `without a garage`, `missing horsepower`, `no comment`. */
function gapAt(reading: Reading, index: number): Filter | null {
  const isWithout = reading.isCue(index, 'without')
  const isWith = reading.isCue(index, 'with')
  const isMissing = reading.isCue(index, 'missing')
  if (!isWithout && !isMissing && !isWith) return null
  let place = index + 1
  while (reading.isLight(place)) place++
  const column = reading.columnAt(place)
  if (column !== null) {
    let to = place + 1
    // `no satisfaction score`: a second word for the same column.
    while (reading.columnAt(to)?.name === column.name) to++
    const filter = { column, from: index, to, kind: 'gap' } as const
    if (isYesNo(column) && !isMissing) {
      return { ...filter, kind: 'value', condition: equal(column, isWith ? yesValue(column) : noValue(column)) }
    }
    if (isWith) return null
    // `days without rain`: none of it fell. What can never be nothing is missing.
    const isNothing = isWithout && isNumeric(column) && column.min === 0 && column.additivity === 'flow'
    if (isNothing) return { ...filter, kind: 'number', condition: equal(column, 0) }
    // `missing` belongs to the column before it, if there is one: `amount is missing per city`.
    if (isMissing && reading.columnAt(previous(reading, index)) !== null) return null
    return { ...filter, condition: { kind: 'missing', column: column.name, negated: false } }
  }
  const value = reading.is(place, 'value')
  if (isWithout && value !== null) {
    const condition = { kind: 'compare', column: value.column.name, operator: '!=', value: value.value } as const
    return { condition, column: value.column, from: index, to: place + 1, kind: 'number' }
  }
  return null
}

/** `negative margin`. */
function signAt(reading: Reading, index: number): Filter | null {
  const isNegative = reading.isCue(index, 'negative')
  const column = isNegative || reading.isCue(index, 'positive') ? reading.columnAt(index + 1) : null
  if (column === null || !isNumeric(column)) return null
  const condition = { kind: 'compare', column: column.name, operator: isNegative ? '<' : '>', value: 0 } as const
  return { condition, column, from: index, to: index + 2, kind: 'number' }
}

/** `amount > 1000`, `city is empty`, `cluster 3`, `age between 20 and 30`, `status = open`. */
function columnTestAt(reading: Reading, index: number): Filter | null {
  const column = reading.columnAt(index)
  if (column === null) return null
  let place = index + 1
  while (reading.columnAt(place)?.name === column.name) place++
  const skipped = skipJoints(reading, place)
  const made = (condition: Condition, to: number, kind: Filter['kind'] = 'number'): Filter => ({
    condition,
    column,
    from: index,
    to,
    kind,
  })
  for (const at of skipped === place ? [place] : [place, skipped]) {
    if (reading.isCue(at, 'present'))
      return made({ kind: 'missing', column: column.name, negated: true }, at + 1, 'gap')
    if (reading.isCue(at, 'missing'))
      return made({ kind: 'missing', column: column.name, negated: false }, at + 1, 'gap')
    if (reading.isCue(at, 'not') && reading.isCue(skipJoints(reading, at + 1), 'missing')) {
      return made({ kind: 'missing', column: column.name, negated: true }, skipJoints(reading, at + 1) + 1, 'gap')
    }
    if (reading.isCue(at, 'between')) {
      const range = rangeAt(reading, at + 1)
      if (range !== null && !isTime(column) && !isYearsBeside(reading, at + 1, column, range)) {
        return made({ kind: 'between', column: column.name, low: range.low, high: range.high }, range.to)
      }
    }
    const operator = operatorAt(reading, at)
    if (operator !== null) {
      const target = skipJoints(reading, at + 1)
      const number = reading.is(target, 'number')?.value
      if (number !== undefined && isNumeric(column) && !isTime(column)) {
        const after = unitAfter(reading, target + 1, column)
        return made(
          { kind: 'compare', column: column.name, operator: looser(reading, operator, after), value: number },
          pastLooser(reading, after),
        )
      }
      const value = valueNamed(reading, target, column)
      if (value !== null && (operator === '=' || operator === '!='))
        return equalOrOneOf(reading, index, target, column, value, operator)
      const quoted = reading.is(target, 'quoted')?.text
      if (quoted !== undefined)
        return made({ kind: 'compare', column: column.name, operator, value: quoted }, target + 1)
    }
  }
  const value = valueNamed(reading, skipped, column)
  if (value !== null && (skipped === place || isGrouping(column)))
    return equalOrOneOf(reading, index, skipped, column, value, '=')
  const number = reading.is(place, 'number')?.value
  const byBefore = reading.isCue(index - 1, 'by')
  if (
    number !== undefined &&
    !byBefore &&
    !isTime(column) &&
    (column.values.includes(String(number)) ||
      (isNumeric(column) && isCounting(column) && periodAt(reading, place) === null))
  ) {
    return made(equal(column, column.values.includes(String(number)) ? String(number) : number), place + 1)
  }
  return null
}

function isCounting({ type, min, max }: AskedColumn): boolean {
  return type === 'integer' && Number(max) - Number(min) <= 20
}

/** Small words between a column and what is said of it. */
function skipJoints(reading: Reading, index: number): number {
  let place = index
  while (
    (reading.is(place, 'light') !== null && !reading.isCue(place, 'between')) ||
    (reading.isCue(place, 'equals', 'in') && !reading.isCue(place, 'not'))
  )
    place++
  return place
}

function operatorAt(reading: Reading, index: number): Comparison | null {
  if (reading.isCue(index, 'not') && reading.mayBe(index + 1, 'over')) return '<='
  if (reading.isCue(index, 'not') && reading.mayBe(index + 1, 'under')) return '>='
  const cue = comparing.find((one) => reading.isCue(index, one))
  if (cue !== undefined) return comparisons[cue]
  // `higher than` is one phrase; `more … than` and `als` may stand apart.
  return null
}

/** `5 or more`, `at least`: said behind the number. */
function looser(reading: Reading, operator: Comparison, index: number): Comparison {
  if (operator !== '=') return operator
  if (reading.isCue(index, 'atLeast')) return '>='
  return reading.isCue(index, 'atMost') ? '<=' : operator
}

function pastLooser(reading: Reading, index: number): number {
  return reading.isCue(index, 'atLeast', 'atMost') && reading.is(index + 1, 'number') === null ? index + 1 : index
}

/** A word for the unit behind a number, which names the same column: `60 minutes`. */
function unitAfter(reading: Reading, index: number, column: AskedColumn): number {
  if (/^(?:percent|prozent|%)$/i.test(reading.pieces[index]?.text ?? '')) return index + 1
  const sense = reading.is(index, 'column')
  if (sense === null) return index
  return sense.column.name === column.name || sense.others.includes(column) ? index + 1 : index
}

function rangeAt(
  reading: Reading,
  index: number,
): { readonly low: number; readonly high: number; readonly to: number } | null {
  const low = reading.is(index, 'number')?.value
  const joint = reading.isCue(index + 1, 'and', 'to', 'until') ? index + 2 : index + 1
  const high = reading.is(joint, 'number')?.value
  if (low === undefined || high === undefined) return null
  return { low: Math.min(low, high), high: Math.max(low, high), to: joint + 1 }
}

/** Whether two numbers are years rather than values of a column, none of which come near them. */
function isYearsBeside(
  reading: Reading,
  index: number,
  { min, max }: AskedColumn,
  range: { readonly low: number; readonly high: number },
): boolean {
  return periodAt(reading, index) !== null && (range.low > Number(max) || range.high < Number(min))
}

/** The value of a column that a piece names, if it does. */
function valueNamed(reading: Reading, index: number, column: AskedColumn): string | null {
  const sense = reading.as(index, 'value')
  if (sense === null) {
    if (isYesNo(column) && reading.isCue(index, 'yes')) return yesValue(column)
    if (isYesNo(column) && (reading.isCue(index, 'no') || reading.isCue(index, 'without'))) return noValue(column)
    return null
  }
  if (sense.column.name === column.name) return sense.value
  return sense.others.find((other) => other.column.name === column.name)?.value ?? null
}

/** `status = open`, and `status is open or pending`. */
function equalOrOneOf(
  reading: Reading,
  from: number,
  first: number,
  column: AskedColumn,
  value: string,
  operator: '=' | '!=',
): Filter {
  const values = [value]
  let to = first + 1
  while (reading.isCue(to, 'or')) {
    const next = valueNamed(reading, to + 1, column)
    if (next === null) break
    values.push(next)
    to += 2
  }
  const condition: Condition =
    values.length === 1
      ? { kind: 'compare', column: column.name, operator, value }
      : { kind: 'in', column: column.name, values, negated: operator === '!=' }
  return { condition, column, from, to, kind: operator === '=' ? 'value' : 'number' }
}

/** `older than 60`, `longer than 60 minutes`. */
function degreeAt(reading: Reading, index: number): Filter | null {
  const degree = reading.as(index, 'degree')
  if (degree === null) return null
  const place = reading.isCue(index + 1, 'than') ? index + 2 : index + 1
  const number = reading.is(place, 'number')?.value
  const isThan = place > index + 1 || /\bals$/i.test(reading.pieces[index]?.text ?? '')
  if (number === undefined || !isThan) return null
  const unit = reading.columnAt(place + 1)
  const column = columnAbout(reading.table, degree.concept) ?? (unit !== null && isNumeric(unit) ? unit : null)
  if (column === null || isTime(column)) return null
  const operator = degree.direction === 'high' ? '>' : '<'
  const to = unitAfter(reading, place + 1, column)
  return {
    condition: { kind: 'compare', column: column.name, operator, value: number },
    column,
    from: index,
    to: to === place + 1 && reading.is(to, 'light') === null && reading.isCue(to, 'year', 'day', 'hour') ? to + 1 : to,
    kind: 'number',
  }
}

/** A period, with the word that says how it holds and the column of time it is of. */
function timeAt(reading: Reading, index: number): Filter | null {
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

/** `over 200000`, `more than 10 years`, `3 bedrooms`: a number with its column behind it, before it, or none. */
function numberAt(reading: Reading, index: number): Filter | null {
  let operator = operatorAt(reading, index)
  const between = reading.isCue(index, 'between')
  const range = between ? rangeAt(reading, index + 1) : null
  const place = operator === null ? index : skipJoints(reading, index + 1)
  const number = range === null ? reading.is(place, 'number')?.value : undefined
  if (range === null && number === undefined) return null
  if (operator === '=' && !['=', '=='].includes(reading.pieces[index]?.text ?? '')) operator = null
  if (range === null && operator === null && reading.is(index, 'number') === null) return null
  if (operator === null && range === null && isRankNumber(reading, index)) return null
  const after = range?.to ?? place + 1
  const least = range?.low ?? number ?? 0
  const unit = reading.is(skipLight(reading, after), 'column')
  const unitPlace = skipLight(reading, after)
  const units =
    unit === null ? [] : [unit.column, ...unit.others].filter((column) => isNumeric(column) && !isTime(column))
  const [ofUnit] = units
  const made = (column: AskedColumn, to: number): Filter => ({
    condition:
      range === null
        ? { kind: 'compare', column: column.name, operator: looser(reading, operator ?? '=', to), value: least }
        : { kind: 'between', column: column.name, low: range.low, high: range.high },
    column,
    from: index,
    to: operator === null && range === null ? pastLooser(reading, to) : to,
    kind: 'number',
  })
  if (ofUnit !== undefined && (unitPlace === after || operator !== null) && !reading.isCue(unitPlace - 1, 'by')) {
    let end = unitPlace + 1
    while (reading.columnAt(end)?.name === ofUnit.name) end++
    return made(ofUnit, end)
  }
  if (operator === null && range === null) return null
  const before = numericBefore(reading, index)
  const isUnitWord = reading.isCue(after, 'year', 'day', 'hour', 'month', 'week')
  if (before !== null) {
    reading.take(before.index)
    return made(before.column, isUnitWord ? after + 1 : after)
  }
  const fitting = reading.table.columns.filter(
    (column) => column.role === 'measure' && Number(column.min) <= least && Number(column.max) >= least,
  )
  const [only] = fitting
  if (only === undefined) return null
  reading.assumed.add('column')
  return made(only, after)
}

function skipLight(reading: Reading, index: number): number {
  let place = index
  while (reading.is(place, 'light') !== null) place++
  return place
}

/** `top 10`, `5 windiest`: how many, not how much. */
export function isRankNumber(reading: Reading, index: number): boolean {
  return (
    reading.mayBe(index - 1, 'top', 'bottom', 'most', 'least') ||
    reading.mayBe(index + 1, 'most', 'least', 'top', 'bottom') ||
    reading.as(index + 1, 'degree') !== null ||
    reading.as(index - 1, 'degree') !== null
  )
}

function numericBefore(
  reading: Reading,
  index: number,
): { readonly index: number; readonly column: AskedColumn } | null {
  for (let place = index - 1; place >= Math.max(0, index - 4); place--) {
    if (reading.isTaken(place)) return null
    const column = reading.columnAt(place)
    if (column !== null) {
      return isNumeric(column) && !isTime(column) ? { index: place, column } : null
    }
    if (reading.is(place, 'value') !== null || reading.isCue(place, 'and', 'or')) return null
  }
  return null
}

function previous(reading: Reading, index: number): number {
  let place = index - 1
  while (reading.is(place, 'light') !== null || reading.isCue(place, 'equals')) place--
  return place
}

/** A value by itself, perhaps denied: `in Norway`, `not returned`. */
function valueAt(reading: Reading, index: number): Filter | null {
  const isNot = reading.isCue(index, 'not')
  const place = isNot ? skipJoints(reading, index + 1) : index
  const sense = reading.is(place, 'value')
  if (sense === null) return null
  // `total rain`: what is added up is a measure, though a value is called so too.
  if (reading.isCue(place - 1, 'sum', 'mean', 'median') && reading.prefer(place, 'column')) return null
  const options = [{ column: sense.column, value: sense.value }, ...sense.others]
  const distinct = options.filter(
    (one, at) => options.findIndex((other) => other.column.name === one.column.name) === at,
  )
  const chosen = distinct.length === 1 ? distinct[0] : oneOfSeveral(reading, place, distinct)
  if (chosen === undefined) return null
  if (isNot) {
    const condition = { kind: 'compare', column: chosen.column.name, operator: '!=', value: chosen.value } as const
    return { condition, column: chosen.column, from: index, to: place + 1, kind: 'number' }
  }
  const filter = equalOrOneOf(reading, index, place, chosen.column, chosen.value, '=')
  // `3rd class`: the column behind its value.
  return reading.columnAt(filter.to)?.name === chosen.column.name && !reading.isCue(filter.to - 1, 'by')
    ? { ...filter, to: filter.to + 1 }
    : filter
}

/** Of a value that several columns have: the column named beside it, else by `from` and `to`, else the first. */
function oneOfSeveral(
  reading: Reading,
  index: number,
  options: readonly { readonly column: AskedColumn; readonly value: string }[],
): { readonly column: AskedColumn; readonly value: string } | undefined {
  for (const place of [index - 1, index - 2, index + 1]) {
    const sense = reading.as(place, 'column')
    const named =
      sense === null ? undefined : options.find(({ column }) => [sense.column, ...sense.others].includes(column))
    if (named !== undefined) {
      reading.take(place)
      return named
    }
  }
  const before = (reading.pieces[index - 1]?.text ?? '').toLowerCase()
  const second = options[1]
  if (second !== undefined && ['to', 'nach', 'zum', 'zur', 'into', 'towards'].includes(before)) return second
  if (!['from', 'von', 'vom', 'ab'].includes(before)) reading.assumed.add('value')
  return options[0]
}

function equal(column: AskedColumn, value: ConditionValue): Condition {
  return { kind: 'compare', column: column.name, operator: '=', value }
}

/** All conditions at once; several values of one column are any of them. Null where there is none. */
export function joined(filters: readonly Filter[]): Condition | null {
  const parts: Condition[] = []
  const byColumn = new Map<string, ConditionValue[]>()
  for (const { condition, kind, column } of filters) {
    const isOne = kind === 'value' && condition.kind === 'compare' && condition.operator === '='
    if (isOne) byColumn.set(column.name, [...(byColumn.get(column.name) ?? []), condition.value])
    else parts.push(...(condition.kind === 'all' ? condition.parts : [condition]))
  }
  const equals = [...byColumn].map(([column, given]): Condition => {
    const values = [...new Set(given)]
    const [only] = values
    return values.length === 1 && only !== undefined
      ? { kind: 'compare', column, operator: '=', value: only }
      : { kind: 'in', column, values, negated: false }
  })
  const all = [...equals, ...parts]
  const [first] = all
  if (first === undefined) return null
  return all.length === 1 ? first : { kind: 'all', parts: all }
}
