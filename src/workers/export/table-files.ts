/** The stored tables of a story as files beside the others of an archive. */
import { createReadStream } from 'node:fs'
import path from 'node:path'
import type { StoredTables } from '../source/duckdb/stored-tables.ts'
import type { StoredTable } from '../source/duckdb/tables.ts'
import type { ArchivedFile } from './zip/archive.ts'

export interface TableFile {
  readonly table: StoredTable
  /** Within the archive. */
  readonly path: string
}

/** A file for each table, named for it. */
export function tableFiles({ tables }: StoredTables): readonly TableFile[] {
  const taken = new Set<string>()
  return tables.map((table, index) => {
    const readable =
      table.name
        .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, ' ')
        .trim()
        .slice(0, 80) || `table ${index + 1}`
    const name = taken.has(readable.toLowerCase()) ? `${readable} ${index + 1}` : readable
    taken.add(name.toLowerCase())
    return { table, path: `tables/${name}.parquet` }
  })
}

export function archivedTables(stored: StoredTables): ArchivedFile[] {
  return tableFiles(stored).map(({ table, path: name }) => ({
    name,
    content: () => createReadStream(path.join(stored.convertDir, path.basename(table.file))),
    isPacked: true,
  }))
}
