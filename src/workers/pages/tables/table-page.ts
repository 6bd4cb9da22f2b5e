/** A page as tables are looked for on it. */
import type { Fragment } from '../layout/fragment.ts'
import type { Rulings } from './ruling.ts'

export interface TablePage {
  /** From 1. */
  readonly number: number
  /** Points, as the page is seen. */
  readonly width: number
  readonly height: number
  readonly fragments: readonly Fragment[]
  readonly rulings: Rulings
}
