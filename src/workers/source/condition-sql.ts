/** A condition as SQL over a table's columns. Names and values are quoted, whatever they hold; nothing else is put in. */

import { wordsOfFormat } from '../../shared/format/boolean-words.ts'
import type { Comparison, Condition, ConditionValue } from '../../shared/story/condition.ts'
import { type Note, note } from '../../shared/story/note.ts'
import type { ConvertedColumn } from '../../shared/story/table.ts'
import type { Dialect } from './dialect.ts'

export type ConditionColumn = Pick<ConvertedColumn, 'name' | 'storage' | 'format'>

/** A value that a column cannot have, so that no row could be meant: a text of a number, a word of a date. */
export class ConditionValueError extends Error {
  readonly said: Note

  constructor(said: Note) {
    super(said.code)
    this.name = 'ConditionValueError'
    this.said = said
  }
}

/** Throws `ConditionValueError` where a value does not fit its column, an Error for a column that is not there. */
export function conditionSql(dialect: Dialect, condition: Condition, columns: readonly ConditionColumn[]): string {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const parts = condition.parts.map((part) => `(${conditionSql(dialect, part, columns)})`)
      return parts.join(condition.kind === 'all' ? ' AND ' : ' OR ')
    }
    case 'missing':
      return `${nameOf(dialect, condition.column, columns)} IS ${condition.negated ? 'NOT ' : ''}NULL`
    case 'between':
      return `${compareSql(dialect, condition.column, '>=', condition.low, columns)} AND ${compareSql(dialect, condition.column, '<=', condition.high, columns)}`
    case 'in': {
      const parts = condition.values.map((value) => compareSql(dialect, condition.column, '=', value, columns))
      const isOneOf = `coalesce(${parts.map((part) => `(${part})`).join(' OR ')}, false)`
      return condition.negated ? `NOT ${isOneOf}` : isOneOf
    }
    case 'compare':
      return compareSql(dialect, condition.column, condition.operator, condition.value, columns)
    case 'contains': {
      const holds = containsSql(dialect, columnNamed(condition.column, columns), condition.text)
      return condition.negated ? `NOT coalesce(${holds}, false)` : holds
    }
    case 'calendar':
      return calendarSql(dialect, condition, columns)
  }
}

/** Whether a value, as a person would read it, holds a text in any case; NULL where it is missing. */
export function containsSql(dialect: Dialect, column: ConditionColumn, part: string): string {
  const text = readableSql(dialect, column, dialect.identifier(column.name))
  return dialect.contains(`lower(${text})`, part.toLowerCase())
}

/** The value of a column as a person would read it, NULL where it is missing; `own` is the value as SQL. */
export function readableSql(
  dialect: Dialect,
  { storage, format }: Pick<ConditionColumn, 'storage' | 'format'>,
  own: string,
): string {
  const { yes, no } = wordsOfFormat(format)
  if (storage === 'VARCHAR') return own
  return storage === 'BOOLEAN'
    ? `CASE WHEN ${own} THEN ${dialect.text(yes)} WHEN NOT ${own} THEN ${dialect.text(no)} END`
    : dialect.asText(own)
}

function calendarSql(
  dialect: Dialect,
  { column: name, part, values }: Extract<Condition, { kind: 'calendar' }>,
  columns: readonly ConditionColumn[],
): string {
  const column = columnNamed(name, columns)
  const isTime = column.storage === 'DATE' || column.storage === 'TIMESTAMP'
  if (!isTime) throw new ConditionValueError(note('failed.holdsNoDates', { column: name, value: part }))
  if (values.length === 0) return 'false'
  return `${dialect.calendarPart(part, dialect.identifier(name))} IN (${values.map((value) => Math.trunc(value)).join(', ')})`
}

function columnNamed(name: string, columns: readonly ConditionColumn[]): ConditionColumn {
  const column = columns.find((one) => one.name === name)
  if (column === undefined) throw new Error(`No column ${name} in this table`)
  return column
}

function nameOf(dialect: Dialect, name: string, columns: readonly ConditionColumn[]): string {
  return dialect.identifier(columnNamed(name, columns).name)
}

/** What is missing is not equal to anything, and neither above nor below. */
function compareSql(
  dialect: Dialect,
  name: string,
  operator: Comparison,
  value: ConditionValue,
  columns: readonly ConditionColumn[],
): string {
  const column = columnNamed(name, columns)
  const own = dialect.identifier(column.name)
  switch (column.storage) {
    case 'VARCHAR':
      return `${own} ${operatorSql(operator)} ${dialect.text(String(value))}`
    case 'DOUBLE':
    case 'BIGINT': {
      const number = typeof value === 'number' ? value : Number(value.trim() === '' ? Number.NaN : value)
      if (!Number.isFinite(number))
        throw new ConditionValueError(note('failed.holdsNumbers', { column: name, value: String(value) }))
      return `${own} ${operatorSql(operator)} ${dialect.double(String(number))}`
    }
    case 'BOOLEAN':
      return `${own} ${operatorSql(operator)} ${booleanOf(column, value)}`
    case 'DATE':
    case 'TIMESTAMP':
      return timeSql(dialect, column, operator, value)
  }
}

function operatorSql(operator: Comparison): string {
  return operator === '!=' ? 'IS DISTINCT FROM' : operator
}

function booleanOf({ name, format }: ConditionColumn, value: ConditionValue): 'true' | 'false' {
  const { yes, no } = wordsOfFormat(format)
  const text = String(value).toLowerCase()
  if ([yes.toLowerCase(), 'true', 'yes', '1'].includes(text)) return 'true'
  if ([no.toLowerCase(), 'false', 'no', '0'].includes(text)) return 'false'
  throw new ConditionValueError(note('failed.holdsTwo', { column: name, value: String(value), yes, no }))
}

/** A year, a month or a day is all of it: `= 2020` from its first moment to the first of the next, `> 2020` after its last. */
function timeSql(
  dialect: Dialect,
  { name, storage }: ConditionColumn,
  operator: Comparison,
  value: ConditionValue,
): string {
  const span = spanOf(String(value).trim())
  if (span === null) throw new ConditionValueError(note('failed.holdsDates', { column: name, value: String(value) }))
  const own = dialect.identifier(name)
  const [from, to] = [span.from, span.to].map(
    (moment) => `CAST(${dialect.text(moment)} AS ${storage === 'DATE' ? 'DATE' : 'TIMESTAMP'})`,
  )
  switch (operator) {
    case '=':
      return `(${own} >= ${from} AND ${own} < ${to})`
    case '!=':
      return `NOT coalesce(${own} >= ${from} AND ${own} < ${to}, false)`
    case '<':
      return `${own} < ${from}`
    case '<=':
      return `${own} < ${to}`
    case '>':
      return `${own} >= ${to}`
    case '>=':
      return `${own} >= ${from}`
  }
}

const written = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?)?)?$/u

/** From the first moment to the first after it, as SQL reads them; null for what is no date. */
function spanOf(text: string): { readonly from: string; readonly to: string } | null {
  const match = written.exec(text)
  if (match === null) return null
  const [, year, month, day, hour, minute, second] = match.map((part) =>
    part === undefined ? undefined : Number(part),
  )
  const start = new Date(Date.UTC(2000, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0))
  start.setUTCFullYear(year ?? 0)
  const isReal = start.getUTCMonth() === (month ?? 1) - 1 && start.getUTCDate() === (day ?? 1)
  if (!isReal || start.getUTCHours() !== (hour ?? 0) || start.getUTCMinutes() !== (minute ?? 0)) return null
  const end = new Date(start)
  if (second !== undefined) end.setUTCSeconds(end.getUTCSeconds() + 1)
  else if (hour !== undefined) end.setUTCMinutes(end.getUTCMinutes() + 1)
  else if (day !== undefined) end.setUTCDate(end.getUTCDate() + 1)
  else if (month !== undefined) end.setUTCMonth(end.getUTCMonth() + 1)
  else end.setUTCFullYear(end.getUTCFullYear() + 1)
  const sql = (moment: Date): string => moment.toISOString().replace('T', ' ').replace('Z', '')
  return { from: sql(start), to: sql(end) }
}
