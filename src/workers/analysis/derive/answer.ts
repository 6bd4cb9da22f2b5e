/** The numbers of an answer, from the rows of its query: one a group, a period or a side, in the order they are told. */
import { studentTQuantile, studentTTwoSidedP } from '../statistics/student-t-distribution.ts'
import type { DerivedFunction } from './derived-function.ts'

/**
 * Columns: value, rows, and of two sides that are compared, the mean of each row's number, its sample variance and how
 * many rows have one. The test is Welch's, with the degrees of freedom of Satterthwaite (Welch 1947, Biometrika 34).
 */
export const answerNumbers: DerivedFunction = ([values = [], counts = [], means = [], variances = [], filled = []]) => {
  const number = (of: readonly unknown[], index: number): number | null => {
    const value = of[index]
    return typeof value === 'number' && Number.isFinite(value) ? value : null
  }
  const ends = {
    value: number(values, 0),
    second: number(values, values.length - 1),
    groups: values.length,
    n: counts.reduce<number>((sum, count) => sum + (typeof count === 'number' ? count : 0), 0),
  }
  const sides = [0, 1].map((index) => ({
    mean: number(means, index),
    variance: number(variances, index),
    n: number(filled, index) ?? 0,
  }))
  return { ...ends, ...welch(sides[0], sides[1]) }
}

interface Side {
  readonly mean: number | null
  readonly variance: number | null
  readonly n: number
}

const nothing = { difference: null, low: null, high: null, p: null } as const

function welch(
  one: Side | undefined,
  other: Side | undefined,
): Readonly<Record<'difference' | 'low' | 'high' | 'p', number | null>> {
  if (one === undefined || other === undefined) return nothing
  if (one.mean === null || other.mean === null || one.variance === null || other.variance === null) return nothing
  if (one.n < 2 || other.n < 2) return nothing
  const [first, second] = [one.variance / one.n, other.variance / other.n]
  const squared = first + second
  if (!(squared > 0)) return nothing
  const freedom = squared ** 2 / (first ** 2 / (one.n - 1) + second ** 2 / (other.n - 1))
  const difference = one.mean - other.mean
  const half = studentTQuantile(0.975, freedom) * Math.sqrt(squared)
  return {
    difference,
    low: difference - half,
    high: difference + half,
    p: studentTTwoSidedP(difference / Math.sqrt(squared), freedom),
  }
}
