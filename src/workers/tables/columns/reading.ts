/** How a column of texts is read: the decision, and what it means for storage and display. */
import { type BooleanWords, formatOfWords } from '../../../shared/format/boolean-words.ts'
import type { StorageType } from '../../../shared/story/table.ts'

/** What separates groups of three digits; '' for nothing, ' ' for any of the spaces used for it. */
export type Grouping = '' | ',' | '.' | ' ' | "'"

export interface NumberReading {
  readonly kind: 'number'
  readonly storage: 'DOUBLE' | 'BIGINT'
  readonly decimal: '.' | ','
  readonly grouping: Grouping
  /** A percentage is stored as a fraction (12.5 % is 0.125), as a workbook does. Otherwise an ISO 4217 code or nothing. */
  readonly unit: 'none' | 'percent' | { readonly currency: string }
  /** False when values carry more than digits, sign, decimal mark and exponent: groups, symbols, accounting brackets. */
  readonly plain: boolean
}

export interface TimeReading {
  readonly kind: 'time'
  readonly storage: 'DATE' | 'TIMESTAMP'
  /** In the notation of strptime, tried in this order. */
  readonly formats: readonly string[]
}

export interface BooleanReading {
  readonly kind: 'boolean'
  /** In lower case. */
  readonly yes: string
  readonly no: string
  /** As the file writes them, by the commonest way where there are several. */
  readonly written: BooleanWords
}

export interface TextReading {
  readonly kind: 'text'
  /** `NA` is a value here (a country code), not a missing one. */
  readonly keepsNa: boolean
}

export type ColumnReading = NumberReading | TimeReading | BooleanReading | TextReading

export function storageOf(reading: ColumnReading): StorageType {
  switch (reading.kind) {
    case 'number':
    case 'time':
      return reading.storage
    case 'boolean':
      return 'BOOLEAN'
    case 'text':
      return 'VARCHAR'
  }
}

/**
 * The `format` of a ConvertedColumn: `percent`, `currency:EUR`, a date's notation unless it is ISO, `words:Yes/No`, or
 * nothing.
 */
export function formatOf(reading: ColumnReading): string | null {
  if (reading.kind === 'number') {
    if (reading.unit === 'none') return null
    return reading.unit === 'percent' ? 'percent' : `currency:${reading.unit.currency}`
  }
  if (reading.kind === 'time') {
    const [first = null] = reading.formats
    return first === null || first.startsWith('%Y-%m-%d') ? null : first
  }
  return reading.kind === 'boolean' ? formatOfWords(reading.written) : null
}
