/** What occurs equally often within every block is compared within blocks. */
import { describe, expect, it } from 'vitest'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { analyzeQueries } from '../../../support/analysis.ts'

const normal = 'sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random())'

async function differences(query: string): Promise<readonly InsightDraft[]> {
  const { output, mismatches } = await analyzeQueries({ planted: query }, ['SELECT setseed(0.29)'])
  expect(mismatches).toEqual([])
  return output.insights.filter((insight) => insight.type === 'group_difference' && insight.class === 'finding')
}

const trial = (gap: number) => `WITH people AS (SELECT i, 50 + 12 * ${normal} AS own FROM range(30) t(i))
  SELECT 'P' || i AS patient, drug, own + 4 * ${normal} + (CASE WHEN drug = 'new' THEN ${gap} ELSE 0 END) AS relief
  FROM people, (VALUES ('old'), ('new')) d(drug)`

describe('blocks', () => {
  it('bring out what the differences between patients hide, paired', async () => {
    const [found] = await differences(trial(6))
    expect(found).toMatchObject({
      columns: ['drug', 'relief'],
      direction: 'higher',
      location: 'new',
      details: { within: 'patient' },
      test: { name: 'paired t' },
    })
    expect(found?.evidence.values.blocks).toBe(30)
  })

  it('make nothing of chance', async () => {
    expect((await differences(trial(0))).filter(({ columns }) => columns.includes('drug'))).toEqual([])
  })

  it('are several columns together, where all are crossed', async () => {
    const found = await differences(
      `SELECT 'v' || v AS variety, 'site ' || s AS site, 'plot ' || p AS plot,
         30 + 9 * s + 4 * ${normal} + (CASE WHEN v = 3 THEN 7 ELSE 0 END) AS yield
       FROM range(8) a(v), range(5) b(s), range(3) c(p)`,
    )
    const [variety] = found.filter(({ columns }) => columns.includes('variety'))
    expect(variety).toMatchObject({ location: 'v3', details: { within: 'site and plot' } })
  })
})
