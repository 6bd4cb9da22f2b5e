/** A finding that the order of the rows decides, or a few of them, does not lead. */
import { expect, it } from 'vitest'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { profileTable } from '../../../../src/workers/analysis/profile/profile.ts'
import { schemaOf } from '../../../../src/workers/analysis/schema.ts'
import { findTime } from '../../../../src/workers/analysis/series/axis.ts'
import { EvidenceReader } from '../../../../src/workers/insights/fill-evidence.ts'
import { type Finding, stillHolds, weaknessesOf } from '../../../../src/workers/insights/scrutiny/perturbed.ts'
import { shaken } from '../../../../src/workers/insights/scrutiny/shaken.ts'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { withDatabase } from '../../../../src/workers/runtime/duckdb/database.ts'
import { DuckdbSource } from '../../../../src/workers/source/duckdb/source.ts'
import { openTables } from '../../../../src/workers/source/duckdb/tables.ts'
import type { TableSource } from '../../../../src/workers/source/table-source.ts'
import { storeTable, withFolder } from '../../../support/analysis.ts'
import { everyDraft } from '../../../support/stories/drafts.ts'

/** 400 rows that rise in the order of the file. */
const rows =
  "SELECT i AS place, CASE WHEN i % 2 = 0 THEN 'a' ELSE 'b' END AS side, 10 + i * 0.01 AS amount FROM range(400) t(i)"

async function withRows<Result>(work: (source: TableSource, schema: ReturnType<typeof schemaOf>) => Promise<Result>) {
  const context = detachedContext()
  return withFolder((folder) =>
    withDatabase(context, { threads: 1 }, async (database) => {
      const table = await storeTable(database, folder, 'sales', rows)
      await openTables(database, folder, [table])
      const none = { begin: () => undefined, part: () => undefined, within: () => undefined }
      const source = new DuckdbSource(database, context)
      const profile = await profileTable(source, context, table, none)
      return work(source, schemaOf(profile, await findTime(source, profile)))
    }),
  )
}

/** A finding whose one number is what `sql` gives. */
async function finding(
  source: TableSource,
  id: string,
  sql: string,
  change: Partial<InsightDraft> = {},
): Promise<Finding> {
  const evidence = await new EvidenceReader(source).evaluate({ sql: [sql], derived: {} })
  const draft = {
    ...everyDraft().skew,
    id,
    class: 'finding' as const,
    type: 'record' as const,
    direction: 'higher' as const,
    details: {},
  }
  return { draft: { ...draft, evidence, ...change }, effect: { name: 'difference', value: 'difference' } }
}

const ends = 'SELECT last("amount") - first("amount") AS difference FROM "sales"'
const middle = 'SELECT avg("amount") - 11 AS difference FROM "sales"'
/** Above zero only while all rows are there. */
const barely = 'SELECT count("amount") - 399.5 AS difference FROM "sales"'
const tooFew = 'SELECT CASE WHEN count("amount") < 400 THEN error(\'too few\') ELSE 1 END AS difference FROM "sales"'

it('is told apart by what decides it, and the tables are as before', async () => {
  await withRows(async (source, schema) => {
    const findings = [
      await finding(source, 'order', ends),
      await finding(source, 'fragile', barely),
      await finding(source, 'sure', middle),
      await finding(source, 'unknown', tooFew),
    ]
    const weak = await weaknessesOf(source, schema, findings)
    expect([...weak.entries()].toSorted()).toEqual([
      ['fragile', 'fragile'],
      ['order', 'order'],
    ])
    expect(await source.row('SELECT count(*) AS n FROM "sales"')).toEqual({ n: 400 })
  })
})

it('is left out or told as a lead, counted, and what the order decides is a defect', async () => {
  await withRows(async (source, schema) => {
    const findings = [
      await finding(source, 'order', ends),
      await finding(source, 'fragile', barely),
      await finding(source, 'sure', middle),
    ]
    const defects: unknown[] = []
    const context = { ...detachedContext(), defect: (defect: unknown) => void defects.push(defect) }
    const dropped: string[] = []
    const told = await shaken(
      source,
      context,
      [{ schema }],
      findings.map((one) => ({ ...one, draft: { ...one.draft, table: 'sales' } })),
      dropped,
    )
    expect(told.map(({ id, class: class_ }) => [id, class_])).toEqual([
      ['fragile', 'lead'],
      ['sure', 'finding'],
    ])
    expect(told[0]?.caveats.join()).toContain('one row in twenty')
    expect(dropped.toSorted()).toEqual(['fragile', 'order'])
    expect(defects).toHaveLength(1)
  })
})

it('holds while its direction, its interval and its p do', () => {
  const draft = { ...everyDraft().correlation, direction: 'positive' as const }
  const effect = { name: 'rho', value: 'rho', low: 'low', high: 'high' }
  const before = { sql: [], derived: {}, values: { rho: 0.4, low: 0.2, high: 0.6, p: 0.001 } }
  const holds = (values: Record<string, number | null>) =>
    stillHolds(
      { draft: { ...draft, evidence: before }, effect },
      { ...before, values: { ...before.values, ...values } },
    )
  expect(holds({ rho: 0.37, low: 0.15 })).toBe(true)
  expect(holds({ rho: -0.4 })).toBe(false)
  expect(holds({ low: -0.01 })).toBe(false)
  expect(holds({ p: 0.06 })).toBe(false)
  expect(holds({ p: null })).toBe(true)
})
