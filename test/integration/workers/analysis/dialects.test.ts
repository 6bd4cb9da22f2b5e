/**
 * The analysis asks nothing of DuckDB's own: whatever it asks, written in PostgreSQL's dialect, PostgreSQL understands and
 * answers alike.
 */
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseCondition } from '../../../../src/shared/story/parse-condition.ts'
import type { ConvertedTable } from '../../../../src/shared/story/table.ts'
import { Artefacts } from '../../../../src/workers/analysis/artefacts.ts'
import { blocksOf } from '../../../../src/workers/analysis/blocks.ts'
import { codedSample } from '../../../../src/workers/analysis/controls/coded-sample.ts'
import { completeSample } from '../../../../src/workers/analysis/profile/complete-sample.ts'
import { profileTable } from '../../../../src/workers/analysis/profile/profile.ts'
import { repeatedKeys } from '../../../../src/workers/analysis/repeated-keys.ts'
import { bestReading, candidatesFor } from '../../../../src/workers/analysis/retyping.ts'
import { schemaOf } from '../../../../src/workers/analysis/schema.ts'
import { findSecondNames } from '../../../../src/workers/analysis/second-names.ts'
import { findTime } from '../../../../src/workers/analysis/series/axis.ts'
import { detectors as allDetectors, expectedPhases } from '../../../../src/workers/insights/expected-work.ts'
import { findInsights } from '../../../../src/workers/insights/find-insights.ts'
import { kindOf } from '../../../../src/workers/insights/kinds/index.ts'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { silentSteps, WorkPlan } from '../../../../src/workers/runtime/work-plan.ts'
import { conditionSql } from '../../../../src/workers/source/condition-sql.ts'
import { withDuckdbSource } from '../../../../src/workers/source/duckdb/source.ts'
import { openTables } from '../../../../src/workers/source/duckdb/tables.ts'
import type { TableSource } from '../../../../src/workers/source/table-source.ts'
import { storeTable, withFolder } from '../../../support/analysis.ts'
import { type Asked, AskedSource } from '../../../support/dialects/asked.ts'
import { copyTable, differences, forReading } from '../../../support/dialects/postgresql-tables.ts'
import { noiseSetup } from '../../../support/noise.ts'

const context = detachedContext()
const noise = (part: number): string => `normal(5, i, ${part})`

/** A small table of every type, whose questions a person may read. */
const small = `SELECT DATE '2022-01-01' + (i // 2)::INTEGER AS date, ['North', 'South'][1 + i % 2] AS region, i % 3 = 0 AS returned,
  'c' || (i // 8) AS customer, (10 + i % 7)::BIGINT AS quantity, 200 + i * 0.5 AS revenue FROM range(240) t(i)`

/** Tables that together have something of most kinds to be said of them. */
const queries = {
  'sales "of" the shop': `SELECT DATE '2022-01-01' + (i // 3)::INTEGER AS date, ['North', 'South', 'East'][1 + i % 3] AS region,
    CASE WHEN hash(i, 1) % 50 = 0 THEN 'it''s tea' WHEN hash(i, 2) % 3 = 0 THEN 'cake' ELSE 'bread' END AS product,
    hash(i, 3) % 4 = 0 AS returned, (10 + hash(i, 4) % 90)::BIGINT AS quantity,
    200 + i * 0.1 + 40 * (i % 3) + 10 * ${noise(1)} + CASE WHEN i = 700 THEN 900 ELSE 0 END AS revenue,
    CASE WHEN hash(i, 5) % 9 > 0 THEN round(40 + 6 * ${noise(2)}) END AS score FROM range(1500) t(i)`,
  survey: `SELECT 'p' || (i // 4) AS person, CASE WHEN i % 100 = 0 THEN 'berlin ' WHEN i % 2 = 0 THEN 'Berlin' ELSE 'Bremen' END AS town,
    CASE WHEN i % 50 = 0 THEN 'n.v.' ELSE (i % 37)::VARCHAR END AS amount, 'same' AS constant,
    CASE WHEN hash(i, 1) % 20 = 0 THEN -999 ELSE round(50 + 10 * ${noise(1)})::BIGINT END AS age,
    CASE WHEN hash(i, 2) % 3 = 0 THEN 0 ELSE exp(${noise(2)}) END AS spent, exp(3 * ${noise(3)}) AS wide,
    CASE WHEN hash(i, 3) % 10 = 0 THEN 100 ELSE 1 END * exp(1 + 0.3 * ${noise(4)}) AS mixed,
    CASE WHEN hash(i, 4) % 2 = 0 THEN 20 ELSE 60 END + 3 * ${noise(5)} AS modes,
    CASE WHEN hash(i, 5) % 2 = 0 THEN 10 * round(40 + 6 * ${noise(6)}) ELSE round(400 + 60 * ${noise(7)}) END::BIGINT AS guess
    FROM range(1200) t(i)`,
  panel: `SELECT DATE '2015-01-01' + INTERVAL (i // 5) MONTH AS month, ['AA', 'BB', 'CC', 'DD', 'EE'][1 + i % 5] AS symbol,
    50 + (i // 5) * (i % 5) * 0.3 + 4 * sin((i // 5) * 0.5236) + ${noise(1)} AS price,
    (1000 + 300 * (i % 5) + 90 * ${noise(2)})::BIGINT AS volume, 3 * (50 + (i // 5) * (i % 5) * 0.3) AS double_price
    FROM range(480) t(i)`,
}

let postgresql: PGlite

beforeAll(async () => {
  postgresql = await PGlite.create()
}, 120_000)

afterAll(() => postgresql.close())

/** Analyses the rows of `query` as a table, draws what was found, copies the table and gives what was asked of it. */
function askedOf(table: string, query: string, detectors = allDetectors): Promise<readonly Asked[]> {
  return withFolder((folder) =>
    withDuckdbSource(context, { threads: 2 }, async (duckdb) => {
      for (const statement of noiseSetup) await duckdb.database.run(statement)
      const stored = await storeTable(duckdb.database, folder, table, query)
      await openTables(duckdb.database, folder, [stored])
      await copyTable(postgresql, duckdb.database, stored)
      const source = new AskedSource(duckdb)
      await analyse(source, stored, detectors)
      return source.asked
    }),
  )
}

async function analyse(source: TableSource, stored: ConvertedTable, detectors: typeof allDetectors): Promise<void> {
  const profile = await profileTable(source, context, stored, silentSteps)
  const schema = schemaOf(profile, await findTime(source, profile), await findSecondNames(source, profile))
  await completeSample(source, context, schema)
  const artefacts = new Artefacts(source, schema, context)
  for (const dimension of schema.dimensions) {
    await artefacts.groups(dimension)
    await blocksOf(schema, artefacts, dimension)
  }
  await Promise.all([artefacts.followed(), artefacts.followed('fine'), artefacts.ordered(), artefacts.withoutTotals()])
  await repeatedKeys(schema, artefacts)
  await codedSample(schema, artefacts)
  const plan = new WorkPlan(context, expectedPhases([stored]))
  const { insights } = await findInsights(source, context, [{ schema, artefacts }], 1, plan, detectors)
  const told = { ...stored, columns: profile.columns.map(({ column }) => column) }
  for (const draft of insights) {
    await kindOf(draft.type).picture?.draw({ draft, table: told, headline: '', source, language: 'en' })
  }
}

it.each(Object.entries(queries))(
  'PostgreSQL answers alike whatever is asked of the table %s',
  async (table, query) => {
    const asked = await askedOf(table, query)
    expect(asked.length).toBeGreaterThan(50)
    expect(await differences(postgresql, asked)).toEqual([])
  },
  120_000,
)

const orders = `SELECT CASE WHEN i % 40 = 0 THEN 'none' ELSE '1,' || (200 + i % 90) || '.50' END AS amount,
  CASE WHEN i % 3 = 0 THEN 'yes' ELSE 'no' END AS paid, (i % 7)::BIGINT AS quantity, DATE '2022-01-01' + i::INTEGER AS day
  FROM range(200) t(i)`

it('PostgreSQL answers alike what a person asks for: columns read otherwise, and only some rows', async () => {
  const asked = await withFolder((folder) =>
    withDuckdbSource(context, { threads: 1 }, async (duckdb) => {
      const stored = await storeTable(duckdb.database, folder, 'orders', orders)
      await openTables(duckdb.database, folder, [stored])
      await copyTable(postgresql, duckdb.database, stored)
      const source = new AskedSource(duckdb)
      const types = { amount: 'number', paid: 'boolean', quantity: 'text' } as const
      for (const column of stored.columns) {
        const type = column.name in types ? types[column.name as keyof typeof types] : null
        const candidates = type === null ? null : candidatesFor(column, type)
        if (candidates !== null) await bestReading(source, source.relation('orders'), candidates)
      }
      const names = stored.columns.map(({ name }) => name)
      for (const where of [
        'quantity >= 3 and paid = yes',
        'day = 2022-02 or amount is missing',
        'quantity not in (1, 2)',
      ]) {
        const condition = conditionSql(source.dialect, parseCondition(where, names), stored.columns)
        await source.row(`SELECT count(*) AS n FROM ${source.relation('orders')} WHERE ${condition}`)
      }
      return source.asked
    }),
  )
  expect(asked.length).toBeGreaterThan(5)
  expect(await differences(postgresql, asked)).toEqual([])
}, 60_000)

it('asks for a profile, an order in time, groups and series in these words of PostgreSQL', async () => {
  const asked = await askedOf('two "years"', small, [])
  await expect(forReading(asked)).toMatchFileSnapshot('../../../fixtures/dialects/postgresql.sql')
}, 60_000)
