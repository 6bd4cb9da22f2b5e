/** SQLite databases made for the test: what a foreign one may hold, and what it must not be able to do. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { convert } from '../../../src/workers/stages/convert.ts'
import { convertedSource, refusalOf } from '../../support/converted.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

/** The bytes of a database after `statements`. */
async function databaseOf(...statements: string[]): Promise<Buffer> {
  return withTemporaryFolder((folder) => {
    const file = path.join(folder, 'a.sqlite')
    const database = new BetterSqlite(file)
    for (const statement of statements) database.exec(statement)
    database.close()
    return Promise.resolve(readFileSync(file))
  })
}

const cities = `CREATE TABLE cities (id INTEGER, name TEXT, founded TEXT, area REAL);
  INSERT INTO cities VALUES (9007199254740993, 'A', '1200-01-02', 1.5), (2, 'B', '1300-05-06', NULL);`

describe('an SQLite database', () => {
  it('gives every table with its types, whole numbers to the last digit', async () => {
    const bytes = await databaseOf(
      cities,
      'CREATE TABLE b (x); INSERT INTO b VALUES (1), (2);',
      'CREATE TABLE none (x)',
    )
    const { kind, tables } = await convertedSource(bytes, 'a.db')
    expect(kind).toBe('sqlite')
    expect(tables.map(({ name, sheet }) => [name, sheet])).toEqual([
      ['cities', 'cities'],
      ['b', 'b'],
    ])
    expect(tables[0]?.values).toEqual([
      { id: '9007199254740993', name: 'A', founded: '1200-01-02', area: 1.5 },
      { id: '2', name: 'B', founded: '1300-05-06', area: null },
    ])
    expect(tables[0]?.storages).toEqual({ id: 'BIGINT', name: 'VARCHAR', founded: 'DATE', area: 'DOUBLE' })
  })

  it('gives the table that was named', async () => {
    const bytes = await databaseOf(cities, 'CREATE TABLE b (x); INSERT INTO b VALUES (1);')
    const { tables } = await convertedSource(bytes, 'a.db', 'b')
    expect(tables.map(({ name }) => name)).toEqual(['b'])
  })

  it('does not read views, which may never end, and says so', async () => {
    const endless =
      'CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n'
    const { tables, notes } = await convertedSource(await databaseOf(cities, endless), 'a.db')
    expect(tables).toHaveLength(1)
    expect(notes).toContain('Views and virtual tables are not read: endless.')
  })

  it('keeps names that are words of SQL or hold quotes, and bytes that are text', async () => {
    const odd = `CREATE TABLE "select ""1"" -- " ("a""b", "from"); INSERT INTO "select ""1"" -- " VALUES (x'414243', x'00ff');`
    const { tables, notes } = await convertedSource(await databaseOf(odd), 'a.db')
    expect(tables[0]?.name).toBe('select "1" -- ')
    expect(tables[0]?.values).toEqual([{ 'a"b': 'ABC', from: null }])
    expect(notes).toContain('In "from", one value is bytes that are no text, and left out.')
  })

  it('reads what stands in the log of a database in use, and leaves nothing beside it', async () => {
    await withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'live.db')
      const writer = new BetterSqlite(file)
      writer.pragma('journal_mode = WAL')
      writer.exec(cities)
      const before = readdirSync(folder).toSorted()
      expect(before).toContain('live.db-wal')
      const outputDir = path.join(folder, 'out')
      const source = { path: file, name: 'live.db', bytes: 1 }
      const { tables } = await convert({ source, kind: 'sqlite', sheet: null, outputDir }, detachedContext())
      expect(tables.map(({ rows }) => rows)).toEqual([2])
      expect(readdirSync(folder).toSorted()).toEqual([...before, 'out'].toSorted())
      expect(readdirSync(outputDir)).toEqual(['table-1.parquet'])
      writer.close()
    })
  })
})

describe('an SQLite database that is damaged or made to do harm', () => {
  it('is refused where it has no tables', async () => {
    expect(await refusalOf(await databaseOf('CREATE VIEW v AS SELECT 1'), 'a.db')).toBe(
      'not_a_table: an SQLite database without tables',
    )
  })

  it('does not compute what the file asks for', async () => {
    const bomb = 'CREATE TABLE t (a, b AS (hex(zeroblob(200000000)))); INSERT INTO t(a) VALUES (1);'
    const { tables, notes } = await convertedSource(await databaseOf(bomb), 'a.db')
    expect(tables[0]?.values).toEqual([{ a: '1' }])
    expect(notes).toContain('"b" is computed by the database and not read.')
  })

  it('ends where it gives more rows than it can hold', async () => {
    // A page that stands for many: every child of the root is made to be the same leaf.
    const rows = Array.from({ length: 20_000 }, (_, index) => `(${index}, 'text ${index}')`).join(',')
    const bytes = await databaseOf('PRAGMA page_size = 512', `CREATE TABLE t (a, b); INSERT INTO t VALUES ${rows};`)
    expect(await refusalOf(withEqualChildren(bytes, 512), 'a.db')).toMatch(/^(?:read|hostile_content|damaged_text)/u)
  })

  it('reads or refuses it, cut anywhere or damaged anywhere', async () => {
    const bytes = await databaseOf(cities)
    for (let at = 100; at < bytes.length; at += 173) {
      await refusalOf(bytes.subarray(0, at), 'cut.db')
      const damaged = Buffer.from(bytes)
      for (let index = at; index < Math.min(bytes.length, at + 8); index += 1)
        damaged[index] = 0xff - (damaged[index] ?? 0)
      await refusalOf(damaged, 'damaged.db')
    }
  })
})

/** Every interior page of a table points at one of its children only. */
function withEqualChildren(bytes: Buffer, pageBytes: number): Buffer {
  const changed = Buffer.from(bytes)
  for (let page = pageBytes; page < changed.length; page += pageBytes) {
    if (changed[page] !== 5) continue
    const cells = changed.readUInt16BE(page + 3)
    const first = changed.readUInt32BE(page + changed.readUInt16BE(page + 12))
    for (let cell = 0; cell < cells; cell += 1) {
      changed.writeUInt32BE(first, page + changed.readUInt16BE(page + 12 + 2 * cell))
    }
  }
  return changed
}

it('writes nothing of its own into the file', async () => {
  await withTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'a.db')
    writeFileSync(file, await databaseOf(cities))
    const before = readFileSync(file)
    const source = { path: file, name: 'a.db', bytes: before.length }
    await convert({ source, kind: 'sqlite', sheet: null, outputDir: path.join(folder, 'out') }, detachedContext())
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})
