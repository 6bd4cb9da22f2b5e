/** Columns that are as they were told of another source: where that cannot be, it is said, and they are judged anew. */
import { expect, it } from 'vitest'
import type { ColumnsTold } from '../../../../src/shared/story/kept-columns.ts'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { withDatabase } from '../../../../src/workers/runtime/duckdb/database.ts'
import { analyze } from '../../../../src/workers/stages/analyze.ts'
import { analyzeInput, storeTable, withFolder } from '../../../support/analysis.ts'

const rooms =
  "SELECT 101 + i % 4 AS room, ['old', 'new'][1 + i % 2] AS wing, 18.5 + i % 7 AS warmth FROM range(80) t(i)"

const told = (columns: ColumnsTold) =>
  withFolder(async (folder) => {
    const context = detachedContext()
    const table = await withDatabase(context, { threads: 1 }, (database) =>
      storeTable(database, folder, 'rooms', rooms),
    )
    return analyze({ ...analyzeInput(folder, [table]), keptColumns: { columns, from: 'jan.csv' } }, context)
  })

it('holds for this source, and is said', async () => {
  const { tables, keptColumns } = await told({ types: { room: 'category' }, units: { warmth: '°C' } })
  expect(tables[0]?.columns[0]).toMatchObject({ name: 'room', type: 'category', role: 'dimension' })
  expect(keptColumns).toEqual({ columns: { types: { room: 'category' }, units: { warmth: '°C' } }, from: 'jan.csv' })
  expect(tables[0]?.notes.join(' ')).toContain(
    'As you told for “jan.csv”, a source of the same columns, what you said of “room” and “warmth” holds here, too.',
  )
})

it.each([{ types: { wing: 'number' } }, { roles: { wing: 'measure' } }, { units: { gone: 'kg' } }] as const)(
  'does not where the values cannot be so: %o',
  async (columns) => {
    const { tables, keptColumns } = await told(columns)
    expect(keptColumns).toBeUndefined()
    expect(tables[0]?.columns[1]).toMatchObject({ name: 'wing', role: 'dimension' })
    expect(tables[0]?.notes.join(' ')).toContain('for “jan.csv” does not fit this source.')
  },
)
