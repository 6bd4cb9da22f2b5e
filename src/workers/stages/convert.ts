/** The convert stage: a source of any readable kind to Parquet tables. */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { StageInput, StageOutput } from '../../shared/contract/stages.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { isTableFormat } from '../../shared/file-formats/formats.ts'
import type { ConvertedTable } from '../../shared/story/table.ts'
import { tableReader } from '../formats/readers.ts'
import type { WorkContext } from '../runtime/context.ts'

/** Every table has at least one row and one column; a source without any fails with the reason. */
export async function convert(input: StageInput<'convert'>, context: WorkContext): Promise<StageOutput<'convert'>> {
  if (!isTableFormat(input.kind)) throw new StoryglassError('unsupported_kind', input.kind)
  const tables = await tableReader(input.kind).convert(input, context)
  if (tables.length === 0) throw new StoryglassError('not_a_table')
  return { tables: await withRows(tables, input.outputDir) }
}

/** Empty tables go, with their files, unless all are empty: then there is nothing to tell. */
async function withRows(tables: readonly ConvertedTable[], outputDir: string): Promise<ConvertedTable[]> {
  const filled = tables.filter((table) => table.rows > 0)
  if (filled.length === 0) throw new StoryglassError('no_rows')
  for (const table of tables) {
    if (table.rows === 0) await rm(path.join(outputDir, path.basename(table.file)), { force: true })
  }
  return filled
}
