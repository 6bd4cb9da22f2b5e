/** The picture of a statement found in a query, drawn as the story draws it. */
import type { InsightType } from '../../src/shared/story/insight.ts'
import type { Drawing } from '../../src/workers/insights/charts/drawing.ts'
import { kindOf } from '../../src/workers/insights/kinds/index.ts'
import { detachedContext } from '../../src/workers/runtime/context.ts'
import { withDatabase } from '../../src/workers/runtime/duckdb/database.ts'
import { DuckdbSource } from '../../src/workers/source/duckdb/source.ts'
import { openTables } from '../../src/workers/source/duckdb/tables.ts'
import { analyzeTimed } from '../../src/workers/stages/analyze.ts'
import { analyzeInput, storeTable, withFolder } from './analysis.ts'
import { noiseSetup } from './noise.ts'

/** Of the first statement of that kind with such details. */
export function pictureOf(
  type: InsightType,
  query: string,
  details: Readonly<Record<string, unknown>> = {},
): Promise<Drawing | null | undefined> {
  return withFolder(async (folder) => {
    const context = detachedContext()
    const stored = await withDatabase(context, { threads: 1 }, async (database) => {
      for (const statement of noiseSetup) await database.run(statement)
      return storeTable(database, folder, 'table', query)
    })
    const { output } = await analyzeTimed(analyzeInput(folder, [stored]), context)
    const [table] = output.tables
    const draft = output.insights.find(
      (insight) =>
        insight.type === type && Object.entries(details).every(([name, value]) => insight.details[name] === value),
    )
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
