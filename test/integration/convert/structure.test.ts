/** What stands where in a file: tables among other things, read as a person would. One small fixture a trap. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConvertedTable } from '../../../src/shared/story/table.ts'
import { decideKind } from '../../../src/workers/formats/recognition/kind.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { quoteText, withDatabase } from '../../../src/workers/runtime/duckdb/database.ts'
import { convert } from '../../../src/workers/stages/convert.ts'

const context = detachedContext()
let folder = ''
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'structure-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Rows = unknown[][]
interface Read {
  readonly tables: readonly ConvertedTable[]
  readonly names: string[][]
  readonly rows: Rows[]
}

async function read(content: string | Buffer, name = 'data.csv'): Promise<Read> {
  count += 1
  const place = path.join(folder, String(count))
  await mkdir(place, { recursive: true })
  const file = path.join(place, name)
  await writeFile(file, content)
  const source = { path: file, name, bytes: Buffer.byteLength(content) }
  const { kind } = await decideKind(source, 'story')
  const outputDir = path.join(place, 'out')
  const { tables } = await convert({ source, kind, sheet: null, outputDir }, context)
  const rows = await withDatabase(context, {}, async (database) => {
    const all: Rows[] = []
    for (const { file: parquet } of tables) {
      const found = await database.rows<Record<string, unknown>>(
        `SELECT * FROM read_parquet(${quoteText(path.join(outputDir, parquet))})`,
      )
      all.push(found.map((row) => Object.values(row).map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell))))
    }
    return all
  })
  return { tables, names: tables.map(({ columns }) => columns.map(({ name: one }) => one)), rows }
}

describe('zero characters', () => {
  test.each([
    ['inside cells', 'id,name,v\n1,ab\0c,10\n2,d\0e,20\n3,fg,\x0030\n'],
    ['in a header, few bytes in all', 'i\0d,name,v\n1,abc,10\n2,de,20\n3,fg,30\n'],
    ['behind the last line, as a buffer written whole', `id,name,v\n1,abc,10\n2,de,20\n3,fg,30\n${'\0'.repeat(3000)}`],
    ['in every name', 'id,name,v\n1,a\0bc,10\n2,d\0e,20\n3,f\0g,30\n'],
  ])('%s are passed over', async (_, text) => {
    const { names, rows } = await read(text)
    expect(names).toEqual([['id', 'name', 'v']])
    expect(rows[0]).toEqual([
      [1, 'abc', 10],
      [2, 'de', 20],
      [3, 'fg', 30],
    ])
  })

  test('beside every character they are UTF-16', async () => {
    expect((await read(Buffer.from('id,name\n1,Ö\n2,Ü\n', 'utf16le'))).rows[0]).toEqual([
      [1, 'Ö'],
      [2, 'Ü'],
    ])
  })
})
