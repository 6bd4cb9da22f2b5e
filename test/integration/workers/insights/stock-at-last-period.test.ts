/** What is there at a moment is counted at one: inhabitants of all years together are nobody. */
import { expect, it } from 'vitest'
import { analyzeQueries } from '../../../support/analysis.ts'

const countries = `SELECT 'land ' || chr(65 + (i % 20)::INTEGER) AS country, 2000 + i // 20 AS year,
  CASE WHEN i % 20 = 3 THEN 400 WHEN i % 20 = 7 THEN 300 ELSE 20 + i % 20 END * (1 + (i // 20) / 10.0) * 1000 AS population
  FROM range(120) rows(i)`

it('the largest holders of a stock are those of the last year, and their share is of that year', async () => {
  const { output, mismatches } = await analyzeQueries({ people: countries })
  expect(mismatches).toEqual([])
  const [found, ...others] = output.insights.filter(({ type }) => type === 'concentration')
  expect(others).toEqual([])
  expect(found).toMatchObject({ columns: ['country', 'population'], location: 'land D', n: 20 })
  expect(found?.details).toMatchObject({ period: '2005-01-01', best: 'land D', runner_up: 'land H' })
  const each = Array.from({ length: 20 }, (_, i) => (i === 3 ? 400 : i === 7 ? 300 : 20 + i) * 1.5 * 1000)
  expect(found?.evidence.values.total).toBeCloseTo(
    each.reduce((sum, one) => sum + one, 0),
    6,
  )
})
