/** How often the analysis finds something where there is nothing. */
import { analyzeQueries } from './analysis.ts'
import { noiseSetup, noiseTable } from './noise.ts'

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

/** Analyses the first `tables` tables of noise: kinds in turn, lengths scattered over their range. */
export async function sweepNoise(tables: number): Promise<NoiseSweep> {
  const found: string[] = []
  const mismatches: unknown[] = []
  let tests = 0
  for (let index = 0; index < tables; index++) {
    const table = noiseTable(index)
    const { output, mismatches: differing } = await analyzeQueries({ [table.name]: table.query }, noiseSetup)
    mismatches.push(...differing)
    tests += output.method.testsRun
    const findings = output.insights.filter((insight) => insight.class === 'finding')
    if (findings.length === 0) continue
    const told = findings.map((insight) => `${insight.type} of ${insight.columns.join(' and ')}`)
    found.push(`${table.name} (${table.kind}, ${table.rows} rows): ${told.join('; ')}`)
  }
  return { tables, tests, found, mismatches }
}
