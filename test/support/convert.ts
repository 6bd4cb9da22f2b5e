/** A file converted as a job does it: its kind found by content, its tables as Parquet, and what became of it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { StoryglassError } from '../../src/shared/failure/failure.ts'
import type { ConvertedTable } from '../../src/shared/story/table.ts'
import { decideKind } from '../../src/workers/formats/recognition/kind.ts'
import { detachedContext, type WorkContext } from '../../src/workers/runtime/context.ts'
import { quoteText, withDatabase } from '../../src/workers/runtime/duckdb/database.ts'
import { convert } from '../../src/workers/stages/convert.ts'
import { importSource } from '../../src/workers/stages/import.ts'
import { readTable } from '../../src/workers/tasks/read.ts'
import { withTemporaryFolder } from './temporary.ts'

export interface ConvertedFile {
  readonly kind: string
  readonly tables: readonly ConvertedTable[]
  /** Every row of every table as an array; dates as DuckDB writes them. */
  readonly rows: readonly (readonly unknown[][])[]
  /** What the conversion left beside the tables: nothing, in a sound one. */
  readonly leftBehind: readonly string[]
}

/** `write` makes the file. Throws why it cannot be read. */
export function convertFile(
  name: string,
  write: Buffer | string | ((file: string) => Promise<void>),
  { sheet = null, context = detachedContext() }: { sheet?: string | null; context?: WorkContext } = {},
): Promise<ConvertedFile> {
  return withTemporaryFolder(async (folder) => {
    const file = path.join(folder, name)
    if (typeof write === 'function') await write(file)
    else writeFileSync(file, write)
    const source = { path: file, name, bytes: readFileSync(file).length }
    const { kind } = await decideKind(source, 'story')
    const outputDir = path.join(folder, 'converted')
    const { tables } = await convert({ source, kind, sheet, outputDir }, context)
    const rows = await rowsOfTables(outputDir, tables, context)
    const expected = new Set(tables.flatMap(({ file: one }) => [one, one.replace('.parquet', '.unreadable.parquet')]))
    return { kind, tables, rows, leftBehind: readdirSync(outputDir).filter((one) => !expected.has(one)) }
  })
}

/** As `convertFile`, of a file that may wrap others: imported first, and converted from what is inside. */
export function convertInside(
  name: string,
  write: Buffer | string | ((file: string) => Promise<void>),
): Promise<Pick<ConvertedFile, 'tables' | 'rows'>> {
  return withTemporaryFolder(async (folder) => {
    const context = detachedContext()
    const file = path.join(folder, name)
    if (typeof write === 'function') await write(file)
    else writeFileSync(file, write)
    const source = { path: file, name, bytes: readFileSync(file).length }
    const importDir = path.join(folder, 'imported')
    const { inside } = await importSource({ source, sha256: '', outputDir: importDir, sheet: null }, context)
    const files = (inside?.files ?? []).map(({ file: one, name: own, bytes, kind }) => ({
      source: { path: path.join(importDir, one), name: own, bytes },
      kind,
    }))
    const [first] = files
    if (first === undefined || inside === undefined) throw new Error('nothing is inside')
    const outputDir = path.join(folder, 'converted')
    const parts = files.length > 1 ? { parts: files } : {}
    const { tables } = await convert({ ...first, ...parts, notes: inside.notes, sheet: null, outputDir }, context)
    return { tables, rows: await rowsOfTables(outputDir, tables, context) }
  })
}

function rowsOfTables(
  outputDir: string,
  tables: readonly ConvertedTable[],
  context: WorkContext,
): Promise<unknown[][][]> {
  return withDatabase(context, {}, (database) =>
    Promise.all(
      tables.map(async ({ file, columns }) => {
        const query = `SELECT * FROM read_parquet(${quoteText(path.join(outputDir, file))})`
        // Not the values of the object: names that are whole numbers come first in it.
        const found = await database.rows<Record<string, unknown>>(query)
        return found.map((row) => columns.map(({ name }) => row[name] ?? null))
      }),
    ),
  )
}

/** `name STORAGE format` of each column. */
export function shapeOf({ columns }: ConvertedTable): string[] {
  return columns.map(({ name, storage, format }) => `${name} ${storage}${format === null ? '' : ` ${format}`}`)
}

/** One table as text, as it stands in the file. */
export function readText(name: string, content: Buffer | string, table: string | null = null): Promise<string> {
  return withTemporaryFolder(async (folder) => {
    const file = path.join(folder, name)
    writeFileSync(file, content)
    const outputPath = path.join(folder, 'read.csv')
    const source = { path: file, name, bytes: 1 }
    await readTable({ source, table, format: 'csv', typed: false, outputPath }, detachedContext())
    return readFileSync(outputPath, 'utf8')
  })
}

/** `converted`, or the reason it is refused for. */
export async function reasonOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'converted'
  } catch (error) {
    if (error instanceof StoryglassError) return error.reason
    throw error
  }
}
