/** The least of a function of a few numbers, without derivatives. */

export interface Minimum {
  readonly at: Float64Array
  readonly value: number
  readonly evaluations: number
}

/**
 * Nelder & Mead's simplex search from `start`, whose first steps have the lengths `steps`, kept inside [low, high] by
 * clamping. Stops when the simplex's values agree to 1 part in 10⁹ or after `evaluations`. The minimum is a local one.
 * O(evaluations · cost of the function).
 *
 * Source: Nelder & Mead, Computer Journal 7 (1965).
 */
export function nelderMead(
  cost: (point: Float64Array) => number,
  start: ArrayLike<number>,
  steps: ArrayLike<number>,
  bounds: { readonly low: ArrayLike<number>; readonly high: ArrayLike<number> },
  evaluations = 400,
): Minimum {
  const size = start.length
  let used = 0
  const vertex = (at: Float64Array) => {
    for (let axis = 0; axis < size; axis++) {
      const value = at[axis] ?? 0
      at[axis] = Math.min(bounds.high[axis] ?? value, Math.max(bounds.low[axis] ?? value, value))
    }
    used++
    const value = cost(at)
    return { at, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value }
  }
  const origin = vertex(Float64Array.from(start))
  const simplex = [origin]
  for (let axis = 0; axis < size; axis++) {
    const moved = Float64Array.from(origin.at)
    const step = steps[axis] ?? 0
    const inside = (moved[axis] ?? 0) + step <= (bounds.high[axis] ?? Number.POSITIVE_INFINITY)
    moved[axis] = (moved[axis] ?? 0) + (inside ? step : -step)
    simplex.push(vertex(moved))
  }
  const byValue = () => simplex.sort((left, right) => left.value - right.value)
  for (byValue(); used < evaluations; byValue()) {
    const best = simplex[0] ?? origin
    const worst = simplex[size] ?? origin
    const second = simplex[size - 1] ?? origin
    if (worst.value - best.value <= 1e-9 * (Math.abs(best.value) + 1e-300)) break
    const center = new Float64Array(size)
    for (let axis = 0; axis < size; axis++) {
      let sum = 0
      for (let index = 0; index < size; index++) sum += simplex[index]?.at[axis] ?? 0
      center[axis] = sum / size
    }
    const along = (reach: number) => {
      const at = new Float64Array(size)
      for (let axis = 0; axis < size; axis++) {
        const middle = center[axis] ?? 0
        at[axis] = middle + reach * (middle - (worst.at[axis] ?? 0))
      }
      return vertex(at)
    }
    const reflected = along(1)
    if (reflected.value < best.value) {
      const expanded = along(2)
      simplex[size] = expanded.value < reflected.value ? expanded : reflected
    } else if (reflected.value < second.value) {
      simplex[size] = reflected
    } else {
      const contracted = reflected.value < worst.value ? along(0.5) : along(-0.5)
      if (contracted.value < Math.min(reflected.value, worst.value)) {
        simplex[size] = contracted
      } else {
        for (let index = 1; index <= size; index++) {
          const from = simplex[index] ?? origin
          simplex[index] = vertex(from.at.map((value, axis) => ((best.at[axis] ?? 0) + value) / 2))
        }
      }
    }
  }
  const best = simplex[0] ?? origin
  return { at: best.at, value: best.value, evaluations: used }
}
