/** When a recomputed value is the one that was stated. */
import { parseInstant } from '../../../shared/format/periods.ts'
import type { Scalar } from '../../../shared/story/insight.ts'

/** Sums over threads differ in the last digits; a changed digit that anyone could read does not pass. */
export const relativeTolerance = 1e-9

export function sameValue(stated: Scalar, recomputed: Scalar): boolean {
  if (stated === recomputed) return true
  if (typeof stated === 'number' && typeof recomputed === 'number') {
    return Math.abs(stated - recomputed) <= relativeTolerance * Math.max(Math.abs(stated), Math.abs(recomputed))
  }
  if (typeof stated === 'string' && typeof recomputed === 'string') {
    const instant = parseInstant(stated)
    return instant !== null && instant === parseInstant(recomputed)
  }
  return false
}

/** A query's value as evidence holds it. Not a number, or beyond all: null. */
export function asScalar(value: unknown): Scalar {
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (value instanceof Date) return value.toISOString()
  return null
}
