/** Tables of a story under their names: short ones are held in memory where many queries are asked. */
import { describe, expect, it } from 'vitest'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { type Database, withDatabase } from '../../../src/workers/runtime/duckdb/database.ts'
import { openTables } from '../../../src/workers/source/duckdb/tables.ts'
import { storeTable, withFolder } from '../../support/analysis.ts'

function withOpened<Result>(
  columns: number,
  forManyQueries: boolean,
  work: (database: Database) => Promise<Result>,
  rows = 30_000,
) {
  return withFolder((folder) =>
    withDatabase(detachedContext(), {}, async (database) => {
      const list = Array.from({ length: columns }, (_, k) => `sin(i * ${k + 1}) AS "c ${k}"`).join(', ')
      const table = await storeTable(database, folder, 'wide', `SELECT ${list} FROM range(${rows}) r(i)`)
      await openTables(database, folder, [table], { forManyQueries })
      return work(database)
    }),
  )
}

const isHeld = async (database: Database): Promise<boolean> =>
  (await database.rows("SELECT 1 FROM duckdb_tables() WHERE table_name = 'wide'")).length === 1

describe('a table that is opened', () => {
  it('is held in memory only where it has few values, or is wide and short, and much is asked of it', async () => {
    expect(await withOpened(5, true, isHeld)).toBe(true)
    expect(await withOpened(5, false, isHeld)).toBe(false)
    expect(await withOpened(20, true, isHeld)).toBe(false)
    // 30,000 rows of 160 columns are more values than are held.
    expect(await withOpened(160, true, isHeld)).toBe(false)
    // 2,048 rows of 2,000 columns are, too, but each query over their file would take as long as the columns are many.
    expect(await withOpened(2_000, true, isHeld, 2_048)).toBe(true)
    expect(await withOpened(2_000, true, isHeld, 2_049)).toBe(false)
  })

  it('gives the same rows in the same order, and the same sums to the last digit', async () => {
    await withFolder((folder) =>
      withDatabase(detachedContext(), {}, async (database) => {
        const list = Array.from({ length: 160 }, (_, k) => `sin(i * ${k + 1}) AS "c ${k}"`).join(', ')
        const table = await storeTable(database, folder, 'wide', `SELECT ${list} FROM range(20000) r(i)`)
        const asked = `SELECT fsum("c 7") AS sum, favg("c 8") AS mean, stddev("c 9") AS sd FROM wide`
        const inOrder = 'SELECT "c 3" AS value FROM wide'
        await openTables(database, folder, [table])
        const fromFile = [await database.row(asked), await database.columns(inOrder), await isHeld(database)]
        await database.run('DROP VIEW wide')
        await openTables(database, folder, [table], { forManyQueries: true })
        const fromMemory = [await database.row(asked), await database.columns(inOrder), await isHeld(database)]
        expect(fromFile).toEqual([...fromMemory.slice(0, 2), false])
        expect(fromMemory[2]).toBe(true)
      }),
    )
  })
})
