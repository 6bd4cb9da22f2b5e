/** A part of the rows against the rest, where rows of one key resemble each other. */
import { studentTQuantile, studentTTwoSidedP } from '../statistics/student-t-distribution.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'

export interface ContrastRow {
  readonly keys_in: number | null
  readonly keys_out: number | null
  readonly mean_in: number | null
  readonly mean_out: number | null
  /** Cluster-robust variance of the difference of the two means. */
  readonly variance: number | null
}

export interface KeyedContrast {
  readonly difference: number
  readonly low: number
  readonly high: number
  readonly p: number
}

/**
 * Student's t with one degree of freedom less than the keys on the side that has fewer: exact enough where each key lies
 * on one side, cautious where keys lie on both. p and interval allow for `choices` contrasts. Null with fewer than two
 * keys on a side or no variance. O(1).
 *
 * Source: Liang & Zeger, Biometrika 73 (1986); few clusters after Cameron & Miller, J. Human Resources 50 (2015).
 */
export function keyedContrast(
  { keys_in, keys_out, mean_in, mean_out, variance }: ContrastRow,
  choices: number,
): KeyedContrast | null {
  const freedom = Math.min(Number(keys_in ?? 0), Number(keys_out ?? 0)) - 1
  if (!(freedom >= 1) || mean_in === null || mean_out === null || !(Number(variance) > 0)) return null
  const difference = mean_in - mean_out
  const error = Math.sqrt(Number(variance))
  const margin = studentTQuantile(1 - 0.025 / choices, freedom) * error
  return {
    difference,
    low: difference - margin,
    high: difference + margin,
    p: Math.min(1, choices * studentTTwoSidedP(difference / error, freedom)),
  }
}

export const contrastColumns = ['keys_in', 'keys_out', 'mean_in', 'mean_out', 'variance'] as const

export function keyedContrastNumbers(columns: Columns, parameters: Parameters): Numbers {
  const [keysIn, keysOut, meanIn, meanOut, variance] = columns.map(([value]) => Number(value))
  const row = {
    keys_in: keysIn ?? null,
    keys_out: keysOut ?? null,
    mean_in: meanIn ?? null,
    mean_out: meanOut ?? null,
    variance: variance ?? null,
  }
  const found = keyedContrast(row, Number(parameters.choices ?? 1))
  return {
    difference_low: found?.low ?? null,
    difference_high: found?.high ?? null,
    p: found?.p ?? null,
  }
}
