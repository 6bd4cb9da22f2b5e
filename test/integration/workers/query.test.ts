import { describe, expect, it } from 'vitest'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { NotReadOnlyError } from '../../../src/workers/source/duckdb/stored-tables.ts'
import { runEvidence, tablePage } from '../../../src/workers/tasks/query.ts'
import { withStoredTable } from '../../support/stories/stored-table.ts'

const sql = `SELECT i AS place, 9007199254740993 + i AS huge, DATE '2020-01-01' + CAST(i AS INTEGER) AS day,
  TIMESTAMP '2020-01-01 10:00:00' AS moment, i % 2 = 0 AS even, CASE WHEN i = 3 THEN NULL ELSE 'n' || i END AS name
  FROM range(10000) t(i)`

describe('a page of a table', () => {
  it('is in file order, exact, and says how many rows there are', async () => {
    await withStoredTable('My "table"', sql, async ({ convertDir, table }) => {
      const page = await tablePage(
        { convertDir, tables: [table], table: 'My "table"', offset: 3, limit: 2 },
        detachedContext(),
      )
      expect(page).toEqual({
        columns: ['place', 'huge', 'day', 'moment', 'even', 'name'],
        rows: [
          [3, '9007199254740996', '2020-01-04', '2020-01-01T10:00:00.000Z', false, null],
          [4, '9007199254740997', '2020-01-05', '2020-01-01T10:00:00.000Z', true, 'n4'],
        ],
        total: 10_000,
      })
    })
  })

  it('past the end is empty, and a table that is not there is refused', async () => {
    await withStoredTable('t', sql, async ({ convertDir, table }) => {
      const stored = { convertDir, tables: [table] }
      const end = await tablePage({ ...stored, table: 't', offset: 20_000, limit: 5 }, detachedContext())
      expect([end.rows, end.total]).toEqual([[], 10_000])
      const other = tablePage({ ...stored, table: 'users', offset: 0, limit: 5 }, detachedContext())
      await expect(other).rejects.toThrow(RangeError)
    })
  })
})

describe('the rows behind a number', () => {
  it('come in the order of the query, cut at the limit and saying so', async () => {
    await withStoredTable('t', sql, async ({ convertDir, table }) => {
      const run = (limit: number) =>
        runEvidence(
          { convertDir, tables: [table], sql: 'SELECT place FROM "t" WHERE place >= 9997 ORDER BY place DESC', limit },
          detachedContext(),
        )
      expect(await run(2)).toEqual({ columns: ['place'], rows: [[9999], [9998]], truncated: true })
      expect(await run(3)).toMatchObject({ rows: [[9999], [9998], [9997]], truncated: false })
    })
  })

  it.each(['DROP VIEW "t"', 'SELECT 1; SELECT 2', 'SET threads = 1', 'COPY "t" TO \'/tmp/storyglass-stolen.parquet\''])(
    'are never got by %s',
    async (statement) => {
      await withStoredTable('t', sql, async ({ convertDir, table }) => {
        const run = runEvidence({ convertDir, tables: [table], sql: statement, limit: 5 }, detachedContext())
        await expect(run).rejects.toThrow()
      })
    },
  )

  it('are refused as not read-only where the query is no SELECT', async () => {
    await withStoredTable('t', sql, async ({ convertDir, table }) => {
      const run = runEvidence({ convertDir, tables: [table], sql: 'DROP VIEW "t"', limit: 5 }, detachedContext())
      await expect(run).rejects.toThrow(NotReadOnlyError)
    })
  })

  it('are only those of the story: no other file is read', async () => {
    await withStoredTable('t', sql, async ({ convertDir, table }) => {
      const run = runEvidence(
        { convertDir, tables: [table], sql: "SELECT * FROM read_text('/etc/hostname')", limit: 5 },
        detachedContext(),
      )
      await expect(run).rejects.toThrow(/Permission/)
    })
  })
})
