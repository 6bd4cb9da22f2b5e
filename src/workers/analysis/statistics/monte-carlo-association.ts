/** Are two categories associated, also where many expected counts are small? */
import { type ContingencyTable, marginsOf } from './contingency-table.ts'
import { randomContingencyTables } from './random-contingency-table.ts'
import { seededRandom } from './seeded-random.ts'

export interface MonteCarloAssociation {
  /** Pearson's X² of the table. */
  readonly statistic: number
  /** (1 + random tables at least as extreme) / (1 + simulations): never below 1 / (1 + simulations). */
  readonly p: number
  readonly simulations: number
}

/**
 * p of independence from random tables with the same margins, for tables whose expected counts are too small for the
 * chi-square distribution. Stops early where p is clearly large (20 tables as extreme). Null with fewer than two
 * filled lines or columns. O(simulations · cells · sd of a cell).
 *
 * Source: Hope, J. R. Statist. Soc. B 30 (1968), as R's `chisq.test(simulate.p.value = TRUE)`; early stop of Besag &
 * Clifford, Biometrika 78 (1991).
 */
export function monteCarloAssociation(
  table: ContingencyTable,
  simulations = 9999,
  seed = 1,
): MonteCarloAssociation | null {
  const margins = marginsOf(table)
  const lines = table.filter((_, index) => (margins.lines[index] ?? 0) > 0)
  const kept = Array.from(margins.columns.keys()).filter((column) => (margins.columns[column] ?? 0) > 0)
  if (lines.length < 2 || kept.length < 2) return null
  const filled = lines.map((line) => Float64Array.from(kept, (column) => line[column] ?? 0))
  const within = marginsOf(filled)
  const width = kept.length
  const expected = new Float64Array(lines.length * width)
  expected.forEach((_, cell) => {
    expected[cell] = ((within.lines[Math.floor(cell / width)] ?? 0) * (within.columns[cell % width] ?? 0)) / within.n
  })
  const pearson = (cells: ArrayLike<number>) => {
    let sum = 0
    for (let cell = 0; cell < expected.length; cell++) {
      const count = expected[cell] ?? 1
      sum += ((cells[cell] ?? 0) - count) ** 2 / count
    }
    return sum
  }
  const statistic = pearson(filled.flatMap((line) => Array.from(line)))
  const draw = randomContingencyTables(within, seededRandom(seed))
  // Equal tables met in another order of summing may differ in the last bits.
  const bound = statistic * (1 - 1e-9)
  let extreme = 0
  for (let simulation = 1; simulation <= simulations; simulation++) {
    if (pearson(draw()) >= bound) extreme++
    if (extreme === enoughExtreme) return { statistic, p: extreme / simulation, simulations: simulation }
  }
  return { statistic, p: (1 + extreme) / (1 + simulations), simulations }
}

const enoughExtreme = 20
