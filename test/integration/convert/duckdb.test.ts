/** DuckDB databases made for the test, and what a foreign one must not be able to do. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { convertedSource, refusalOf } from '../../support/converted.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

/** The bytes of a database after `statements`; `secret` stands for a file beside it. */
async function databaseOf(...statements: string[]): Promise<Buffer> {
  return withTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'a.duckdb')
    const secret = path.join(folder, 'secret.csv')
    writeFileSync(secret, 'word\nhidden\n')
    const instance = await DuckDBInstance.create(file)
    const connection = await instance.connect()
    for (const statement of statements) await connection.run(statement.replaceAll('secret', `'${secret}'`))
    await connection.run('CHECKPOINT')
    connection.closeSync()
    instance.closeSync()
    return readFileSync(file)
  })
}

const cities = `CREATE TABLE cities AS SELECT * FROM (VALUES
  (9007199254740993::BIGINT, 'A', DATE '1200-01-02', 1.50::DECIMAL(8, 2), {'x': 1, 'y': 'p'}),
  (2, 'B', NULL, NULL, NULL)) AS t(id, name, founded, area, place)`

describe('a DuckDB database', () => {
  it('gives every table with its types, schemas named', async () => {
    const bytes = await databaseOf(cities, 'CREATE SCHEMA old', 'CREATE TABLE old.b AS SELECT 1 AS x')
    const { kind, tables } = await convertedSource(bytes, 'a.duckdb')
    expect(kind).toBe('duckdb')
    expect(tables.map(({ name, sheet, rows }) => [name, sheet, rows])).toEqual([
      ['cities', 'cities', 2],
      ['old.b', 'old.b', 1],
    ])
    expect(tables[0]?.values).toEqual([
      { id: '9007199254740993', name: 'A', founded: '1200-01-02', area: 1.5, 'place.x': '1', 'place.y': 'p' },
      { id: '2', name: 'B', founded: null, area: null, 'place.x': null, 'place.y': null },
    ])
    expect((await convertedSource(bytes, 'a.db', 'old.b')).tables).toHaveLength(1)
  })

  it('runs no view, which may read other files or never end, and says so', async () => {
    const views = [
      'CREATE VIEW spy AS SELECT * FROM read_csv(secret)',
      'CREATE VIEW endless AS SELECT * FROM range(1000000000000)',
    ]
    const { tables, notes } = await convertedSource(await databaseOf(cities, ...views), 'a.duckdb')
    expect(tables).toHaveLength(1)
    expect(notes).toContain('Views are not read: endless, spy.')
  })

  it('is refused where it has no tables', async () => {
    expect(await refusalOf(await databaseOf('CREATE VIEW v AS SELECT 1'), 'a.duckdb')).toBe(
      'not_a_table: a DuckDB database without tables',
    )
  })

  it('reads or refuses it, cut anywhere or damaged anywhere', async () => {
    const bytes = await databaseOf(cities)
    for (let at = 64; at < bytes.length; at += 9973) {
      await refusalOf(bytes.subarray(0, at), 'cut.duckdb')
      const damaged = Buffer.from(bytes)
      for (let index = at; index < Math.min(bytes.length, at + 8); index += 1)
        damaged[index] = 0xff - (damaged[index] ?? 0)
      await refusalOf(damaged, 'damaged.duckdb')
    }
  })
})
