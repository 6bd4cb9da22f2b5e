import { expect, it } from 'vitest'
import { analyzeQueries } from '../../../support/analysis.ts'
import { noiseSetup } from '../../../support/noise.ts'

it('last digits uneven over many, none by far, are no heap, and cost no search', async () => {
  // Even digits a quarter more common than odd ones.
  const value =
    '(10 * (hash(i, 1) % 60) + 2 * (hash(i, 2) % 5) + CASE WHEN uniform(1, i, 3) < 0.38 THEN 1 ELSE 0 END)::BIGINT'
  const { output } = await analyzeQueries(
    { counts: `SELECT ${value} AS reading FROM range(40000) rows(i)` },
    noiseSetup,
  )
  expect(output.method.dropped).toEqual({ statements: 0, reasons: {} })
  expect(output.insights.filter(({ type }) => type === 'heaping')).toEqual([])
})

it('42 of a hundred in one group and 58 in the other are not called equally common', async () => {
  const groups = (share: number) =>
    `SELECT CASE WHEN uniform(2, i, 1) < ${share} THEN 'east' ELSE 'west' END AS side, normal(2, i, 2) AS noise FROM range(4000) rows(i)`
  const even = async (share: number) => {
    const { output } = await analyzeQueries({ rows: groups(share) }, noiseSetup)
    return output.insights.some(({ type }) => type === 'evenness')
  }
  expect(await even(0.5)).toBe(true)
  expect(await even(0.42)).toBe(false)
})
