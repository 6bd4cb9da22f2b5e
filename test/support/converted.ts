/** A source made for a test, taken through recognition and conversion. */
import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { StoryglassError } from '../../src/shared/failure/failure.ts'
import type { ConvertedTable } from '../../src/shared/story/table.ts'
import { decideKind } from '../../src/workers/formats/recognition/kind.ts'
import { detachedContext } from '../../src/workers/runtime/context.ts'
import { convert } from '../../src/workers/stages/convert.ts'
import { detailOf } from './refusal.ts'
import { withTemporaryFolder } from './temporary.ts'

export interface ConvertedSource {
  readonly kind: string
  readonly tables: readonly (ConvertedTable & {
    /** `BIGINT`, `DATE` and so on, by column. */
    readonly storages: Readonly<Record<string, string>>
    readonly values: readonly Readonly<Record<string, unknown>>[]
  })[]
  /** Every note of every table, joined. */
  readonly notes: string
}

/** Scratch files must be gone when it is done: only tables are left. */
export async function convertedSource(
  content: string | Buffer,
  name: string,
  sheet: string | null = null,
): Promise<ConvertedSource> {
  return withTemporaryFolder(async (folder) => {
    const file = path.join(folder, name)
    writeFileSync(file, content)
    const source = { path: file, name, bytes: Buffer.byteLength(content) }
    const decision = await decideKind(source)
    const outputDir = path.join(folder, 'out')
    if (decision.pipeline !== 'story') throw new Error(`read as a document: ${decision.kind}`)
    const { tables } = await convert({ source, kind: decision.kind, sheet, outputDir }, detachedContext())
    const left = readdirSync(outputDir).filter((one) => !one.endsWith('.parquet'))
    if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`)
    const described = []
    for (const table of tables) {
      const values = await rowsOf(path.join(outputDir, table.file))
      const storages = Object.fromEntries(table.columns.map((column) => [column.name, column.storage]))
      described.push({ ...table, storages, values })
    }
    return { kind: decision.kind, tables: described, notes: tables.flatMap(({ notes }) => notes).join('\n') }
  })
}

/** Reason and detail of its refusal; `read` where there is none. The detail must name no path. */
export async function refusalOf(content: string | Buffer, name: string): Promise<string> {
  try {
    await convertedSource(content, name)
    return 'read'
  } catch (error) {
    if (!(error instanceof StoryglassError)) throw error
    const detail = detailOf(error)
    if (detail.includes('/tmp')) throw new Error(`a path in "${detail}"`)
    return detail === '' ? error.reason : `${error.reason}: ${detail}`
  }
}

async function rowsOf(file: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const reader = await connection.runAndReadAll(`SELECT * FROM read_parquet('${file.replaceAll("'", "''")}')`)
    return reader.getRowObjectsJson()
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
