/** What is said of a planted table, and whether a statement says what was planted. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { tasks } from '../../../../src/workers/catalog.ts'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { analyzeTimed } from '../../../../src/workers/stages/analyze.ts'
import { analyzeInput, withFolder } from '../../../support/analysis.ts'
import type { PlantedTable } from './plant.ts'

/** Read from a CSV by the real convert stage, since labels, missing codes and unreadable cells are its own. */
export async function insightsOf({ columns }: PlantedTable): Promise<readonly InsightDraft[]> {
  return withFolder(async (outputDir) => {
    const names = Object.keys(columns)
    const rows = Math.max(...Object.values(columns).map((values) => values.length))
    const lines = Array.from({ length: rows }, (_, index) =>
      names.map((name) => columns[name]?.[index] ?? '').join(','),
    )
    const file = path.join(outputDir, 'planted.csv')
    const text = [names.join(','), ...lines].join('\n')
    await writeFile(file, text)
    const source = { path: file, name: 'planted.csv', bytes: Buffer.byteLength(text) }
    const context = detachedContext()
    const { tables } = await tasks.convert({ source, kind: 'csv', sheet: null, outputDir }, context)
    return (await analyzeTimed(analyzeInput(outputDir, tables), context)).output.insights
  })
}

export function says(insight: InsightDraft, table: PlantedTable): boolean {
  const named = [...insight.columns, ...Object.keys(insight.subspace ?? {})]
  return table.types.includes(insight.type) && table.about.every((column) => named.includes(column))
}
