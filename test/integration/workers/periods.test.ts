/** Which whole periods of a table are compared with each other. */
import { describe, expect, it } from 'vitest'
import { profileTable } from '../../../src/workers/analysis/profile/profile.ts'
import { schemaOf } from '../../../src/workers/analysis/schema.ts'
import { findTime } from '../../../src/workers/analysis/series/axis.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { withDatabase } from '../../../src/workers/runtime/duckdb/database.ts'
import { DuckdbSource } from '../../../src/workers/source/duckdb/source.ts'
import { openTables } from '../../../src/workers/source/duckdb/tables.ts'
import { storeTable, withFolder } from '../../support/analysis.ts'

const steps = { begin: () => undefined, part: () => undefined, within: () => undefined }

function schemaOfQuery(query: string) {
  return withFolder((folder) =>
    withDatabase(detachedContext(), { threads: 1 }, async (database) => {
      const table = await storeTable(database, folder, 'table', query)
      await openTables(database, folder, [table])
      const source = new DuckdbSource(database, detachedContext())
      const profile = await profileTable(source, detachedContext(), table, steps)
      return schemaOf(profile, await findTime(source, profile))
    }),
  )
}

describe('the periods of a table', () => {
  it('are its years, be they eleven in steps of five under any header', async () => {
    const { periods, time, dimensions } = await schemaOfQuery(
      `SELECT 1955 + 5 * y AS year, 'country ' || c AS country, 50 + y + c / 7 AS life FROM range(11) a(y), range(20) b(c)`,
    )
    expect(time).toBeNull()
    expect(periods).toMatchObject({ grain: 'year', step: 5, kind: 'panel', native: true })
    expect(periods?.starts).toHaveLength(11)
    expect(dimensions.map(({ column }) => column.name)).not.toContain('year')
  })

  it('are two where there are two', async () => {
    const { periods } = await schemaOfQuery(
      `SELECT 1931 + y AS year, 'site ' || s AS site, 30 + 3 * y + s AS yield FROM range(2) a(y), range(30) b(s)`,
    )
    expect(periods?.starts).toEqual(['1931-01-01', '1932-01-01'])
  })

  it('leave out a year that has only begun', async () => {
    const { periods } = await schemaOfQuery(
      `SELECT DATE '2021-01-01' + i::INTEGER AS day, i % 7 + i / 90 AS sales FROM range(1130) t(i)`,
    )
    expect(periods?.starts).toEqual(['2021-01-01', '2022-01-01', '2023-01-01'])
    expect(periods?.incomplete).toEqual({ first: null, last: '2024-01-01' })
    expect(periods?.condition).toContain("< '2024-01-01'")
  })

  it('leave out a last year of bare years that has far fewer rows than the others', async () => {
    const { periods } = await schemaOfQuery(
      `SELECT 2015 + y AS year, i % 7 AS points, 'k' || i % 3 AS k FROM range(5) a(y), range(40) b(i) WHERE y < 4 OR i < 8`,
    )
    expect(periods?.starts).toHaveLength(4)
    expect(periods?.incomplete.last).toBe('2019-01-01')
  })

  it('are months where no two years are complete', async () => {
    const { periods } = await schemaOfQuery(
      `SELECT DATE '2023-01-01' + i::INTEGER AS day, i % 7 + i / 90 AS sales FROM range(180) t(i)`,
    )
    expect(periods).toMatchObject({ grain: 'month', native: false })
    expect(periods?.starts.at(-1)).toBe('2023-06-01')
  })

  it('are whole where figures of a month are dated by an hour of its first day', async () => {
    const { periods, time } = await schemaOfQuery(
      `SELECT TIMESTAMP '2020-01-01 08:00' + INTERVAL (m) MONTH AS date, m % 5 + m / 9 AS price FROM range(20) t(m)`,
    )
    expect(time).toMatchObject({ grain: 'month', dropped: 0, periods: 20 })
    expect(periods?.grain).toBe('month')
  })
})

describe('a column of years beside dates', () => {
  it('is no group to compare', async () => {
    const { dimensions } = await schemaOfQuery(
      `SELECT d AS date, year(d) AS year, x FROM (SELECT DATE '2019-01-01' + i::INTEGER AS d, i % 11 + i / 200 AS x FROM range(1400) t(i))`,
    )
    expect(dimensions.map(({ column }) => column.name)).not.toContain('year')
  })
})

describe('a count that stands in every month', () => {
  const months = `SELECT DATE '2019-01-01' + INTERVAL (m) MONTH AS month, 'trade ' || s AS trade, 400 + 20 * s + m AS `

  it('is not added up over months, for it may be of those who are there', async () => {
    const { measures } = await schemaOfQuery(`${months} count FROM range(30) a(m), range(8) b(s)`)
    expect(measures.map(({ additivity }) => additivity)).toEqual(['stock'])
  })

  it('is added up where its name says what was sold, or where rows are events', async () => {
    const sold = await schemaOfQuery(`${months} "units sold count" FROM range(30) a(m), range(8) b(s)`)
    expect(sold.measures.map(({ additivity }) => additivity)).toEqual(['flow'])
    const events = await schemaOfQuery(
      `SELECT DATE '2019-01-01' + (i * 37 % 900)::INTEGER AS day, i % 23 AS count FROM range(4000) t(i)`,
    )
    expect(events.measures.map(({ additivity }) => additivity)).toEqual(['flow'])
  })
})
