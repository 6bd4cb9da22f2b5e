/** Numbers and degrees: `over 200000`, `older than 60`, `negative margin`. */
import { columnAbout, isNumeric, isTime } from '../columns.ts'
import type { Reading } from '../reading.ts'
import type { AskedColumn } from '../table.ts'
import type { Filter } from './filter.ts'
import { looser, operatorAt, pastLooser, rangeAt, skipJoints, skipLight, unitAfter } from './joints.ts'

/** `negative margin`. */
export function signAt(reading: Reading, index: number): Filter | null {
  const isNegative = reading.isCue(index, 'negative')
  const column = isNegative || reading.isCue(index, 'positive') ? reading.columnAt(index + 1) : null
  if (column === null || !isNumeric(column)) return null
  const condition = { kind: 'compare', column: column.name, operator: isNegative ? '<' : '>', value: 0 } as const
  return { condition, column, from: index, to: index + 2, kind: 'number' }
}

/** `older than 60`, `longer than 60 minutes`. */
export function degreeAt(reading: Reading, index: number): Filter | null {
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

/** `over 200000`, `more than 10 years`, `3 bedrooms`: a number with its column behind it, before it, or none. */
export function numberAt(reading: Reading, index: number): Filter | null {
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

/** `top 10`, `5 windiest`: how many, not how much. */
function isRankNumber(reading: Reading, index: number): boolean {
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
