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

  it('make do with groups of four, where every group has every block', async () => {
    const found = await differences(
      `SELECT age, people, 12 * a + 3 * b + ${normal} AS rate FROM (VALUES ('50-54', 1), ('55-59', 2), ('60-64', 3), ('65-69', 4), ('70-74', 5)) x(age, a),
         (VALUES ('Rural Male', 1), ('Rural Female', 2), ('Urban Male', 3), ('Urban Female', 4)) y(people, b)`,
    )
    const ages = found.find(({ columns }) => columns.includes('age'))
    expect(ages).toMatchObject({ location: '70-74', direction: 'higher', details: { within: 'people' } })
    expect(ages?.evidence.values).toMatchObject({ blocks: 4, blocks_agreeing: 4, best_n: 4 })
  })
})
