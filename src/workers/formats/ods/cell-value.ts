/** What a cell of an OpenDocument spreadsheet holds, from its tag and the text that is shown of it. */
import { isoToSerial } from '../workbook/serial-date.ts'
import type { CellTag } from './cell-tag.ts'
import { type DataStyle, type Meanings, styleOf } from './data-styles.ts'
import { durationDays } from './duration.ts'

export type Value =
  | { readonly kind: 'number'; readonly value: number; readonly style: number }
  | { readonly kind: 'text' | 'error'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }

export interface SheetStyles {
  readonly meanings: Meanings
  dataStyleOf(cellStyle: string): DataStyle | null
}

/** Null for a cell without a value. A value that is not what its type promises is kept as the text that is `shown`. */
export function cellValue(cell: CellTag, shown: string, styles: SheetStyles, columnStyle: string | null): Value | null {
  if (cell.type === 'covered') return null
  if (cell.isError || (cell.isFormula && /^(?:#[A-Z/0-9]+[!?]?|Err:\d{3})$/u.test(shown))) {
    return { kind: 'error', text: shown === '' ? '#N/A' : shown }
  }
  const asShown = (): Value | null => (shown === '' ? null : { kind: 'text', text: shown })
  switch (cell.type) {
    case 'float':
      return numberOf(cell.value, styleOf.number) ?? asShown()
    case 'percentage':
      return numberOf(cell.value, styleOf.percent) ?? asShown()
    case 'currency':
      return numberOf(cell.value, styles.meanings.ofCurrency(cell.currency)) ?? asShown()
    case 'boolean':
      return cell.value === null ? asShown() : { kind: 'boolean', value: cell.value === 'true' }
    case 'date':
      return dateOf(cell.value) ?? asShown()
    case 'time':
      return timeOf(cell, styles, columnStyle) ?? asShown()
    case 'string':
      return cell.value === null ? asShown() : { kind: 'text', text: cell.value }
    default:
      return asShown()
  }
}

function timeOf(cell: CellTag, styles: SheetStyles, columnStyle: string | null): Value | null {
  const days = durationDays(cell.value ?? '')
  if (days === null) return null
  const isDuration = styles.dataStyleOf(cell.style ?? columnStyle ?? '')?.isDuration === true
  return { kind: 'number', value: days, style: isDuration ? styleOf.duration : styleOf.time }
}

function numberOf(text: string | null, style: number): Value | null {
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) ? { kind: 'number', value, style } : null
}

/** Days before 1900 have no serial and stay the text that they are. */
function dateOf(text: string | null): Value | null {
  if (text === null) return null
  const serial = isoToSerial(text, false)
  if (serial === null || serial < 1) return { kind: 'text', text }
  return { kind: 'number', value: serial, style: Number.isInteger(serial) ? styleOf.date : styleOf.timestamp }
}
