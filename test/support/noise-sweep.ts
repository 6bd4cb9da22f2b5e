/** How often the analysis finds something where there is nothing. */
import { analyzeQueries } from './analysis.ts'
import { noiseSetup, noiseTable, permutedTable } from './noise.ts'

export interface NoiseSweep {
  readonly tables: number
  /** Tests that were run in all. */
  readonly tests: number
  /** One line for each table with a finding: which, and what was said of it. */
  readonly found: readonly string[]
  /** Numbers that did not come out when they were recomputed. */
  readonly mismatches: readonly unknown[]
}

/** The most tables of a hundred that may have a finding. */
export const mostFalsePercent = 5

/**
 * Analyses `tables` tables of noise from the `first` on: kinds in turn, lengths scattered over their range; with `permuted`, every
 * tenth is a real table whose columns were shuffled.
 */
export async function sweepNoise(tables: number, { permuted = false, first = 0 } = {}): Promise<NoiseSweep> {
  const found: string[] = []
  const mismatches: unknown[] = []
  let tests = 0
  for (let index = first; index < first + tables; index++) {
    const isReal = permuted && index % 10 === 9
    const table = isReal ? await permutedTable(Math.floor(index / 10)) : noiseTable(index)
    const { output, mismatches: differing } = await analyzeQueries({ [table.name]: table.query }, noiseSetup)
    mismatches.push(...differing)
    tests += output.method.testsRun
    // Shuffled, a column still has its own shape, and its dates their own course: that is no chance.
    const least = table.kind === 'permuted' ? 2 : 1
    const findings = output.insights.filter(({ class: of, columns }) => of === 'finding' && columns.length >= least)
    if (findings.length === 0) continue
    const told = findings.map((insight) => `${insight.type} of ${insight.columns.join(' and ')}`)
    found.push(`${table.name} (${table.kind}, ${table.rows} rows): ${told.join('; ')}`)
  }
  return { tables, tests, found, mismatches }
}
