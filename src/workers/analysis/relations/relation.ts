/** A column that follows from others, row by row: what is looked for, and the numbers it is looked for in. */

/** The relation of one column to others, by their names. */
export type Relation =
  /** whole = Σ parts + offset, in one way or in two; nothing but its parts where the offset is 0. */
  | {
      readonly kind: 'sum'
      readonly whole: string
      readonly parts: readonly (readonly string[])[]
      readonly offset: number
    }
  /** product = first · second · scale, with scale a power of ten. */
  | {
      readonly kind: 'product'
      readonly product: string
      readonly first: string
      readonly second: string
      readonly scale: number
    }
  /** second = factor · first + offset. */
  | {
      readonly kind: 'linear'
      readonly first: string
      readonly second: string
      readonly factor: number
      readonly offset: number
    }
  /** Not the same, but so close (|r| ≥ .98) that one tells what the other does. */
  | { readonly kind: 'close'; readonly first: string; readonly second: string }

/** Columns that are all divided by the same thing: `deaths per area` and `births per area`. */
export interface SharedDivisor {
  readonly quotients: readonly string[]
  /** The column they are divided by, where it is in the table. */
  readonly divisor: string | null
  /** What their names call it. */
  readonly word: string
}

export interface NumberColumn {
  readonly name: string
  /** At the same rows as all others; NaN for none. */
  readonly values: Float64Array
  /** Distance between neighbouring values as they are written (0.01); 0 where they are not rounded. */
  readonly step: number
  readonly sd: number
}

const mostDecimals = 6

/** The step in which values are written: the largest power of ten of which all are whole multiples; 0 for none. */
export function stepOf(values: Float64Array): number {
  let decimals = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    while (decimals <= mostDecimals && !isWhole(value * 10 ** decimals)) decimals++
    if (decimals > mostDecimals) return 0
  }
  return 10 ** -decimals
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) <= 1e-9 * Math.max(1, Math.abs(value))
}

/** What double precision alone leaves of a difference between values of this size. */
export function rounding(size: number): number {
  return 1e-9 * Math.abs(size) + 1e-12
}

/** A tolerance that is a noticeable part of a column's spread would fit anything. */
const finest = 0.05

/**
 * Whether `made` gives `column` in all rows but a few: to the last bit, or else, over more rows, to `tolerance(row)`, the
 * rounding with which the values are written. NaN where a row says nothing.
 */
export function fits(column: NumberColumn, made: (row: number) => number, tolerance: (row: number) => number): boolean {
  const exact = fitsWithin(column, made, (row) => rounding(column.values[row] ?? 0), leastExact)
  return exact || fitsWithin(column, made, (row) => Math.min(tolerance(row), finest * column.sd), leastRounded)
}

const leastExact = 20
const leastRounded = 40
/** Part of the rows that may be otherwise: corrected by hand, or wrong. */
const mostMisfits = 0.005

function fitsWithin(
  { values }: NumberColumn,
  made: (row: number) => number,
  tolerance: (row: number) => number,
  least: number,
): boolean {
  const allowed = Math.floor(mostMisfits * values.length)
  let rows = 0
  let misfits = 0
  for (let row = 0; row < values.length; row++) {
    const off = Math.abs((values[row] ?? Number.NaN) - made(row))
    if (Number.isNaN(off)) continue
    rows++
    if (off > tolerance(row)) misfits++
    if (misfits > allowed) return false
  }
  return rows >= least
}
