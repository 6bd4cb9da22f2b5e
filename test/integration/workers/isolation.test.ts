import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Defect } from '../../../src/shared/contract/worker.ts'
import { CancelledError } from '../../../src/shared/failure/failure.ts'
import type { Detector } from '../../../src/workers/insights/detector.ts'
import { type DetectorOfKind, detectors } from '../../../src/workers/insights/expected-work.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { withDatabase } from '../../../src/workers/runtime/duckdb/database.ts'
import { isOwnFault } from '../../../src/workers/runtime/own-fault.ts'
import { RememberingSource } from '../../../src/workers/source/remembering-source.ts'
import { analyzeTimed } from '../../../src/workers/stages/analyze.ts'
import { narrate } from '../../../src/workers/stages/narrate.ts'
import { visualize } from '../../../src/workers/stages/visualize.ts'
import { QueryRunner, recompute } from '../../../src/workers/story/verify/recompute.ts'
import { withStoredTable } from '../../support/stories/stored-table.ts'

const sql = `SELECT DATE '2018-01-01' + CAST(i AS INTEGER) AS day, CAST(i + hash(i) % 50 AS DOUBLE) AS amount,
  CASE WHEN hash(i) % 3 = 0 THEN 'a' ELSE 'b' END AS kind FROM range(400) t(i)`

type Run = Detector['run']

function failing(run: Run, change: Partial<Detector> = {}): DetectorOfKind {
  const detector = { family: null, appliesTo: () => true, expectedWork: () => ({ work: 1 }), run, ...change }
  return { type: 'total', detector }
}

function analysed(extra: readonly DetectorOfKind[], controller = new AbortController(), rows = sql) {
  return withStoredTable('t', rows, async ({ convertDir, table }) => {
    const defects: Defect[] = []
    const context = detachedContext({ defect: (defect) => defects.push(defect), signal: controller.signal })
    const source = { path: '/nowhere/t.csv', name: 't.csv', bytes: 1 }
    const input = { source, convertDir, outputDir: convertDir, seed: 1 }
    const stage = { ...input, tables: [table], depth: 'standard' as const }
    const { output } = await analyzeTimed(stage, context, [...extra, ...detectors])
    return { output, defects }
  })
}

const query =
  (text: string): Run =>
  async ({ artefacts }) => {
    await artefacts.source.rows(text)
    return []
  }

describe('a detector that fails', () => {
  it.each([
    ['in its search', failing(() => Promise.reject(new TypeError('not a function')))],
    [
      'at once',
      failing(() => {
        throw new Error('broken')
      }),
    ],
    [
      'in its choice of tables',
      failing(async () => [], {
        appliesTo: () => {
          throw new Error('broken')
        },
      }),
    ],
    ['in a query', failing(query('SELECT no_such_column FROM t'))],
    ['in a value', failing(query("SELECT CAST('x' AS INTEGER)"))],
  ])('%s costs itself', async (_name, detector) => {
    const [whole, told] = [await analysed([]), await analysed([detector])]
    expect(whole.defects).toEqual([])
    expect(told.output.insights).toEqual(whole.output.insights)
    expect(told.output.insights.length).toBeGreaterThan(2)
    expect(told.output.method.dropped).toEqual({ statements: 0, reasons: { search: 1 } })
    expect(told.defects.at(-1)).toMatchObject({ part: 'detector', subject: 'total' })
  })

  it.each([
    ['by a cancel', () => Promise.reject(new CancelledError()), CancelledError],
    ['for want of memory', query("SET memory_limit = '1MB'; SELECT list(hash(i)) FROM range(10000000) t(i)"), /Memory/],
    ['for a file that is gone', query("SELECT * FROM '/nowhere/at/all.parquet'"), /IO Error/],
    ['for a full disk', () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })), /full/],
  ] as const)('%s ends the stage', async (_name, run, error) => {
    await expect(analysed([failing(run as Run)])).rejects.toThrow(error)
  })

  it('once the work is cancelled ends the stage, whatever it throws', async () => {
    const controller = new AbortController()
    const detector = failing(() => {
      controller.abort()
      throw new Error('broken')
    })
    await expect(analysed([detector], controller)).rejects.toThrow()
  })

  it('to give its statement evidence costs that statement', async () => {
    const [total] = detectors.filter(({ type }) => type === 'total')
    if (total === undefined) throw new Error('no detector of totals')
    const broken = failing(async (run) =>
      (await total.detector.run(run)).map(({ p, statement }) => ({
        p,
        statement: statement && {
          ...statement,
          columns: ['broken'],
          evidence: { ...statement.evidence, sql: ['SELECT nothing_like_it FROM t'] },
        },
      })),
    )
    const [whole, told] = [await analysed([]), await analysed([broken])]
    expect(told.output.insights).toEqual(whole.output.insights)
    expect(told.output.method.dropped).toEqual({ statements: 1, reasons: { evidence: 1 } })
    expect(told.defects).toMatchObject([{ part: 'statement' }])
  })
})

describe('the search for totals', () => {
  const regions = `SELECT ['East', 'West', 'North', 'All regions'][r + 1] AS region, DATE '2018-01-01' + CAST(i AS INTEGER) AS day,
    CASE WHEN r = 3 THEN 600 + 3 * (i % 7) ELSE 100 * (r + 1) + i % 7 END AS sales FROM range(4) a(r), range(50) b(i)`
  const asked = RememberingSource.prototype.columns

  /** The query that looks at each time asks `instead`, if that is given. */
  const withTotalsAsking = (instead?: string) => {
    vi.spyOn(RememberingSource.prototype, 'columns').mockImplementation(function (this: RememberingSource, text) {
      const isOfTotals = text.includes('FILTER (WHERE NOT whole)')
      return asked.call(this, isOfTotals ? (instead ?? text) : text)
    })
    return analysed([], undefined, regions)
  }

  afterEach(() => vi.restoreAllMocks())

  it('sets them aside while nothing fails', async () => {
    const { output, defects } = await withTotalsAsking()
    expect(output.tables[0]?.rows).toBe(150)
    expect(defects).toEqual([])
  })

  it.each([
    ['is refused', 'SELECT no_such_column FROM t'],
    ['meets a value that it cannot read', "SELECT CAST('x' AS INTEGER) AS whole"],
  ])('costs itself alone when its query %s', async (_what, broken) => {
    const { output, defects } = await withTotalsAsking(broken)
    expect(output.tables[0]?.rows).toBe(200)
    expect(output.insights.length).toBeGreaterThan(2)
    expect(defects).toMatchObject([{ part: 'search', subject: 'totals' }])
  })

  it('ends the stage when its query finds no file', async () => {
    await expect(withTotalsAsking("SELECT * FROM '/nowhere/at/all.parquet'")).rejects.toThrow(/IO Error/)
  })
})

describe('a chart that takes long', () => {
  it('shows that it is being drawn at least once a second', async () => {
    await withStoredTable('t', sql, async ({ convertDir, table }) => {
      const source = { path: '/nowhere/t.csv', name: 't.csv', bytes: 1 }
      const input = { source, convertDir, outputDir: convertDir, seed: 1 }
      const analyzing = analyzeTimed({ ...input, tables: [table], depth: 'standard' }, detachedContext())
      const { output: analysis } = await analyzing
      const narrative = await narrate({ ...input, analysis }, detachedContext())
      const told: { readonly atMs: number; readonly done: number }[] = []
      const context = detachedContext({ progress: ({ done }) => told.push({ atMs: performance.now(), done }) })
      let slow = true
      await visualize({ ...input, analysis, narrative }, context, async () => {
        if (slow) await new Promise((resolve) => setTimeout(resolve, 2_500))
        slow = false
        return null
      })
      expect(slow).toBe(false)
      const risen = told.filter(({ done }, index) => index === 0 || done > (told[index - 1]?.done ?? 0))
      const gaps = risen.slice(1).map(({ atMs }, index) => atMs - (risen[index]?.atMs ?? 0))
      expect(Math.max(...gaps)).toBeLessThan(1_000)
    })
  })
})

describe('a chart that cannot be drawn', () => {
  const drawn = (failure: Error) =>
    withStoredTable('t', sql, async ({ convertDir, table }) => {
      const defects: Defect[] = []
      const context = detachedContext({ defect: (defect) => defects.push(defect) })
      const source = { path: '/nowhere/t.csv', name: 't.csv', bytes: 1 }
      const input = { source, convertDir, outputDir: convertDir, seed: 1 }
      const { output: analysis } = await analyzeTimed({ ...input, tables: [table], depth: 'standard' }, context)
      const narrative = await narrate({ ...input, analysis }, context)
      const whole = await visualize({ ...input, analysis, narrative }, context)
      const [first] = whole.charts
      if (first === undefined) throw new Error('nothing drawn')
      const rest = await visualize({ ...input, analysis, narrative }, context, async (_input, draft) => {
        if (draft.id === first.insight) throw failure
        return whole.charts.find(({ insight }) => insight === draft.id) ?? null
      })
      return { whole, rest, first, defects }
    })

  it('costs itself, and no section refers to it', async () => {
    const { whole, rest, first, defects } = await drawn(new Error('broken'))
    expect(rest.charts).toEqual(whole.charts.slice(1))
    expect(rest.dropped).toEqual({ statements: 0, reasons: { chart: 1 } })
    expect(rest.sections.flatMap(({ charts }) => charts)).not.toContain(first.id)
    expect(rest.sections.map(({ paragraphs }) => paragraphs)).toEqual(
      whole.sections.map(({ paragraphs }) => paragraphs),
    )
    expect(defects).toMatchObject([{ part: 'chart', subject: first.insight }])
  })

  it('for want of memory ends the stage', async () => {
    await expect(drawn(new RangeError('Array buffer allocation failed'))).rejects.toThrow(/allocation/)
  })
})

describe('what DuckDB throws', () => {
  it.each([
    ['SELECT nothing', true],
    ['SELEC 1', true],
    ['SELECT * FROM nowhere', true],
    ["SELECT CAST('x' AS INTEGER)", true],
    ['SELECT sum(x) FROM (VALUES (170141183460469231731687303715884105727::HUGEINT), (1)) t(x)', true],
    ["SELECT * FROM '/nowhere/at/all.csv'", false],
    ["SET memory_limit = '1MB'; SELECT list(hash(i)) FROM range(10000000) t(i)", false],
  ])('%s is a fault of the query: %s', async (text, own) => {
    const error = await withDatabase(detachedContext(), {}, (database) =>
      database.rows(text).then(
        () => null,
        (thrown: unknown) => thrown,
      ),
    )
    expect(error).toBeInstanceOf(Error)
    expect(isOwnFault(error), String(error)).toBe(own)
  })

  it('for want of memory is no difference in the number that was being recomputed', async () => {
    const [insight] = (await analysed([])).output.insights
    if (insight === undefined) throw new Error('nothing found')
    const checked = (text: string) =>
      withDatabase(detachedContext(), {}, async (database) => {
        await database.run("SET memory_limit = '1MB'")
        const evidence = { sql: [text], values: { x: 1 }, derived: {} }
        return recompute({ ...insight, evidence }, new QueryRunner(database))
      })
    expect((await checked('SELECT nothing AS x')).get('x')).toMatchObject({ outcome: 'impossible' })
    await expect(checked('SELECT list(hash(i)) AS x FROM range(10000000) t(i)')).rejects.toThrow(/Memory/)
  })
})
