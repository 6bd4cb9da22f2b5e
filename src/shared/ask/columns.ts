/** What columns are for in a question. */
import type { Aggregate, AskedGrain } from './question.ts'
import type { AskedColumn, AskedTable } from './table.ts'
import { vocabularyOf } from './vocabulary.ts'

export function isMeasure(column: AskedColumn): boolean {
  return column.role === 'measure'
}

export function isNumeric(column: AskedColumn): boolean {
  return column.type === 'number' || column.type === 'integer'
}

export function isTime(column: AskedColumn): boolean {
  return column.role === 'time'
}

/** Whether a column says yes or no. */
export function isYesNo(column: AskedColumn): boolean {
  return column.type === 'boolean' || yesOf(column) !== null
}

const yesWords: ReadonlySet<string> = new Set(['yes', 'true', 'y', 'ja', 'j', '1', 'wahr', 't'])
const noWords: ReadonlySet<string> = new Set(['no', 'false', 'n', 'nein', '0', 'falsch', 'f'])

/** The value that says yes, of a column of two values of which one does; null for all others. */
function yesOf({ values }: AskedColumn): string | null {
  if (values.length !== 2) return null
  const yes = values.find((value) => yesWords.has(value.toLowerCase()))
  const no = values.find((value) => noWords.has(value.toLowerCase()))
  return yes !== undefined && no !== undefined ? yes : null
}

export function yesValue(column: AskedColumn): string {
  return yesOf(column) ?? 'true'
}

export function noValue(column: AskedColumn): string {
  return column.values.find((value) => noWords.has(value.toLowerCase())) ?? 'false'
}

/** Whether rows can be grouped by a column: by its values, or by few whole numbers. */
export function isGrouping(column: AskedColumn): boolean {
  if (column.role === 'dimension' || column.role === 'text') return true
  return column.type === 'boolean'
}

/** Columns of time, dates before bare years. */
export function timesOf({ columns }: AskedTable): readonly AskedColumn[] {
  const times = columns.filter(isTime)
  return [...times.filter(({ type }) => type !== 'integer'), ...times.filter(({ type }) => type === 'integer')]
}

/** How a measure is summed up where nobody says: added where sums mean something, averaged else. */
export function usualAggregate(column: AskedColumn): Aggregate {
  return column.additivity === 'flow' ? 'sum' : 'mean'
}

const mainConcepts = ['revenue', 'profit', 'price', 'salary', 'orders', 'quantity', 'population'] as const

/** The measure most people mean who name none: money first, then what adds up, then the first there is. */
export function mainMeasure(table: AskedTable): AskedColumn | null {
  const measures = table.columns.filter(isMeasure)
  const { columns } = vocabularyOf(table)
  for (const concept of mainConcepts) {
    const known = columns.find(({ column, concepts }) => measures.includes(column) && concepts.has(concept))
    if (known !== undefined) return known.column
  }
  return measures.find(({ additivity }) => additivity === 'flow') ?? measures[0] ?? null
}

/** The first column about something, measures before others. */
export function columnAbout(table: AskedTable, concept: string): AskedColumn | null {
  const about = vocabularyOf(table).columns.filter(({ concepts }) => concepts.has(concept))
  return (about.find(({ column }) => isMeasure(column)) ?? about.find(({ column }) => isTime(column)))?.column ?? null
}

/** Periods that make a course of a table's time readable. */
export function usualGrain({ type, min, max }: AskedColumn): AskedGrain {
  if (type === 'integer') return 'year'
  const [from, to] = [min, max].map((time) => Date.parse(String(time)))
  if (from === undefined || to === undefined || Number.isNaN(from) || Number.isNaN(to)) return 'month'
  const days = (to - from) / 86_400_000
  if (days > 366 * 25) return 'year'
  if (days > 90) return 'month'
  return days > 3 || type === 'date' ? 'day' : 'hour'
}
