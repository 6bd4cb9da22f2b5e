/** Where a straight line is best bent, once or several times. */
import { decorrelate } from './autoregressive-regression.ts'
import { dot, OrthogonalBasis } from './least-squares.ts'

/** Places tried for a bend at first; the neighbours of the best are tried after. */
const mostCandidates = 60
/** Least share of the series on either side of a bend. */
const leastSide = 0.06

/** Rises by one over the whole length of a series, from `place` on. */
export function bendColumn(n: number, place: number): Float64Array {
  const column = new Float64Array(n)
  for (let index = Math.max(0, place); index < n; index++) column[index] = (index - place) / n
  return column
}

/**
 * Places of one, two, … up to `most` bends, ascending, each added where it helps most and then all moved to their best
 * place in turn; of a series whose errors have the AR(1) coefficient `autoregression`. O(60 · n · most²).
 *
 * Source: forward selection as in Friedman, Ann. Statist. 19 (1991).
 */
export function bestBends(values: ArrayLike<number>, most: number, autoregression: number): number[][] {
  const n = values.length
  const time = new Float64Array(n).map((_, index) => (index - (n - 1) / 2) / n)
  const line = [new Float64Array(n).fill(1), time].map((column) => decorrelate(column, autoregression))
  const target = decorrelate(values, autoregression)
  const best = (others: readonly number[]): number | null => bestBend(n, line, target, others, autoregression)
  let bends: number[] = []
  const result: number[][] = []
  while (bends.length < most) {
    const next = best(bends)
    if (next === null) break
    bends.push(next)
    for (const bend of bends.length > 1 ? bends : []) {
      const others = bends.filter((other) => other !== bend)
      bends = [...others, best(others) ?? bend]
    }
    result.push([...bends].sort((left, right) => left - right))
  }
  return result
}

function bestBend(
  n: number,
  line: readonly Float64Array[],
  target: Float64Array,
  others: readonly number[],
  autoregression: number,
): number | null {
  const basis = new OrthogonalBasis()
  for (const column of line) basis.add(column)
  for (const other of others) basis.add(decorrelate(bendColumn(n, other), autoregression))
  const rest = basis.residuals(target)
  const margin = Math.max(3, Math.ceil(leastSide * n))
  const gainOf = (place: number): number => {
    const fits = place >= margin && place < n - margin && others.every((other) => Math.abs(other - place) >= margin)
    const direction = fits ? basis.remainder(decorrelate(bendColumn(n, place), autoregression))?.direction : undefined
    return direction === undefined ? 0 : dot(direction, rest) ** 2
  }
  const bestOf = (places: readonly number[]): number | null => {
    let best: number | null = null
    let most = 0
    for (const place of places) {
      const gain = gainOf(place)
      if (gain > most) [best, most] = [place, gain]
    }
    return best
  }
  const step = Math.max(1, Math.ceil((n - 2 * margin) / mostCandidates))
  const coarse = bestOf(
    Array.from({ length: Math.max(0, Math.ceil((n - 2 * margin) / step)) }, (_, k) => margin + k * step),
  )
  if (coarse === null || step === 1) return coarse
  return bestOf(Array.from({ length: 2 * step + 1 }, (_, offset) => coarse - step + offset)) ?? coarse
}
