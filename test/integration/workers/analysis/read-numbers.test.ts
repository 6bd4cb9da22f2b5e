import { expect, it } from 'vitest'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { withDatabase } from '../../../../src/workers/runtime/duckdb/database.ts'
import { readNumbers } from '../../../../src/workers/source/duckdb/read-numbers.ts'

it('streams all rows, also while another query is asked', async () => {
  const context = detachedContext()
  await withDatabase(context, { threads: 2 }, async (database) => {
    const rows = 300_000
    await database.run(`CREATE TABLE numbers AS SELECT i AS x FROM range(${rows}) all_of_them(i)`)
    const [columns, other] = await Promise.all([
      readNumbers(database, context, 'numbers', ['CAST(x AS DOUBLE)'], rows),
      database.row<{ most: number }>('SELECT max(x) AS most FROM numbers'),
    ])
    expect(other.most).toBe(rows - 1)
    expect(columns[0]?.at(-1)).toBe(rows - 1)
  })
})
