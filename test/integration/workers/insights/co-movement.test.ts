/** Series that move together beyond what each does by itself; and many that only look as if they did. */
import { describe, expect, it } from 'vitest'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { analyzeQueries } from '../../../support/analysis.ts'
import { noiseSetup } from '../../../support/noise.ts'

async function movementsOf(query: string): Promise<InsightDraft[]> {
  const { output, mismatches } = await analyzeQueries({ planted: query }, noiseSetup)
  expect(mismatches).toEqual([])
  return output.insights.filter(({ type, class: class_ }) => type === 'co_movement' && class_ === 'finding')
}

const day = `DATE '2023-01-01' + i::INTEGER AS date`

describe('a series that follows another', () => {
  it('is told with which goes first and by how many days', async () => {
    for (const [sign, direction] of [
      ['+', 'positive'],
      ['-', 'negative'],
    ] as const) {
      const [movement] = await movementsOf(
        `SELECT ${day}, 200 + 5 * normal(4, i, 1) ${sign} 8 * normal(4, i - 3, 2) AS orders, 50 + 9 * normal(4, i, 2) AS ads
         FROM range(10, 140) t(i)`,
      )
      expect(movement).toMatchObject({ direction, details: { leader: 'ads', follower: 'orders', steps: 3 } })
      expect(movement?.evidence.values.lag).toBe(3)
    }
  })
})

describe('things followed by one measure', () => {
  it('are told by the two that move most alike', async () => {
    const [movement, ...others] = await movementsOf(
      `SELECT DATE '2015-01-01' + INTERVAL (i) MONTH AS month, ['A', 'B', 'C', 'D'][k] AS symbol,
        100 * exp(0.004 * i + 0.05 * list_sum(list_transform(range(i + 1), lambda j: CASE WHEN k < 3 THEN normal(8, j, 9) ELSE 0 END + normal(8, j, k)))) AS price
       FROM range(100) t(i), range(1, 5) b(k)`,
    )
    expect(movement).toMatchObject({ direction: 'positive', location: 'A, B', details: { measure: 'price', steps: 0 } })
    expect(others).toEqual([])
  })
})

describe('series that have nothing to do with each other', () => {
  it('are not told to move together, be they trends, walks or slow', async () => {
    const walk = (part: number) => `list_sum(list_transform(range(i + 1), lambda j: normal(SEED, j, ${part})))`
    const slow = (part: number) =>
      `list_sum(list_transform(range(80), lambda lag: 0.9 ** lag * normal(SEED, i - lag + 1000, ${part})))`
    let found = 0
    for (let seed = 1; seed <= 8; seed += 1) {
      const query = `SELECT ${day}, ${walk(1)} AS a, ${walk(2)} AS b, i / 5 + ${slow(3)} AS c, i / 4 + ${slow(4)} AS d FROM range(150) t(i)`
      found += (await movementsOf(query.replaceAll('SEED', String(seed)))).length
    }
    expect(found).toBeLessThanOrEqual(1)
  })
})
