/** The convert stage for Parquet: the file's one table, its types mapped to ours, its values checked. */

import { mkdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import type { StageInput } from '../../../shared/contract/stages.ts'
import { CancelledError, StoryglassError } from '../../../shared/failure/failure.ts'
import { detailOfRefused } from '../../../shared/file-formats/refused.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { type Database, quoteText, withDatabase } from '../../runtime/duckdb/database.ts'
import { withQueryProgress } from '../../runtime/duckdb/query-progress.ts'
import { WorkPlan } from '../../runtime/work-plan.ts'
import type { ReadTable } from '../../tables/read-table.ts'
import { tableName } from '../../tables/table-name.ts'
import { convertRelation } from '../../tables/typed/convert-relation.ts'

/** DuckDB's share of memory; it spills to the stage's folder beyond it. */
const memoryLimit = '1500MB'

export async function convertParquet(input: StageInput<'convert'>, context: WorkContext): Promise<ReadTable[]> {
  const outputDir = path.resolve(input.outputDir)
  await mkdir(outputDir, { recursive: true })
  const realFile = await realpath(input.source.path)
  const file = asPattern(realFile)
  const options = { memoryLimit, temporaryFolder: outputDir }
  try {
    return await withDatabase(context, options, async (database) => {
      await shutIn(database, [realFile, file], outputDir)
      return [await convertTable(database, context, { file, outputDir, name: tableName(input.source.name) })]
    })
  } catch (error) {
    throw explained(error, [file, realFile])
  }
}

/** DuckDB takes a path for a pattern, even where it is bound as a parameter. This one names the file and no other. */
function asPattern(file: string): string {
  return file.replaceAll(/[*?[]/gu, (character) => `[${character}]`)
}

/** Whatever the file says, nothing but itself is read and nothing is written outside the stage's folder. */
async function shutIn(database: Database, files: readonly string[], outputDir: string): Promise<void> {
  await database.run(`SET allowed_paths = [${files.map(quoteText).join(', ')}]`)
  await database.run(`SET allowed_directories = [${quoteText(outputDir)}]`)
  await database.run('SET enable_external_access = false')
}

interface Target {
  /** Absolute, as a pattern. */
  readonly file: string
  readonly outputDir: string
  readonly name: string
}

async function convertTable(database: Database, context: WorkContext, target: Target): Promise<ReadTable> {
  const plan = new WorkPlan(context, [
    { name: 'look', work: 40, parts: 1 },
    { name: 'write', work: 60, parts: 1 },
  ])
  const within = (fraction: number): void => plan.within(fraction)
  return withQueryProgress(database, { within }, async () => {
    plan.begin('look', 'Looking through columns')
    const { rows } = await database.row<{ rows: number }>('SELECT num_rows AS rows FROM parquet_file_metadata($1)', [
      target.file,
    ])
    const numbered = 'read_parquet($1, file_row_number = true)'
    const relation = { from: 'read_parquet($1)', numbered, parameters: [target.file], rows }
    const onLooked = (): void => plan.begin('write', 'Writing columns')
    const { outputDir, name } = target
    const table = await convertRelation(database, context, relation, {
      outputDir,
      name,
      file: 'table.parquet',
      onLooked,
    })
    plan.end()
    return table
  })
}

/** Not the file's fault: memory, the disk, a folder that is gone; but a file that promises more bytes than it has is damaged. */
const ofMachine = /^(?:Out of Memory|IO Error: (?!Could not read enough bytes)|Permission|FATAL|Interrupt)/iu

/** What DuckDB says of a file it cannot read, as a reason a person is told; `paths` are not shown. */
function explained(error: unknown, paths: readonly string[]): unknown {
  if (error instanceof StoryglassError || error instanceof CancelledError || !(error instanceof Error)) return error
  // A system error of our own calls has a code.
  if ('code' in error || ofMachine.test(error.message)) return error
  const [line = ''] = error.message.split('\n')
  const first = paths.reduce((text, one) => text.replaceAll(one, 'the file'), line)
  if (/encrypt/iu.test(first)) {
    return new StoryglassError('unsupported_kind', detailOfRefused('encryptedParquet'), {
      cause: error,
    })
  }
  return new StoryglassError('damaged_text', first, { cause: error })
}
