/** How a column of texts is read: the decision, and what it means for storage and display. */
import { type BooleanWords, formatOfWords } from '../../../shared/format/boolean-words.ts'
import type { StorageType } from '../../../shared/story/table.ts'
import { type CompoundForm, unitOfCompound } from './compounds.ts'
import type { LengthForm } from './durations.ts'
import { epochFormats } from './times.ts'

/** What separates groups of three digits; '' for nothing, ' ' for any of the spaces used for it. */
export type Grouping = '' | ',' | '.' | ' ' | "'"

export interface NumberReading {
  readonly kind: 'number'
  readonly storage: 'DOUBLE' | 'BIGINT'
  readonly decimal: '.' | ','
  readonly grouping: Grouping
  /** A percentage is stored as a fraction (12.5 % is 0.125), as a workbook does. Otherwise a currency or a unit. */
  readonly unit: NumberUnit
  /** False when values carry more than digits, sign, decimal mark and exponent: groups, symbols, accounting brackets. */
  readonly plain: boolean
  readonly around?: Surroundings
  /** Digits of other scripts, ten each. */
  readonly digits?: string
}

export type NumberUnit =
  | 'none'
  | 'percent'
  /** ISO 4217, or the sign of one of several currencies. */
  | { readonly currency: string }
  /** A unit of measurement, with all its spellings in the column. */
  | { readonly measure: string; readonly words: readonly string[] }

/** What else stands around the digits of a column's numbers. */
export interface Surroundings {
  /** Powers of ten behind the digits: 12K, 1.2 Mrd. */
  readonly scales: boolean
  /** Flags behind the number that are no part of it, those of letters as they stand: `*`, `(p)`, `e`. */
  readonly marks: boolean
  readonly letterMarks: readonly string[]
  /** Some numbers are said to be about right only: `~40`. */
  readonly approximate?: boolean
  /** Several units of one quantity: by each, the power of ten that turns it into the column's own. */
  readonly unitExponents?: Readonly<Record<string, number>>
  /** Beside percentages some values are the fraction itself: `0.15` beside `12%`. */
  readonly fractions?: true
  /** A dash for the cents there are none of: `12,-`, `Fr. 77.–`. */
  readonly emptyCents?: true
  /** CR and DR, H and S behind the number; a debit is negative. */
  readonly sides: boolean
}

export interface TimeReading {
  readonly kind: 'time'
  /** Digits of other scripts, ten each. */
  readonly digits?: string
  readonly storage: 'DATE' | 'TIMESTAMP'
  /** In the notation of strptime, tried in this order. */
  readonly formats: readonly string[]
}

/** A time of day or a length of time, stored in seconds. */
export interface LengthReading {
  readonly kind: 'length'
  readonly form: LengthForm
  readonly of: 'day' | 'length'
  /** Digits of other scripts, ten each. */
  readonly digits?: string
}

/** An amount in parts, stored in degrees, inches or as the number it is. */
export interface CompoundReading {
  readonly kind: 'compound'
  readonly form: CompoundForm
  readonly digits?: string
}

export interface BooleanReading {
  readonly kind: 'boolean'
  readonly digits?: string
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

export type ColumnReading = NumberReading | TimeReading | LengthReading | CompoundReading | BooleanReading | TextReading

export function storageOf(reading: ColumnReading): StorageType {
  switch (reading.kind) {
    case 'number':
    case 'time':
      return reading.storage
    case 'length':
    case 'compound':
      return 'DOUBLE'
    case 'boolean':
      return 'BOOLEAN'
    case 'text':
      return 'VARCHAR'
  }
}

/** Whether some numbers are read as a power of ten of what is written, so that their digits say nothing of how it was. */
export function isRescaled(reading: ColumnReading): boolean {
  if (reading.kind !== 'number') return false
  return reading.around?.scales === true || reading.around?.unitExponents !== undefined
}

/**
 * The `format` of a ConvertedColumn: `percent`, `currency:EUR`, `unit:kg`, `clock:seconds`, `duration:seconds`, a date's notation unless it is ISO, `words:Yes/No`, or
 * nothing.
 */
export function formatOf(reading: ColumnReading): string | null {
  if (reading.kind === 'number') {
    if (reading.unit === 'none') return null
    if (reading.unit === 'percent') return 'percent'
    return 'currency' in reading.unit ? `currency:${reading.unit.currency}` : `unit:${reading.unit.measure}`
  }
  if (reading.kind === 'time') {
    const [first = null] = reading.formats
    return first === null || first.startsWith('%Y-%m-%d') || epochFormats.includes(first) ? null : first
  }
  if (reading.kind === 'length') return reading.of === 'day' ? 'clock:seconds' : 'duration:seconds'
  if (reading.kind === 'compound') {
    const unit = unitOfCompound(reading.form)
    return unit === null ? null : `unit:${unit}`
  }
  return reading.kind === 'boolean' ? formatOfWords(reading.written) : null
}
