/** Values as cells of a workbook: numbers as numbers, days as days, and text that stays text. */
import type { Cell, CellObject } from 'write-excel-file/node'
import { opensFormula } from '../../../shared/format/csv.ts'
import type { Scalar } from '../../../shared/story/insight.ts'

/** Excel refuses a workbook with a longer text in a cell. */
const longestText = 32_767
/** The number format "Text". */
const asText = '@'

/**
 * A text is stored as one and never as a formula. What begins like one also gets the number format "Text": without it,
 * Excel makes a formula of the cell once somebody edits it.
 */
export function textCell(text: string, style: CellObject = {}): CellObject {
  const value = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text
  return { ...style, value, type: String, ...(opensFormula(value) ? { format: asText } : {}) }
}

export function headerCell(text: string): CellObject {
  return textCell(text, { fontWeight: 'bold', alignVertical: 'top', wrap: true })
}

export function titleCell(text: string): CellObject {
  return textCell(text, { fontWeight: 'bold', fontSize: 16 })
}

/** Text of a sentence or more, over several lines where the column is narrow. */
export function proseCell(text: string): CellObject {
  return textCell(text, { wrap: true, alignVertical: 'top' })
}

/** How a column of numbers is shown, from a column's `format`; null where the numbers stand as they are. */
export function numberFormat(format: string | null): string | null {
  return format === 'percent' ? '0.0###%' : null
}

/** `format`: of numbers. Not finite, or beyond what a workbook holds exactly: as text. */
export function valueCell(value: Scalar, format: string | null = null): Cell {
  if (value === null) return null
  if (typeof value === 'string') return opensFormula(value) || value.length > longestText ? textCell(value) : value
  if (typeof value === 'boolean') return value
  if (!Number.isFinite(value)) return textCell(String(value))
  return format === null ? value : { value, type: Number, format }
}

/** From this day on Excel counts days as the calendar does: before it stands a 29 February 1900 that never was. */
const firstDay = Date.UTC(1900, 2, 1)
const lastDay = Date.UTC(9999, 11, 31, 23, 59, 59)

/** A day or a moment in ISO 8601; as text where Excel has no such day. */
export function timeCell(value: Scalar, storage: 'DATE' | 'TIMESTAMP'): Cell {
  const instant = typeof value === 'string' ? Date.parse(value) : Number.NaN
  if (!(instant >= firstDay && instant <= lastDay)) return valueCell(value)
  const format = storage === 'DATE' ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss'
  return { value: new Date(instant), type: Date, format }
}
