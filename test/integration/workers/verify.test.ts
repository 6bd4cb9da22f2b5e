import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Chart } from '../../../src/shared/story/chart.ts'
import type { Insight } from '../../../src/shared/story/insight.ts'
import type { Section } from '../../../src/shared/story/story.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { verify } from '../../../src/workers/story/verify/verify.ts'
import { type StoredTable, withStoredTable } from '../../support/stories/stored-table.ts'

const sql = `SELECT i AS x, 2.0 * i AS y, CASE WHEN i % 4 = 0 THEN 'a' ELSE 'b' END AS kind FROM range(1, 101) t(i)`

function insight(change: Partial<Insight['evidence']> = {}, id = 'total-1'): Insight {
  return {
    id,
    type: 'total',
    class: 'fact',
    table: 'numbers',
    columns: ['x'],
    direction: 'none',
    effect: { name: 'total', value: 5050, low: null, high: null },
    n: 100,
    score: 1,
    scoreParts: {},
    caveats: [],
    details: { measure: 'x' },
    sentence: 'X adds up to 5,050 over 100 rows.',
    evidence: {
      sql: ['SELECT sum(x) AS total, count(x) AS n FROM "numbers"'],
      values: { total: 5050, n: 100 },
      derived: {},
      ...change,
    },
  }
}

function section(text = 'X adds up to 5,050 over 100 rows.'): Section {
  const stated = (written: string, value: number, name: string) => ({
    text: written,
    value,
    name,
    evidence: 'total-1',
    start: 'X adds up to 5,050 over 100 rows.'.indexOf(written),
  })
  return {
    heading: 'Key findings',
    charts: [],
    paragraphs: [{ text, insights: ['total-1'], numbers: [stated('5,050', 5050, 'total'), stated('100', 100, 'n')] }],
  }
}

function check(insights: readonly Insight[], sections?: readonly Section[], charts?: readonly Chart[]) {
  return withStoredTable('numbers', sql, ({ convertDir, table }: StoredTable) =>
    verify(
      {
        convertDir,
        tables: [table],
        insights: [...insights],
        ...(sections ? { sections: [...sections] } : {}),
        ...(charts ? { charts: [...charts] } : {}),
      },
      detachedContext(),
    ),
  )
}

describe('verify', () => {
  it('matches what the data give, and the texts that state it', async () => {
    expect(await check([insight()], [section()])).toEqual({ numbers: 4, matched: 4, failed: [] })
  })

  it('recomputes derived values by their function', async () => {
    const correlation = (rho: number) =>
      insight({
        sql: [
          'SELECT sum(x) AS total, count(x) AS n FROM "numbers"',
          'SELECT CAST(x AS DOUBLE) AS x, CAST(y AS DOUBLE) AS y FROM "numbers"',
        ],
        values: { total: 5050, n: 100, rho },
        derived: { rho: { function: 'correlation', query: 1, columns: ['x', 'y'], parameters: {}, result: 'rho' } },
      })
    expect((await check([correlation(1)])).failed).toEqual([])
    const [failed] = (await check([correlation(0.9)])).failed
    expect(failed).toMatchObject({ insight: 'total-1', name: 'rho', stated: 0.9, recomputed: 1 })
  })

  it('lists a value with a changed digit, with what the data say', async () => {
    const { matched, failed } = await check([insight({ values: { total: 5051, n: 100 } })])
    const [first] = failed
    expect(first).toMatchObject({
      insight: 'total-1',
      name: 'total',
      stated: 5051,
      recomputed: 5050,
      why: 'the data give another value',
      noted: { code: 'verification.otherValue' },
    })
    expect(matched).toBeLessThan(2)
  })

  it('lists a value that no query and no function covers', async () => {
    const { failed } = await check([insight({ values: { total: 5050, n: 100, luck: 7 } })])
    expect(failed).toHaveLength(1)
    expect(failed[0]).toMatchObject({ name: 'luck', stated: 7, recomputed: null })
    expect(failed[0]?.why).toMatch(/no query of the evidence gives it/)
  })

  it('does not let a value hide in a query of many rows', async () => {
    const { failed } = await check([
      insight({ sql: ['SELECT x AS total FROM "numbers"', 'SELECT 5050 AS total2, count(*) AS n FROM "numbers"'] }),
    ])
    expect(failed.map(({ name }) => name)).toEqual(['total'])
  })

  it('lists an effect or a number of rows that the evidence does not hold', async () => {
    const other = { ...insight(), n: 101, effect: { name: 'total', value: 5, low: null, high: null } }
    expect((await check([other])).failed.map(({ name }) => name).sort()).toEqual(['effect.value', 'n'])
  })

  it('lists a text whose digit was changed, alone or with its record', async () => {
    const changed = await check([insight()], [section('X adds up to 5,060 over 100 rows.')])
    expect(changed.failed.map(({ why }) => why).join()).toMatch(/the text says “5,060” where “5,050” is recorded/)
    const forged = section('X adds up to 5,060 over 100 rows.')
    const [paragraph] = forged.paragraphs
    const numbers = (paragraph?.numbers ?? []).map((one) => (one.text === '5,050' ? { ...one, text: '5,060' } : one))
    const sentence = { ...insight(), sentence: 'X adds up to 5,060 over 100 rows.' }
    const { failed } = await check(
      [sentence],
      [{ ...forged, paragraphs: [{ text: paragraph?.text ?? '', insights: ['total-1'], numbers }] }],
    )
    expect(failed.map(({ why }) => why)).toEqual(['“5,060” does not round 5050'])
  })

  it('lists a numeral that was written into a text without evidence', async () => {
    const { failed } = await check([insight()], [section('X adds up to 5,050 over 100 rows. Of these, 17 are odd.')])
    expect(failed).toHaveLength(1)
    expect(failed[0]).toMatchObject({ stated: '17' })
  })

  it('lists a sentence that stands in no paragraph', async () => {
    const { failed } = await check([{ ...insight(), sentence: 'X adds up to 9,999.' }], [section()])
    expect(failed.map(({ name }) => name)).toEqual(['sentence'])
  })

  it.each([
    ['writes', `COPY (SELECT 5050 AS total, 100 AS n) TO '/tmp/storyglass-stolen.csv'`],
    ['reads another file', `SELECT count(*) AS total, 100 AS n FROM read_text('/etc/hostname')`],
    ['is two statements', `SELECT 5050 AS total, 100 AS n; SELECT 1`],
    ['is broken', `SELECT sum(nothing) AS total FROM "numbers"`],
  ])('fails, and does no harm, where a query %s', async (_what, query) => {
    const { failed } = await check([insight({ sql: [query] })])
    expect(failed.map(({ name }) => name)).toEqual(['total', 'n'])
    expect(failed.every(({ why }) => why !== '')).toBe(true)
  })

  it('counts the numbers on charts, and never fewer than none as matched', async () => {
    const chart = (title: string): Chart => ({
      id: 'chart-total-1',
      insight: 'total-1',
      alt: '',
      spec: {
        kind: 'bar',
        title,
        subtitle: '',
        x: { field: 'kind', label: 'kind', type: 'category', format: null },
        y: { field: 'x', label: 'x', type: 'number', format: null },
        horizontal: false,
        highlight: [],
      },
      data: { columns: ['kind', 'x'], rows: [['a', 1300]], sql: 'SELECT 1', reduced: false },
    })
    const drawn = (title: string, insights = [insight()]) => check(insights, [section()], [chart(title)])
    expect(await drawn('5,050 in all')).toEqual({ numbers: 5, matched: 5, failed: [] })
    expect(await drawn('5,060 in all')).toMatchObject({ numbers: 5, matched: 4, failed: [{ stated: '5,060' }] })
    const bare = { ...insight({ sql: [], values: {} }), n: 7, sentence: 'None.' }
    expect(await check([bare], [])).toMatchObject({ numbers: 0, matched: 0, failed: { length: 3 } })
  })

  it('tells how far it is: the tables opened, then statement by statement', async () => {
    const told: (readonly [percent: number, note: string | null])[] = []
    const ids = ['a', 'b', 'c', 'd']
    await withStoredTable('numbers', sql, ({ convertDir, table }) =>
      verify(
        { convertDir, tables: [table], insights: ids.map((id) => insight({}, id)) },
        detachedContext({
          progress: ({ done, note }) => told.push([done, note]),
          // Reports of parts are no nearer to each other than 50 ms.
          yieldToEventLoop: () => setTimeout(60),
        }),
      ),
    )
    expect(new Set(told.map(([, note]) => note))).toEqual(new Set(['Recomputing every number']))
    const percents = told.map(([percent]) => percent)
    expect(percents).toEqual([...percents].sort((a, b) => a - b))
    // Opening weighs 5, each statement 10.
    for (const percent of [0, (100 * 5) / 45, (100 * 25) / 45, (100 * 35) / 45, 100])
      expect(
        percents.some((one) => Math.abs(one - percent) <= 0.1),
        `${percent} of ${percents.join()}`,
      ).toBe(true)
  })

  it('stops when it is cancelled', async () => {
    const abort = new AbortController()
    abort.abort()
    await withStoredTable('numbers', sql, async ({ convertDir, table }) => {
      const work = verify(
        { convertDir, tables: [table], insights: [insight()] },
        detachedContext({ signal: abort.signal }),
      )
      await expect(work).rejects.toThrow('cancelled')
    })
  })
})
