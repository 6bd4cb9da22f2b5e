/** What is drawn on a page apart from its text, as far as it may belong to a table. Points, origin top left. */

/** A straight line along one of the page's axes. */
export interface Ruling {
  readonly direction: 'horizontal' | 'vertical'
  /** y of a horizontal line, x of a vertical one: the middle of its thickness. */
  readonly at: number
  /** Along the other axis; `from` is never more than `to`. */
  readonly from: number
  readonly to: number
  readonly thickness: number
}

/** A filled rectangle that is not white: the ground of a cell, a row or a box. */
export interface Shade {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Any name; equal colours have equal ones. */
  readonly colour: string
}

export interface Rulings {
  readonly lines: readonly Ruling[]
  readonly shades: readonly Shade[]
}

export const noRulings: Rulings = { lines: [], shades: [] }
