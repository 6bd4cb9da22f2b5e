/** A statement with its place among all that were found, before they are cut down to those that are told. */
import type { InsightClass } from '../../shared/story/insight.ts'
import type { Statement } from './detector.ts'

export interface Ranked {
  readonly table: string
  readonly statement: Statement
  readonly class: InsightClass
  readonly p: number | null
  readonly q: number | null
  readonly score: number
  readonly scoreParts: Readonly<Record<string, number>>
}
