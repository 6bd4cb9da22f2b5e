import { expect, it } from 'vitest'
import { Artefacts } from '../../../../src/workers/analysis/artefacts.ts'
import { cellsOfDimensions } from '../../../../src/workers/analysis/group-cells.ts'
import { profileTable } from '../../../../src/workers/analysis/profile/profile.ts'
import { schemaOf } from '../../../../src/workers/analysis/schema.ts'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { withDatabase } from '../../../../src/workers/runtime/duckdb/database.ts'
import { silentSteps } from '../../../../src/workers/runtime/work-plan.ts'
import { DuckdbSource } from '../../../../src/workers/source/duckdb/source.ts'
import { openTables } from '../../../../src/workers/source/duckdb/tables.ts'
import { storeTable, withFolder } from '../../../support/analysis.ts'

/** Dimensions with gaps, measures with gaps and a large offset. */
const query = `SELECT 'R' || (hash(i, 1) % 5) AS region, CASE WHEN hash(i, 2) % 7 > 0 THEN 'P' || (hash(i, 2) % 7) END AS product,
  hash(i, 3) % 2 = 0 AS returning, 1e6 + (hash(i, 4) % 1000) / 8.0 AS level,
  CASE WHEN hash(i, 5) % 9 > 0 THEN (hash(i, 5) % 977) / 4.0 END AS amount FROM range(5000) rows(i)`

it('gives the groups of each dimension as a query of its own would', async () => {
  await withFolder(async (folder) => {
    const context = detachedContext()
    await withDatabase(context, { threads: 2 }, async (database) => {
      const table = await storeTable(database, folder, 'cells', query)
      await openTables(database, folder, [table])
      const source = new DuckdbSource(database, context)
      const profile = await profileTable(source, context, table, silentSteps)
      const schema = schemaOf(profile, { axis: null, fine: null, order: null, periods: null })
      expect(schema.measures.map(({ column }) => column.name)).toEqual(['level', 'amount'])
      const [together] = cellsOfDimensions(schema)
      expect(together?.map(({ column }) => column.name).toSorted()).toEqual(['product', 'region', 'returning'])
      const artefacts = new Artefacts(source, schema, context)
      for (const dimension of schema.dimensions) {
        const groups = await artefacts.groups(dimension)
        const expected = await database.rows<Record<string, number | string>>(
          `SELECT CAST(${dimension.sql} AS VARCHAR) AS name, count(*) AS size, count(amount) AS n, avg(amount) AS mean,
             var_samp(amount) AS variance, var_samp(level) AS "level variance"
           FROM cells WHERE ${dimension.sql} IS NOT NULL GROUP BY 1 ORDER BY size DESC, 1`,
        )
        expect(groups.map(({ group, rows }) => [group, rows])).toEqual(expected.map(({ name, size }) => [name, size]))
        for (const [index, { summaries }] of groups.entries()) {
          const [level, amount] = summaries
          const row = expected[index]
          expect(amount?.n).toBe(row?.n)
          expect(amount?.mean).toBeCloseTo(Number(row?.mean), 9)
          expect((amount?.variance ?? 0) / Number(row?.variance)).toBeCloseTo(1, 10)
          expect((level?.variance ?? 0) / Number(row?.['level variance'])).toBeCloseTo(1, 6)
        }
      }
    })
  })
})

it('counts by themselves dimensions whose cells would be nearly as many as the rows', () => {
  const of = (name: string, distinct: number) => ({ column: { name, distinct } })
  const schema = (rows: number) => ({ rows, dimensions: [of('a', 40), of('b', 3), of('c', 9), of('d', 30)] })
  const namesAt = (rows: number) =>
    cellsOfDimensions(schema(rows) as never).map((set) => set.map(({ column }) => column.name))
  expect(namesAt(1_000_000)).toEqual([['b', 'c', 'd'], ['a']])
  expect(namesAt(1_000)).toEqual([['b', 'c'], ['d'], ['a']])
})
