/** Where a straight line is best bent, once or several times. */
import { decorrelate } from './autoregressive-regression.ts'
import { OrthogonalBasis } from './least-squares.ts'

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
 * place in turn; of a series whose errors have the AR(1) coefficient `autoregression`. O(n · most³).
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

/** Part of a bend's square that is left beside the others, below which it is rounding. */
const dependent = 1e-10

/** By place, of the values after it: their sum, and that of each times its distance from the place. */
interface SumsAfter {
  readonly values: Float64Array
  readonly distances: Float64Array
}

function sumsAfter(values: Float64Array): SumsAfter {
  const n = values.length
  const sums = { values: new Float64Array(n), distances: new Float64Array(n) }
  for (let place = n - 2; place >= 0; place--) {
    const after = (sums.values[place + 1] ?? 0) + (values[place + 1] ?? 0)
    sums.values[place] = after
    sums.distances[place] = (sums.distances[place + 1] ?? 0) + after
  }
  return sums
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
  const alongRest = sumsAfter(rest)
  const alongBasis = basis.vectors.map(sumsAfter)
  const margin = Math.max(3, Math.ceil(leastSide * n))
  const [pace, start] = [(1 - autoregression) / n, autoregression / n]
  // What taking away a bend leaves less, from sums alone: a decorrelated bend is 0 up to its place, and a line after it.
  const gainOf = (place: number): number => {
    if (place < margin || place >= n - margin || others.some((other) => Math.abs(other - place) < margin)) return 0
    const along = ({ values, distances }: SumsAfter): number =>
      pace * (distances[place] ?? 0) + start * (values[place] ?? 0)
    const steps = n - 1 - place
    const sum = (steps * (steps + 1)) / 2
    const length = pace * pace * ((sum * (2 * steps + 1)) / 3) + 2 * pace * start * sum + start * start * steps
    let left = length
    for (const vector of alongBasis) left -= along(vector) ** 2
    return left > dependent * length ? along(alongRest) ** 2 / left : 0
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
