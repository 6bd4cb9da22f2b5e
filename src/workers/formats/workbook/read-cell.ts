/** Turns the cell under a cursor into the value its column's plan asks for. */
import { parseCompound } from '../../tables/columns/compounds.ts'
import { withAsciiDigits } from '../../tables/columns/digits.ts'
import { parseLength } from '../../tables/columns/durations.ts'
import { isMissingAmongFigures, isMissingInText } from '../../tables/columns/missing.ts'
import { parseNumber } from '../../tables/columns/numbers.ts'
import { parseTime } from '../../tables/columns/times.ts'
import type { CellStore } from './cell-store.ts'
import { cellText, looksLikeDate } from './cell-text.ts'
import type { ColumnPlan } from './plan-column.ts'
import { serialToMs } from './serial-date.ts'

/** Present, but not of the column's kind. */
export const unreadable = Symbol('unreadable')
/** Numbers, days or milliseconds since 1970 and 0 or 1 as a number; everything else as text; null when there is no value. */
export type StagedValue = number | string | null | typeof unreadable

export type CellReader = (tag: number, value: number) => StagedValue

const dayMs = 86_400_000

export function cellReader(store: CellStore, plan: ColumnPlan): CellReader {
  const readText = textReader(plan)
  const readNumber = numberReader(store, plan)
  return (tag, value) => {
    const text = store.textOf(tag, value)
    if (text !== null) return readText(text)
    if (store.meaningOf(tag) !== null) return readNumber(tag, value)
    const cell = store.decode(tag, value)
    if (cell.kind === 'error') return cell.code === '#N/A' ? null : unreadable
    if (cell.kind !== 'boolean') return unreadable
    if (plan.target === 'boolean') return cell.value ? 1 : 0
    return plan.target === 'text' ? cellText(cell, store.date1904) : unreadable
  }
}

function textReader(plan: ColumnPlan): (text: string) => StagedValue {
  const { reading, target, storage } = plan
  if (target === 'text') {
    const keepsNa = reading.kind === 'text' && reading.keepsNa
    return (text) => (isMissingInText(text, keepsNa) ? null : text)
  }
  const read = (text: string): StagedValue => {
    const asNumber = reading.kind === 'compound' && target === 'number'
    if (reading.kind !== target && !asNumber && !(reading.kind === 'length' && target === 'clock')) return unreadable
    switch (reading.kind) {
      case 'number': {
        const value = parseNumber(text, reading)
        return value === null ? unreadable : Number(value)
      }
      case 'length':
        return parseLength(withAsciiDigits(text, reading.digits ?? ''), reading.form) ?? unreadable
      case 'compound':
        return parseCompound(withAsciiDigits(text, reading.digits ?? ''), reading.form) ?? unreadable
      case 'time': {
        for (const format of reading.formats) {
          const time = parseTime(withAsciiDigits(text, reading.digits ?? ''), format)
          if (time !== null) return storage === 'DATE' ? Math.floor(time / dayMs) : time
        }
        return unreadable
      }
      case 'boolean': {
        const word = text.trim().toLowerCase()
        if (word === reading.yes) return 1
        return word === reading.no ? 0 : unreadable
      }
    }
  }
  return (text) => (isMissingAmongFigures(text) ? null : read(text))
}

function numberReader(store: CellStore, plan: ColumnPlan): (tag: number, value: number) => StagedValue {
  const { date1904 } = store
  const isTime = (tag: number, value: number): boolean => {
    const kind = store.meaningOf(tag)?.kind
    return kind === 'date' || kind === 'timestamp' || (kind === 'time' && looksLikeDate(value))
  }
  const isDuration = (tag: number): boolean => {
    const kind = store.meaningOf(tag)?.kind
    return kind === 'duration' || kind === 'time'
  }
  switch (plan.target) {
    case 'number':
      return (tag, value) => (isTime(tag, value) || isDuration(tag) ? unreadable : value)
    case 'time':
      return (tag, value) => {
        const time = isTime(tag, value) ? serialToMs(value, date1904) : null
        if (time === null) return unreadable
        return plan.storage === 'DATE' ? Math.floor(time / dayMs) : time
      }
    case 'length':
      return (tag, value) => (isDuration(tag) ? Math.round(value * dayMs) / 1000 : unreadable)
    case 'clock':
      return (tag, value) =>
        isDuration(tag) && value >= 0 && value < 1 ? Math.round(value * dayMs) / 1000 : unreadable
    case 'boolean':
      return () => unreadable
    case 'text':
      return (tag, value) => cellText(store.decode(tag, value), date1904)
  }
}
