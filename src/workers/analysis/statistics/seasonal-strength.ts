/** How much of what the trend leaves is season. */
import { moments } from './moments.ts'
import type { SeasonalDecomposition } from './stl.ts'

/**
 * 1 − Var(remainder) / Var(season + remainder), at least 0: 0 without season, 1 for a pure one; 0 without variance.
 *
 * Source: Wang, Smith & Hyndman, Data Mining and Knowledge Discovery 13 (2006). O(n).
 */
export function seasonalStrength(parts: Pick<SeasonalDecomposition, 'seasonal' | 'remainder'>): number {
  const detrended = parts.seasonal.map((season, index) => season + (parts.remainder[index] ?? 0))
  return strength(parts.remainder, detrended)
}

/** 1 − Var(remainder) / Var(trend + remainder), at least 0; the same measure for the trend. O(n). */
export function trendStrength(parts: Pick<SeasonalDecomposition, 'trend' | 'remainder'>): number {
  const deseasonalised = parts.trend.map((level, index) => level + (parts.remainder[index] ?? 0))
  return strength(parts.remainder, deseasonalised)
}

function strength(remainder: Float64Array, whole: Float64Array): number {
  const variance = moments(whole)?.variance ?? 0
  return variance > 0 ? Math.max(0, 1 - (moments(remainder)?.variance ?? 0) / variance) : 0
}
