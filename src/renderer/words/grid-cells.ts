/** Values of cells as the grid writes them. */

import type { GridColumn } from '../../shared/contract/grid.ts'
import { booleanWord } from '../../shared/format/boolean-words.ts'
import type { Scalar } from '../../shared/story/insight.ts'
import type { ProfiledColumn } from '../../shared/story/table.ts'
import type { Texts } from '../../shared/texts/texts.ts'

type DistinctCount = Pick<GridColumn, 'distinct' | 'isDistinctExact'>

/** All digits a stored number has. */
const mostDecimals = 17
const formats = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: string, grouped: boolean): Intl.NumberFormat {
  const key = `${locale} ${grouped}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(locale, { maximumFractionDigits: mostDecimals, useGrouping: grouped })
  formats.set(key, made)
  return made
}

/** Every digit that is stored; thousands are set apart only in what is measured, not in years and numbers of things. */
export function cellText(
  value: Exclude<Scalar, null>,
  { role, format }: Pick<ProfiledColumn, 'role' | 'format'>,
  locale: string,
): string {
  if (typeof value === 'number') {
    const size = Math.abs(value)
    if (size !== 0 && (size >= 1e15 || size < 1e-6)) return String(value)
    return numberFormat(locale, role === 'measure').format(value)
  }
  if (typeof value === 'boolean') return booleanWord(value, format)
  return momentText(value)
}

const moment = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.(\d+))?Z$/u

/** `2020-03-31 14:05:00` of an ISO moment; any other text as it is. */
function momentText(value: string): string {
  const [, day, clock, fraction = ''] = moment.exec(value) ?? []
  if (day === undefined || clock === undefined) return value
  return `${day} ${clock}${/[1-9]/u.test(fraction) ? `.${fraction}` : ''}`
}

export function isNumberColumn({ storage }: Pick<ProfiledColumn, 'storage'>): boolean {
  return storage === 'DOUBLE' || storage === 'BIGINT'
}

/** How many different values there are, said to be about so many where it is an estimate. */
export function differentText({ distinct, isDistinctExact }: DistinctCount, { grid }: Texts): string {
  return isDistinctExact ? grid.different({ count: distinct }) : grid.differentAbout({ count: roughly(distinct) })
}

function roughly(count: number): number {
  return Number(count.toPrecision(2))
}

export function isTimeColumn({ storage }: Pick<ProfiledColumn, 'storage'>): boolean {
  return storage === 'DATE' || storage === 'TIMESTAMP'
}

/** From one moment to another (as `cellText` writes them), no more exactly than tells them apart: `2023 – 2025`. */
export function spanText(least: string, most: string): string {
  const lengths = ['YYYY', 'YYYY-MM', 'YYYY-MM-DD', 'YYYY-MM-DD hh:mm'].map(({ length }) => length)
  const length = lengths.find((one) => least.slice(0, one) !== most.slice(0, one))
  const [from, to] = [least.slice(0, length), most.slice(0, length)]
  return from === to ? from : `${from} – ${to}`
}
