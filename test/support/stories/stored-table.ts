/** A table on disk as the convert stage leaves it, made by a query. */
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { ConvertedTable } from '../../../src/shared/story/table.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { quoteText, withDatabase } from '../../../src/workers/runtime/duckdb/database.ts'

export interface StoredTable {
  readonly convertDir: string
  readonly table: ConvertedTable
}

const storages = ['DOUBLE', 'BIGINT', 'DATE', 'TIMESTAMP', 'BOOLEAN', 'VARCHAR'] as const

export async function withStoredTable<Result>(
  name: string,
  sql: string,
  work: (stored: StoredTable) => Promise<Result>,
): Promise<Result> {
  const convertDir = await mkdtemp(path.join(os.tmpdir(), 'storyglass-stored-'))
  try {
    const table = await withDatabase(detachedContext(), {}, async (database): Promise<ConvertedTable> => {
      await database.run(`CREATE TABLE made AS ${sql}`)
      await database.run(`COPY made TO ${quoteText(path.join(convertDir, 'made.parquet'))} (FORMAT parquet)`)
      const columns = await database.rows<{ column_name: string; column_type: string }>('DESCRIBE made')
      const { rows } = await database.row<{ rows: number }>('SELECT count(*) AS rows FROM made')
      return {
        name,
        sheet: null,
        file: 'made.parquet',
        rows,
        droppedRows: 0,
        notes: [],
        columns: columns.map(({ column_name, column_type }) => ({
          name: column_name,
          storage: storages.find((storage) => storage === column_type) ?? 'VARCHAR',
          format: null,
          unreadable: { count: 0, examples: [] },
        })),
      }
    })
    return await work({ convertDir, table })
  } finally {
    await rm(convertDir, { recursive: true, force: true })
  }
}
