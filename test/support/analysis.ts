/** Tables made by SQL, stored as the convert stage stores them, and analysed. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { StageInput, StageOutput } from '../../src/shared/contract/stages.ts'
import type { Focus } from '../../src/shared/story/focus.ts'
import type { InsightDraft } from '../../src/shared/story/insight.ts'
import { type ConvertedColumn, type ConvertedTable, storageTypeSchema } from '../../src/shared/story/table.ts'
import { EvidenceReader } from '../../src/workers/insights/fill-evidence.ts'
import { detachedContext } from '../../src/workers/runtime/context.ts'
import { type Database, quoteIdentifier, quoteText, withDatabase } from '../../src/workers/runtime/duckdb/database.ts'
import { openTables } from '../../src/workers/source/duckdb/tables.ts'
import { analyzeTimed } from '../../src/workers/stages/analyze.ts'

export const vegaFolder = fileURLToPath(new URL('../../node_modules/vega-datasets/data/', import.meta.url))

/** Stores the rows of a query as a converted table in `folder`. */
export async function storeTable(
  database: Database,
  folder: string,
  name: string,
  query: string,
): Promise<ConvertedTable> {
  const described = await database.rows<{ column_name: string; column_type: string }>(`DESCRIBE ${query}`)
  const columns = described.map(
    ({ column_name, column_type }): ConvertedColumn => ({
      name: column_name,
      storage: storageOf(column_type),
      format: null,
      unreadable: { count: 0, examples: [] },
    }),
  )
  const list = columns.map(
    (column) => `CAST(${quoteIdentifier(column.name)} AS ${column.storage}) AS ${quoteIdentifier(column.name)}`,
  )
  const file = `table-${Math.abs(hash(name))}.parquet`
  await database.run(
    `COPY (SELECT ${list.join(', ')} FROM (${query})) TO ${quoteText(path.join(folder, file))} (FORMAT parquet)`,
  )
  const { rows } = await database.row<{ rows: number }>(
    `SELECT count(*) AS rows FROM ${quoteText(path.join(folder, file))}`,
  )
  return { name, sheet: null, file, rows, droppedRows: 0, notes: [], columns }
}

function storageOf(type: string): ConvertedColumn['storage'] {
  const known = storageTypeSchema.safeParse(type)
  if (known.success) return known.data
  if (/^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?)$/.test(type)) return 'BIGINT'
  if (/^(FLOAT|DECIMAL)/.test(type)) return 'DOUBLE'
  if (type.startsWith('TIMESTAMP')) return 'TIMESTAMP'
  return 'VARCHAR'
}

function hash(text: string): number {
  return [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 7)
}

/** Runs `work` with an empty folder that is removed after. */
export async function withFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'storyglass-analysis-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export function analyzeInput(folder: string, tables: readonly ConvertedTable[]): StageInput<'analyze'> {
  return {
    source: { path: path.join(folder, 'source.csv'), name: 'source.csv', bytes: 0 },
    convertDir: folder,
    tables: [...tables],
    seed: 1,
    depth: 'standard',
    outputDir: folder,
  }
}

export interface AnalysedQuery {
  readonly output: StageOutput<'analyze'>
  /** Insights whose numbers, computed again in a database of their own, are not what they state. */
  readonly mismatches: string[]
  readonly timings: Record<string, number>
}

/**
 * Stores the rows of each query as a table, analyses them, and recomputes every number of the result. `readAs`: what the
 * reading of a file would have said of a column.
 */
export function analyzeQueries(
  queries: Readonly<Record<string, string>>,
  setup: readonly string[] = [],
  focus?: Focus,
  readAs: (column: ConvertedColumn) => ConvertedColumn = (column) => column,
  asked: Pick<StageInput<'analyze'>, 'keepTotals'> = {},
): Promise<AnalysedQuery> {
  return withFolder(async (folder) => {
    const context = detachedContext()
    const tables = await withDatabase(context, { threads: 2 }, async (database) => {
      for (const statement of setup) await database.run(statement)
      const stored: ConvertedTable[] = []
      for (const [name, query] of Object.entries(queries)) {
        const table = await storeTable(database, folder, name, query)
        stored.push({ ...table, columns: table.columns.map(readAs) })
      }
      return stored
    })
    const { output, timings } = await analyzeTimed(
      { ...analyzeInput(folder, tables), ...asked, ...(focus === undefined ? {} : { focus }) },
      context,
    )
    const mismatches = await withDatabase(context, { threads: 1 }, async (database) => {
      // As they were told: without rows that are set aside.
      await openTables(database, folder, output.tables)
      return recompute(database, output.insights)
    })
    return { output, mismatches, timings }
  })
}

async function recompute(database: Database, insights: readonly InsightDraft[]): Promise<string[]> {
  const reader = new EvidenceReader(database)
  const mismatches: string[] = []
  for (const insight of insights) {
    const { values } = await reader.evaluate(insight.evidence)
    const names = new Set([...Object.keys(values), ...Object.keys(insight.evidence.values)])
    for (const name of names) {
      const stated = insight.evidence.values[name]
      const again = values[name]
      const close =
        typeof stated === 'number' && typeof again === 'number'
          ? Math.abs(stated - again) <= 1e-9 * Math.max(Math.abs(stated), Math.abs(again))
          : stated === again
      if (!close) mismatches.push(`${insight.type} ${insight.columns.join(', ')}: ${name} ${stated} ${again}`)
    }
  }
  return mismatches
}
