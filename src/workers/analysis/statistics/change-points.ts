/** Where a series changes its level or its slope, whichever describes it better. */
import { largestAutoregression } from './first-order-autoregression.ts'
import { levelShifts } from './level-shifts.ts'
import { seriesShapes } from './series-shape.ts'

export interface ChangePoints {
  readonly kind: 'none' | 'level' | 'slope'
  /** First indices after a change of level, or the places of bends; ascending. */
  readonly places: readonly number[]
}

/**
 * Changes of an evenly spaced series of finite values without season: those of the shape that describes it best by
 * BIC. Where that shape has no change, and yet leaves a random walk (φ̂ at its bound), it explains nothing, and the level
 * shifts stand. These are descriptions; whether a shift is more than chance is for `supFBootstrap` to say. `none` below
 * eight values. Cost as `seriesShapes`.
 */
export function changePoints(values: ArrayLike<number>): ChangePoints {
  const [best] = seriesShapes(values)
  if (best === undefined) return { kind: 'none', places: [] }
  if (best.name === 'broken line') return { kind: 'slope', places: best.places }
  if (best.name === 'steps') return { kind: 'level', places: best.places }
  const shifts = best.autoregression >= largestAutoregression ? (levelShifts(values)?.shifts ?? []) : []
  return shifts.length > 0 ? { kind: 'level', places: shifts } : { kind: 'none', places: [] }
}
