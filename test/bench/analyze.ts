/** Time of the analyze stage on a generated table of a million rows and twenty columns, part by part. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { detachedContext } from '../../src/workers/runtime/context.ts'
import { withDatabase } from '../../src/workers/runtime/duckdb/database.ts'
import { analyzeTimed } from '../../src/workers/stages/analyze.ts'
import { analyzeInput, storeTable } from '../support/analysis.ts'

/** Twenty columns as a sales export has them, with a trend, a season, a dependent pair and groups that differ. */
export function salesQuery(rows: number): string {
  return `SELECT i AS order_id, DATE '2021-01-01' + (hash(i) % 1095)::INTEGER AS date,
    'R' || (hash(i, 1) % 5) AS region, 'P' || (hash(i, 2) % 12) AS product, 'C' || (hash(i, 3) % 900) AS customer,
    ['web', 'store', 'phone'][1 + (hash(i, 4) % 3)::INTEGER] AS channel, hash(i, 5) % 2 = 0 AS returning,
    1 + (hash(i, 6) % 9) AS quantity, 5 + 90 * u(i, 7) AS price, (1 + hash(i, 6) % 9) * (5 + 90 * u(i, 7)) AS revenue,
    u(i, 8) * 100 + CASE WHEN hash(i, 1) % 5 = 2 THEN 40 ELSE 0 END AS score, -ln(u(i, 9)) * 30 AS wait,
    u(i, 10) + u(i, 11) AS a, u(i, 10) + u(i, 12) AS b, u(i, 13) AS c, u(i, 14) AS d, u(i, 15) * 1000 AS e,
    CASE WHEN u(i, 16) < 0.07 THEN NULL ELSE u(i, 17) END AS f, (hash(i, 18) % 100)::BIGINT AS age,
    'note ' || (hash(i, 19) % 40) AS note
    FROM range(${rows}) rows(i)`
}
export const salesSetup = ['CREATE MACRO u(i, k) AS ((hash(i, k) % 1000003) + 1) / 1000004.0']

async function main(): Promise<void> {
  const rows = Number(process.argv[2] ?? 1_000_000)
  const folder = await mkdtemp(path.join(tmpdir(), 'storyglass-bench-'))
  try {
    const context = detachedContext()
    const table = await withDatabase(context, {}, async (database) => {
      for (const statement of salesSetup) await database.run(statement)
      return storeTable(database, folder, 'sales', salesQuery(rows))
    })
    const started = performance.now()
    const processor = process.cpuUsage()
    const { output, timings } = await analyzeTimed(analyzeInput(folder, [table]), context)
    const elapsedMs = performance.now() - started
    const { user, system } = process.cpuUsage(processor)
    const lines = Object.entries(timings)
      .sort(([, left], [, right]) => right - left)
      .map(([name, ms]) => `  ${name.padEnd(34)} ${ms.toFixed(0).padStart(7)} ms`)
    process.stdout.write(
      `analyze ${rows} × ${table.columns.length}: ${(elapsedMs / 1000).toFixed(2)} s (${((user + system) / 1e6).toFixed(2)} s of processor time), ${output.insights.length} insights, ${output.method.testsRun} tests, peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n${lines.join('\n')}\n`,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) await main()
