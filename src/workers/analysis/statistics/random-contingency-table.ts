/** Random tables with given margins, as if the two categories had nothing to do with each other. */
import type { Margins } from './contingency-table.ts'
import type { SeededRandom } from './seeded-random.ts'

/**
 * Gives a source of random tables with the given margins, each drawn with its probability under independence; every
 * call fills and returns the same flat array, cell (line, column) at line · columns + column. Whole margins with equal
 * sums. O(n) once, then O(cells · sd of a cell) a table.
 *
 * Source: Patefield, algorithm AS 159, Applied Statistics 30 (1981): each cell given those before it is hypergeometric.
 */
export function randomContingencyTables({ lines, columns, n }: Margins, random: SeededRandom): () => Float64Array {
  const logFactorials = new Float64Array(n + 2)
  for (let value = 1; value < logFactorials.length; value++) {
    logFactorials[value] = (logFactorials[value - 1] ?? 0) + Math.log(value)
  }
  const logFactorial = (value: number) => logFactorials[value] ?? 0
  const width = columns.length
  const cells = new Float64Array(lines.length * width)
  const left = new Float64Array(width)
  return () => {
    left.set(columns)
    let unplaced = n
    lines.forEach((total, line) => {
      let toPlace = total
      let rest = unplaced
      for (let column = 0; column < width; column++) {
        const available = left[column] ?? 0
        const drawn =
          line === lines.length - 1
            ? available
            : hypergeometric(available, rest - available, toPlace, random, logFactorial)
        cells[line * width + column] = drawn
        left[column] = available - drawn
        rest -= available
        toPlace -= drawn
      }
      unplaced -= total
    })
    return cells
  }
}

/** How many of `draws` fall on the `marked` of marked + others: inversion, outwards from the mode. */
function hypergeometric(
  marked: number,
  others: number,
  draws: number,
  random: SeededRandom,
  logFactorial: (value: number) => number,
): number {
  const least = Math.max(0, draws - others)
  const most = Math.min(draws, marked)
  if (least >= most) return least
  const total = marked + others
  const mode = Math.min(most, Math.max(least, Math.floor(((draws + 1) * (marked + 1)) / (total + 2))))
  const logChoose = (from: number, take: number) => logFactorial(from) - logFactorial(take) - logFactorial(from - take)
  const atMode = Math.exp(logChoose(marked, mode) + logChoose(others, draws - mode) - logChoose(total, draws))
  let remaining = random.uniform() - atMode
  if (remaining < 0) return mode
  let above = mode
  let below = mode
  let aboveP = atMode
  let belowP = atMode
  while (above < most || below > least) {
    if (above < most) {
      aboveP *= ((marked - above) * (draws - above)) / ((above + 1) * (others - draws + above + 1))
      above++
      remaining -= aboveP
      if (remaining < 0) return above
    }
    if (below > least) {
      belowP *= (below * (others - draws + below)) / ((marked - below + 1) * (draws - below + 1))
      below--
      remaining -= belowP
      if (remaining < 0) return below
    }
  }
  return mode
}
