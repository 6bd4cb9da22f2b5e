/** The convert stage: a source of any readable kind to Parquet tables. */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { StageInput, StageOutput } from '../../shared/contract/stages.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import type { ConvertedTable } from '../../shared/story/table.ts'
import { convertCsv } from '../formats/csv/convert-csv.ts'
import { convertWorkbook } from '../formats/xlsx/convert-workbook.ts'
import type { WorkContext } from '../runtime/context.ts'

/** Every table has at least one row and one column; a source without any fails with the reason. */
export async function convert(input: StageInput<'convert'>, context: WorkContext): Promise<StageOutput<'convert'>> {
  const tables = await convertKind(input, context)
  if (tables.length === 0) throw new StoryglassError('not_a_table')
  return { tables: await withRows(tables, input.outputDir) }
}

function convertKind(input: StageInput<'convert'>, context: WorkContext): Promise<ConvertedTable[]> {
  switch (input.kind) {
    case 'csv':
      return convertCsv(input, context)
    case 'xlsx':
      return convertWorkbook(input, context)
    case 'pdf':
    case 'docx':
    case 'text':
    case 'markdown':
    case 'html':
    case 'unknown':
      throw new StoryglassError('unsupported_kind', input.kind)
  }
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
