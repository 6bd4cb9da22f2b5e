/** Profiles of wide tables: as exact as of narrow ones, and not a query for each column. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { topsOf } from '../../../src/workers/analysis/profile/frequencies.ts'
import { profileTable } from '../../../src/workers/analysis/profile/profile.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { type Database, withDatabase } from '../../../src/workers/runtime/duckdb/database.ts'
import { DuckdbSource } from '../../../src/workers/source/duckdb/source.ts'
import { openTables } from '../../../src/workers/source/duckdb/tables.ts'
import { storeTable, withFolder } from '../../support/analysis.ts'

const steps = { begin: () => undefined, part: () => undefined, within: () => undefined }

/** Columns of all types by turns: ties, gaps, numbers beyond what a double holds. */
function mixedColumns(count: number): string {
  const kinds = [
    (k: number) => `CASE WHEN i % 7 = 0 THEN NULL ELSE (hash(i, ${k}) % 9)::BIGINT END`,
    (k: number) => `(hash(i, ${k}) % 11)::DOUBLE / 4`,
    (k: number) => `'word ' || hash(i, ${k}) % 13`,
    (k: number) => `hash(i, ${k}) % 3 = 0`,
    (k: number) => `DATE '2020-01-01' + (hash(i, ${k}) % 20)::INTEGER`,
    (k: number) => `9007199254740993 + (hash(i, ${k}) % 5)::BIGINT`,
  ]
  return Array.from({ length: count }, (_, k) => `${kinds[k % kinds.length]?.(k)} AS "c ${k}"`).join(', ')
}

function withWide<Result>(
  count: number,
  work: (database: Database, table: Awaited<ReturnType<typeof storeTable>>) => Promise<Result>,
) {
  return withFolder((folder) =>
    withDatabase(detachedContext(), { threads: 1 }, async (database) => {
      const table = await storeTable(database, folder, 'wide', `SELECT ${mixedColumns(count)} FROM range(60) r(i)`)
      await openTables(database, folder, [table])
      return work(database, table)
    }),
  )
}

afterEach(() => vi.restoreAllMocks())

describe('the profile of a wide table', () => {
  it('takes hardly more queries for eight times the columns', async () => {
    const queries = (count: number) =>
      withWide(count, async (database, table) => {
        const asked = [vi.spyOn(database, 'rows'), vi.spyOn(database.connection, 'stream')]
        await profileTable(new DuckdbSource(database, detachedContext()), detachedContext(), table, steps)
        return asked.reduce((sum, { mock }) => sum + mock.calls.length, 0)
      })
    const few = await queries(48)
    expect(few).toBeGreaterThan(0)
    expect(await queries(384)).toBeLessThan(3 * few)
  })

  it('has the most frequent values of each column as if it were asked for alone', async () => {
    await withWide(24, async (database, table) => {
      const { columns } = await profileTable(
        new DuckdbSource(database, detachedContext()),
        detachedContext(),
        table,
        steps,
      )
      for (const [index, { column }] of columns.entries()) {
        const own = table.columns[index]
        if (own === undefined) throw new Error('A column without a source')
        const [alone] = await topsOf(
          new DuckdbSource(database, detachedContext()),
          '"wide"',
          [own],
          60,
          () => undefined,
        )
        expect(column.stats.top, column.name).toEqual(alone)
        const { n } = await database.row<{ n: number }>(`SELECT count(DISTINCT "${own.name}") AS n FROM "wide"`)
        expect(column.distinct, column.name).toBe(n)
      }
    })
  })
})
