/** A CSV or any other text with cells to Parquet tables. */
import { mkdir } from 'node:fs/promises'
import type { WorkContext } from '../../runtime/context.ts'
import { WorkPlan } from '../../runtime/work-plan.ts'
import type { ReadTable } from '../../tables/read-table.ts'
import { tableName } from '../../tables/table-name.ts'
import type { ConvertInput } from './conversion.ts'
import { phases, withinBytes } from './conversion-progress.ts'
import { convertDirectly } from './convert-directly.ts'
import { convertRows } from './convert-rows.ts'
import { severalTables } from './notes.ts'
import { partsOf } from './parts.ts'
import { TemporaryFiles } from './temporary-files.ts'
import { understand } from './understand.ts'

export async function convertCsv(input: ConvertInput, context: WorkContext): Promise<ReadTable[]> {
  const { outputDir } = input
  await mkdir(outputDir, { recursive: true })
  const temporary = new TemporaryFiles(outputDir)
  const plan = new WorkPlan(context, phases('direct'))
  try {
    return await plan.keepMoving(() => convertParts(input, temporary, context, plan))
  } finally {
    await temporary.remove()
  }
}

async function convertParts(
  input: ConvertInput,
  temporary: TemporaryFiles,
  context: WorkContext,
  plan: WorkPlan,
): Promise<ReadTable[]> {
  plan.begin('survey', 'Finding rows and columns')
  const onBytes = withinBytes(plan, input.source.bytes)
  const understood = await understand(input.source.path, context, onBytes, {
    written: input.written,
    asked: input.reading,
  })
  const name = tableName(input.source.name)
  const parts = input.written === undefined ? partsOf(understood.source, name) : [{ name, source: understood.source }]
  const tables: ReadTable[] = []
  for (const [index, part] of parts.entries()) {
    const file = parts.length === 1 ? 'table.parquet' : `table-${index + 1}.parquet`
    const own = { ...understood, source: part.source, name: part.name, file }
    const direct = part.source.held ? null : await convertDirectly(input, own, temporary, context, plan)
    const table = direct ?? (await convertRows(input, own, temporary, context, plan))
    tables.push(parts.length === 1 ? table : { ...table, notes: [severalTables(parts.length), ...table.notes] })
  }
  plan.end()
  return tables
}
