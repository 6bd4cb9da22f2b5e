/** The smallest effects that so many rows would have shown, had they been there. */
import { normalQuantile } from './normal-distribution.ts'

export interface Sensitivity {
  readonly rows: number
  /** Of one test, two-sided, after the control for all that were run: with as many tests as were run, the strictest. */
  readonly alpha: number
  /** How often an effect of that size is found, 0 to 1. */
  readonly power: number
}

/**
 * The least correlation of two measures, 0 to 1: Fisher's z has a standard error of 1/√(n−3) (Cohen, 1988, §3.4). Rows
 * are taken as independent; 1 for fewer than four.
 */
export function detectableCorrelation({ rows, ...asked }: Sensitivity): number {
  return rows < 4 ? 1 : Math.tanh(noncentrality(asked) / Math.sqrt(rows - 3))
}

/** The least difference between the means of two halves of the rows, in standard deviations (Cohen, 1988, §2.4). */
export function detectableDifference({ rows, ...asked }: Sensitivity): number {
  return rows < 2 ? Number.POSITIVE_INFINITY : (2 * noncentrality(asked)) / Math.sqrt(rows)
}

function noncentrality({ alpha, power }: Pick<Sensitivity, 'alpha' | 'power'>): number {
  return normalQuantile(1 - alpha / 2) + normalQuantile(power)
}
