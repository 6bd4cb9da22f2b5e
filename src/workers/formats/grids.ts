/** Tables that a file gives as rows of texts: their header, types and remarks are found as those of any CSV file are. */

import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { StoryglassError } from '../../shared/failure/failure.ts'
import type { Note } from '../../shared/story/note.ts'
import type { WorkContext } from '../runtime/context.ts'
import { pacer } from '../runtime/pacer.ts'
import { withCsvWriter } from '../tables/delimited/csv-writer.ts'
import type { ReadTable } from '../tables/read-table.ts'
import { tableName, uniqueTableName } from '../tables/table-name.ts'
import { convertCsv } from './csv/convert-csv.ts'

export interface Grid {
  /** As the file calls it; null where it does not. */
  readonly name: string | null
  readonly rows: Iterable<readonly string[]>
  /** Whether the first row is known to be the header. Otherwise the content decides. */
  readonly header: boolean
  readonly notes: readonly Note[]
}

interface GridSource {
  /** The file's name, as the user calls it. */
  readonly name: string
  readonly outputDir: string
}

/** A single table is called as the file is. Grids without a table in them are left out where others have one. */
export async function convertGrids(
  grids: readonly Grid[],
  source: GridSource,
  context: WorkContext,
): Promise<ReadTable[]> {
  await mkdir(source.outputDir, { recursive: true })
  const tables: ReadTable[] = []
  const names = new Set<string>()
  let failure: StoryglassError | null = null
  for (const [index, grid] of grids.entries()) {
    const folder = path.join(source.outputDir, `.grid-${index + 1}`)
    try {
      const own = grids.length === 1 ? source.name : (grid.name ?? `${tableName(source.name)} ${index + 1}`)
      for (const table of await convertGrid(grid, { name: own, outputDir: folder }, context)) {
        const file = grids.length === 1 ? table.file : `table-${index + 1}.parquet`
        await moveTable(path.join(folder, table.file), path.join(source.outputDir, file))
        const name = uniqueTableName(grids.length === 1 ? table.name : own, names)
        tables.push({ ...table, name, sheet: grids.length === 1 ? null : name, file })
      }
    } catch (error) {
      if (!(error instanceof StoryglassError) || !['no_rows', 'not_a_table', 'empty_file'].includes(error.reason))
        throw error
      failure ??= error
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  if (tables.length === 0) throw failure ?? new StoryglassError('not_a_table')
  return tables
}

async function convertGrid(
  { rows, header, notes }: Grid,
  { name, outputDir }: GridSource,
  context: WorkContext,
): Promise<ReadTable[]> {
  await mkdir(outputDir, { recursive: true })
  const scratchFile = path.join(outputDir, '.grid.csv.tmp')
  const pause = pacer(context)
  await withCsvWriter(scratchFile, async (writer) => {
    for (const row of rows) {
      writer.row(row)
      await writer.flush()
      await pause()
    }
  })
  const { size } = await stat(scratchFile)
  const source = { path: scratchFile, name, bytes: size }
  const tables = await convertCsv({ source, outputDir, written: { header } }, context)
  return tables.map((table) => ({ ...table, notes: [...notes, ...table.notes] }))
}

/** With the values that could not be read, where there are some. */
async function moveTable(from: string, to: string): Promise<void> {
  await rename(from, to)
  const beside = (file: string): string => file.replace(/\.parquet$/u, '.unreadable.parquet')
  await rename(beside(from), beside(to)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
}
