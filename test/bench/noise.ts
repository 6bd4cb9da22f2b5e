/** How often the analysis finds something where there is nothing: tables of pure noise with a finding, of a hundred. */
import { analyzeQueries } from '../support/analysis.ts'
import { noiseKinds, noiseSetup, noiseTable } from '../support/noise.ts'

export async function noiseFigure(tables = 100): Promise<string> {
  const hits = new Map(noiseKinds.map((kind) => [kind, 0]))
  let findings = 0
  let tests = 0
  for (let index = 0; index < tables; index++) {
    const table = noiseTable(index)
    const { output } = await analyzeQueries({ [table.name]: table.query }, noiseSetup)
    const found = output.insights.filter((insight) => insight.class === 'finding').length
    tests += output.method.testsRun
    findings += found
    if (found > 0) hits.set(table.kind, (hits.get(table.kind) ?? 0) + 1)
  }
  const total = [...hits.values()].reduce((sum, count) => sum + count, 0)
  const kinds = [...hits].map(([kind, count]) => `${kind} ${count}`).join(', ')
  return `pure noise: ${total} of ${tables} tables with a finding (${kinds}); ${(findings / tables).toFixed(2)} findings a table, ${tests} tests (aim: at most 5 of 100)`
}

if (import.meta.main) process.stdout.write(`${await noiseFigure(Number(process.argv[2] ?? 100))}\n`)
