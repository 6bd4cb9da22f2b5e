/** The pictures of a change and of a last period are drawn from the rows their statements rest on. */
import { expect, it } from 'vitest'
import type { InsightType } from '../../../../src/shared/story/insight.ts'
import { kindOf } from '../../../../src/workers/insights/kinds/index.ts'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { withDatabase } from '../../../../src/workers/runtime/duckdb/database.ts'
import { DuckdbSource } from '../../../../src/workers/source/duckdb/source.ts'
import { openTables } from '../../../../src/workers/source/duckdb/tables.ts'
import { analyzeTimed } from '../../../../src/workers/stages/analyze.ts'
import { analyzeInput, storeTable, withFolder } from '../../../support/analysis.ts'
import { noiseSetup } from '../../../support/noise.ts'

function pictureOf(type: InsightType, query: string) {
  return withFolder(async (folder) => {
    const context = detachedContext()
    const stored = await withDatabase(context, { threads: 1 }, async (database) => {
      for (const statement of noiseSetup) await database.run(statement)
      return storeTable(database, folder, 'table', query)
    })
    const { output } = await analyzeTimed(analyzeInput(folder, [stored]), context)
    const [table] = output.tables
    const draft = output.insights.find((insight) => insight.type === type)
    if (table === undefined || draft === undefined) throw new Error(`No ${type} was found`)
    return withDatabase(context, { threads: 1 }, async (database) => {
      await openTables(database, folder, [stored])
      return kindOf(type).picture?.draw({
        draft,
        table,
        headline: 'What changed',
        source: new DuckdbSource(database, context),
        language: 'en',
      })
    })
  })
}

it('a sum that rose is drawn as what each group rose or fell by', async () => {
  const drawing = await pictureOf(
    'change_decomposition',
    `SELECT DATE '2021-01-01' + INTERVAL (m) MONTH AS month, ['North', 'South', 'East', 'West'][k] AS region,
      (100 + CASE WHEN m >= 12 THEN [0, -5, 60, 10][k] ELSE 0 END)::DOUBLE AS sales FROM range(24) a(m), range(1, 5) b(k)`,
  )
  expect(drawing?.rows).toEqual([
    ['East', 720],
    ['West', 120],
    ['North', 0],
    ['South', -60],
  ])
  expect(drawing?.spec).toMatchObject({ kind: 'bar', highlight: ['East'] })
})

it('a last day that stands apart is drawn at the end of its series', async () => {
  const drawing = await pictureOf(
    'latest_vs_expected',
    `SELECT DATE '2023-01-01' + i::INTEGER AS date, 200 + 4 * normal(5, i, 1) + CASE WHEN i = 119 THEN 17 ELSE 0 END AS load
     FROM range(120) t(i)`,
  )
  expect(drawing?.rows).toHaveLength(120)
  expect(drawing?.spec).toMatchObject({ kind: 'line', highlight: ['2023-04-30'] })
})
