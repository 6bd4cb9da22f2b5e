import { expect, it } from 'vitest'
import { analyzeQueries } from '../../../support/analysis.ts'

it('a city has one country: that they go together is no news', async () => {
  const query = `SELECT 'c' || (hash(i) % 20) AS city, 'l' || (hash(i) % 20 % 3) AS country, (hash(i, 7) % 900) / 10.0 AS age FROM range(400) t(i)`
  const { output } = await analyzeQueries({ people: query })
  expect(output.insights.filter(({ type }) => type === 'association')).toEqual([])
})
