/** Rates are compared as rates, in the file's own words, and only where they differ. */
import { describe, expect, it } from 'vitest'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { analyzeQueries } from '../../../support/analysis.ts'

async function tellAbout(query: string, setup: readonly string[] = []): Promise<readonly InsightDraft[]> {
  const { output, mismatches } = await analyzeQueries({ planted: query }, setup)
  expect(mismatches).toEqual([])
  return output.insights
}

const seeded = ['SELECT setseed(0.41)']

/** 2,000 rows of four branches; in one of them it happens at `rate`, else at a fifth. */
const branches = (rate: number, yes: string, no: string) => `
  SELECT ['Ash', 'Elm', 'Fir', 'Oak'][1 + (i % 4)::INT] AS branch,
    CASE WHEN random() < (CASE WHEN i % 4 = 0 THEN ${rate} ELSE 0.2 END) THEN '${yes}' ELSE '${no}' END AS ended
  FROM range(2000) t(i)`

describe('rate differences', () => {
  it('are told on a weak association of many rows, as two shares', async () => {
    const told = await tellAbout(
      `SELECT CASE WHEN i < 5000 THEN 'old' ELSE 'new' END AS version,
        CASE WHEN i % 100 < (CASE WHEN i < 5000 THEN 50 ELSE 57 END) THEN 1 ELSE 0 END AS bought FROM range(10000) t(i)`,
    )
    const rate = told.find(({ type }) => type === 'rate_difference')
    expect(rate).toMatchObject({
      class: 'finding',
      columns: ['version', 'bought'],
      direction: 'higher',
      location: 'new',
    })
    expect(rate?.evidence.values).toMatchObject({ best_rate: 0.57, rest_rate: 0.5, overall_rate: 0.535, n: 10_000 })
    expect(told.some(({ type }) => type === 'association')).toBe(false)
    const overall = told.find(({ type, columns }) => type === 'typical' && columns[0] === 'bought')
    expect(overall).toMatchObject({ location: '1', evidence: { values: { share: 0.535, top: 5350, n: 10_000 } } })
  })

  it('of two columns of yes and no, take the end as the outcome, whichever stands first', async () => {
    const told = await tellAbout(
      `SELECT CASE WHEN random() < (CASE WHEN employed = 'Yes' THEN 0.87 ELSE 0.69 END) THEN 'Yes' ELSE 'No' END AS released, employed
       FROM (SELECT CASE WHEN random() < 0.8 THEN 'Yes' ELSE 'No' END AS employed FROM range(3000) t(i))`,
      seeded,
    )
    expect(told.find(({ type }) => type === 'rate_difference')).toMatchObject({
      details: { dimension: 'employed', outcome: 'released', best: 'Yes' },
    })
  })

  it.each([
    ['won', 'lost'],
    ['admitted', 'rejected'],
    ['ribbed', 'smooth'],
  ])('are found for %s and %s, at the group and in its direction', async (yes, no) => {
    const high = (await tellAbout(branches(0.32, yes, no), seeded)).find(({ type }) => type === 'rate_difference')
    expect(high).toMatchObject({
      class: 'finding',
      direction: 'higher',
      location: 'Ash',
      details: { outcome_value: yes },
    })
    const low = (await tellAbout(branches(0.06, yes, no), seeded)).find(({ type }) => type === 'rate_difference')
    expect(low).toMatchObject({ class: 'finding', direction: 'lower', location: 'Ash' })
  })

  it('are not told below the gate, however many rows show them', async () => {
    const told = await tellAbout(
      `SELECT i % 2 AS half, CASE WHEN (i // 2) % 100 < 50 + 3 * (i % 2) THEN 'yes' ELSE 'no' END AS returned FROM range(40000) t(i)`,
    )
    expect(told.filter(({ type }) => type === 'rate_difference')).toEqual([])
  })

  it('are not told where one column only writes the other down again', async () => {
    const told = await tellAbout(
      `SELECT ['paid', 'owed'][1 + (i % 2)] AS state, (i % 2) = 0 AS settled FROM range(500) t(i)`,
    )
    expect(told.filter(({ type }) => type === 'rate_difference')).toEqual([])
  })

  it('are not told of chance', async () => {
    const told = await tellAbout(branches(0.2, 'yes', 'no'), seeded)
    expect(told.filter(({ type }) => type === 'rate_difference')).toEqual([])
  })
})
