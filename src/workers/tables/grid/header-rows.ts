/** Headers of two rows, and headers with a separator too many. Pure: rows of texts in, names out. */

import { isLine } from '../asides/find-asides.ts'
import { isMissing } from '../columns/missing.ts'
import { looksMeasured } from '../delimited/cell-type.ts'

type Row = readonly string[]

/** Of the cells below a name in figures. */
const figureShare = 0.9

/**
 * Whether `second`, the row below the header `first`, belongs to it: words over columns of figures, as sub-headings and
 * units are. `body` are rows below, at least two of them.
 */
export function continuesHeader(first: Row, second: Row, body: readonly Row[], top: Row = first): boolean {
  const words = second.flatMap((cell, column) => (isBlank(cell) ? [] : [{ text: cell.trim(), column }]))
  if (words.length < 2 || body.length < 2 || second.length !== top.length || isLine(second)) return false
  if (words.some(({ text }) => looksMeasured(text) || isMissing(text))) return false
  if (first.every((name, column) => name.trim() === (second[column] ?? '').trim())) return false
  const overFigures = words.filter(({ column }) => {
    const below = body.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '' && !isMissing(cell))
    return below.length > 0 && below.filter(looksMeasured).length >= figureShare * below.length
  })
  return overFigures.length >= 2 && 2 * overFigures.length >= words.length
}

/** A dash stands for nothing where a column has no unit. */
function isBlank(cell: string): boolean {
  return /^\s*(?:[-–—]\s*)?$/u.test(cell)
}

/** Rows that a header takes at most. */
export const mostHeaderRows = 4

/**
 * How many of the rows under the header `first` belong to it: as many as are words over figures, where all of them stand
 * above the same figures, and a row that numbers the columns.
 */
export function rowsContinuing(first: Row, below: readonly Row[]): number {
  for (let count = Math.min(mostHeaderRows, below.length) - 1; count > 0; count -= 1) {
    const body = below.slice(count)
    const continues = below
      .slice(0, count)
      .every((row, index) => numbersColumns(row) || continuesHeader(below[index - 1] ?? first, row, body, first))
    if (continues) return count
  }
  return 0
}

/** `(1)`, `(2)`, `(3)`: so that notes can name the columns. */
export function numbersColumns(row: Row): boolean {
  const filled = row.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return filled.length > 1 && filled.every((cell, index) => cell === `(${index + 1})` || cell === `[${index + 1}]`)
}

/** The names of all rows of a header, from the top down. */
export function joinAll([first = [], ...others]: readonly Row[]): string[] {
  const named = others.filter((row) => !numbersColumns(row) && !namesTypes(row))
  return named.reduce<string[]>((upper, lower) => joinHeaders(upper, lower), [...first])
}

const typeName =
  /^(?:(?:big|small|tiny|unsigned )?int(?:eger|8|16|32|64)?|(?:double|float)(?:32|64)?|double precision|real|decimal|numeric|number|str|string|text|(?:var|n|nvar)?char(?:acter)?(?:\(\d+\))?|bool|boolean|date|time|datetime|timestamp|uuid|object|factor|category|categorical|continuous|discrete)$/iu

/** What a program keeps in each column, told below its name: no part of the name. */
function namesTypes(row: Row): boolean {
  const filled = row.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return filled.length > 1 && filled.every((cell) => typeName.test(cell))
}

/** A unit as it stands below a name: `kPa`, `°C`, `m/s²`, `%`. */
const unit = /^[([]?[\p{L}%‰°µ€$£¥/·*^²³⁻¹\d.-]{1,8}[)\]]?$/u

/** Quarters, halves, weeks and months by number name parts of a year, and no unit. */
const period = /^[HQSTWM]\d{1,2}$/iu

/**
 * One name a column. A name of the upper row stands over the columns to its right that have none, as far as the lower row
 * has names; a row of nothing but units puts each in brackets behind its name.
 */
export function joinHeaders(upper: Row, lower: Row): string[] {
  const names = upper.map((name) => name.trim())
  const named = names.filter((name) => name !== '')
  const isUnit = (text: string): boolean => unit.test(text) && !period.test(text)
  const units = lower.every((text, column) => isBlank(text) || (isUnit(text.trim()) && names[column] !== ''))
  const asUnits = units && new Set(named).size === named.length && !named.some(looksMeasured)
  let over = ''
  return lower.map((text, column) => {
    const below = isBlank(text) ? '' : text.trim()
    const own = names[column] ?? ''
    over = below === '' ? '' : own === '' ? over : own
    if (below === '') return own
    if (over === '' || over === below) return below
    return asUnits ? `${over} (${below.replace(/^[([]|[)\]]$/gu, '')})` : `${over} ${below}`
  })
}

/** Names for `width` columns out of a header with blank cells too many; the header itself where that cannot be. */
export function withoutSpareCells(header: Row, width: number): Row {
  let last = header.length
  while (last > width && (header[last - 1] ?? '').trim() === '') last -= 1
  const trimmed = header.slice(0, last)
  const filled = trimmed.filter((name) => name.trim() !== '')
  return trimmed.length > width && filled.length === width ? filled : trimmed
}
