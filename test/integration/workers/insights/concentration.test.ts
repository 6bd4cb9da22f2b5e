import { expect, it } from 'vitest'
import { analyzeQueries } from '../../../support/analysis.ts'
import { noiseSetup } from '../../../support/noise.ts'

const concentrations = async (cost: string) => {
  const query = `SELECT 'a' || (hash(i, 3) % 40) AS airline, ${cost} AS cost, normal(5, i, 2) AS noise FROM range(3000) rows(i)`
  const { output } = await analyzeQueries({ strikes: query }, noiseSetup)
  return output.insights.filter(({ type, columns }) => type === 'concentration' && columns.includes('cost'))
}

it('a few rows that hold most of a sum are no news about the groups they fall on', async () => {
  expect(await concentrations('exp(3.5 * normal(5, i, 1))')).toEqual([])
})

it('a few groups that hold most of it are', async () => {
  const [only] = await concentrations('(20 + 5 * normal(5, i, 1)) * CASE WHEN hash(i, 3) % 40 < 3 THEN 12 ELSE 1 END')
  expect(only).toMatchObject({ class: 'fact', direction: 'higher' })
})
