/** Conditions as SQL: what stands in them is a name or a value, never a part of the query. */
import { expect, it } from 'vitest'
import { parseCondition } from '../../../../src/shared/story/parse-condition.ts'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { withDatabase } from '../../../../src/workers/runtime/duckdb/database.ts'
import {
  type ConditionColumn,
  ConditionValueError,
  conditionSql,
} from '../../../../src/workers/source/condition-sql.ts'
import { duckdbDialect } from '../../../../src/workers/source/duckdb/dialect.ts'

const columns: readonly ConditionColumn[] = [
  { name: 'place', storage: 'VARCHAR', format: null },
  { name: 'n"um', storage: 'BIGINT', format: null },
  { name: 'day', storage: 'DATE', format: null },
  { name: 'at', storage: 'TIMESTAMP', format: null },
  { name: 'won', storage: 'BOOLEAN', format: 'words:Ja/Nein' },
]
const sqlOf = (text: string): string =>
  conditionSql(
    duckdbDialect,
    parseCondition(
      text,
      columns.map(({ name }) => name),
    ),
    columns,
  )

async function kept(text: string): Promise<readonly number[]> {
  return withDatabase(detachedContext(), { threads: 1 }, async (database) => {
    await database.run(`CREATE TABLE rows_of AS SELECT * FROM (VALUES
      ('North', 1, DATE '2019-12-31', TIMESTAMP '2019-12-31 23:59:59', true),
      ('it''s "odd"', 2, DATE '2020-02-29', TIMESTAMP '2020-02-29 12:30:10', false),
      (NULL, 3, DATE '2020-12-31', TIMESTAMP '2020-12-31 08:00:00', NULL),
      ('South', NULL, NULL, NULL, true)) t(place, "n""um", day, "at", won)`)
    const rows = await database.rows<{ row: number }>(
      `SELECT row FROM (SELECT *, row_number() OVER () AS row FROM rows_of) WHERE ${sqlOf(text)} ORDER BY row`,
    )
    return rows.map(({ row }) => Number(row))
  })
}

it('keeps the rows that are meant: what is missing is other than any value, and neither above nor below', async () => {
  expect(await kept('place = North')).toEqual([1])
  expect(await kept('place != North')).toEqual([2, 3, 4])
  expect(await kept('place in (North, South)')).toEqual([1, 4])
  expect(await kept('place not in (North, South)')).toEqual([2, 3])
  expect(await kept('place is missing')).toEqual([3])
  expect(await kept('`n"um` between 2 and 3')).toEqual([2, 3])
  expect(await kept('won = ja')).toEqual([1, 4])
})

it('finds parts of values as they are written, in any case', async () => {
  expect(await kept('place contains "O"')).toEqual([1, 2, 4])
  expect(await kept('place not contains th')).toEqual([2, 3])
  expect(await kept("place contains `it's`")).toEqual([2])
  expect(await kept('day contains -12-')).toEqual([1, 3])
  expect(await kept('won contains j')).toEqual([1, 4])
})

it('a year, a month and a day are all of it', async () => {
  expect(await kept('day = 2020')).toEqual([2, 3])
  expect(await kept('day > 2019')).toEqual([2, 3])
  expect(await kept('day <= 2020-02')).toEqual([1, 2])
  expect(await kept('day != 2020-02-29')).toEqual([1, 3, 4])
  expect(await kept('at = 2019-12-31')).toEqual([1])
  expect(await kept("at >= '2020-02-29 12:30'")).toEqual([2, 3])
  expect(await kept("at = '2020-02-29 12:30'")).toEqual([2])
})

it('nothing that stands in a condition runs', async () => {
  expect(await kept("place = 'x'' OR true --'")).toEqual([])
  expect(await kept('place = "it\'s ""odd"""')).toEqual([2])
  expect(() => sqlOf('`n"um` = 1 OR 1')).toThrow()
})

it('a value that its column cannot have is refused', () => {
  expect(() => sqlOf('`n"um` = many')).toThrow(ConditionValueError)
  expect(() => sqlOf('day = yesterday')).toThrow(ConditionValueError)
  expect(() => sqlOf('day = 2020-02-30')).toThrow(ConditionValueError)
  expect(() => sqlOf('won = perhaps')).toThrow(ConditionValueError)
})
