/** Rows of text, from a source that has its own way of telling them apart, to a typed Parquet file. */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { WorkContext } from '../../runtime/context.ts'
import { withDatabase } from '../../runtime/duckdb/database.ts'
import { type QueryWatch, withQueryProgress } from '../../runtime/duckdb/query-progress.ts'
import { withCsvWriter } from '../delimited/csv-writer.ts'
import { directRelation } from '../delimited/direct.ts'
import { sampleFromRows, sampleRows } from './sample.ts'
import { type TypedTable, type TypedTableTarget, writeTypedTable } from './write-table.ts'
import { type RowWalk, wideColumns, writeWideTable } from './write-wide.ts'

/** DuckDB's share of memory; it spills to the stage's folder beyond it. */
const memoryLimit = '1500MB'

export interface TextRows {
  readonly names: readonly string[]
  /** Gives every row, each with a text for every name, empty where there is no value. It may be asked more than once. */
  readonly walk: RowWalk
}

/** `watch` hears how far DuckDB is with what it was given. The folder of `target` must be there. */
export async function writeTextRows(
  { names, walk }: TextRows,
  target: TypedTableTarget,
  context: WorkContext,
  watch: QueryWatch = { within: () => undefined },
): Promise<TypedTable> {
  const scratchFile = path.join(target.outputDir, `.${target.file}.rows.tmp`)
  const unreadableScratch = path.join(target.outputDir, `.${target.file}.unreadable.tmp`)
  const sampled: (readonly string[])[] = []
  const sample = (cells: readonly string[]): void => {
    if (sampled.length < sampleRows) sampled.push([...cells])
  }
  try {
    return await withDatabase(
      context,
      { memoryLimit, temporaryFolder: target.outputDir, columns: names.length },
      async (database) => {
        if (names.length >= wideColumns) {
          await walk(sample, () => Promise.resolve())
          const samples = sampleFromRows(names, sampled)
          return writeWideTable(database, context, names, samples, walk, { ...target, scratchFile, unreadableScratch })
        }
        const longestRowBytes = await withCsvWriter(scratchFile, async (writer) => {
          const onRow = (cells: readonly string[]): void => {
            sample(cells)
            writer.row(cells)
          }
          await walk(onRow, () => writer.flush())
          return writer.longestRowBytes
        })
        const plainest = { skip: 0, delimiter: ',', quote: '"', escape: '"', returns: false } as const
        const relation = directRelation({ file: scratchFile, names, longestRowBytes, isOurs: true, ...plainest })
        const samples = sampleFromRows(names, sampled)
        return withQueryProgress(database, watch, () => writeTypedTable(database, context, relation, samples, target))
      },
    )
  } finally {
    await rm(scratchFile, { force: true })
    await rm(unreadableScratch, { force: true })
  }
}
