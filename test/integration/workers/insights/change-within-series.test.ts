/** What a series does over its length is told as what it is: a step, a bend, a change of scatter, or a trend. */
import { describe, expect, it } from 'vitest'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { analyzeQueries } from '../../../support/analysis.ts'
import { noiseSetup } from '../../../support/noise.ts'
import { plantedSeries } from '../../../support/planted-series.ts'

async function findingsOf(query: string): Promise<InsightDraft[]> {
  const { output, mismatches } = await analyzeQueries({ shops: query }, noiseSetup)
  expect(mismatches).toEqual([])
  return output.insights.filter((insight) => insight.class === 'finding')
}

const changes = new Set(['trend', 'level_shift', 'slope_break', 'variance_change', 'time_outlier'])
const told = (findings: readonly InsightDraft[]) => findings.filter(({ type }) => changes.has(type))
const day = "DATE '2023-01-01' + i::INTEGER AS date"

describe('change within a series', () => {
  it('a step is one statement, with its day and its levels, and no trend', async () => {
    const [step, ...others] = told(
      await findingsOf(
        `SELECT ${day}, 200 + 4 * normal(3, i, 1) + CASE WHEN i >= 80 THEN 12 ELSE 0 END AS load FROM range(200) t(i)`,
      ),
    )
    expect(others).toEqual([])
    expect(step).toMatchObject({ type: 'level_shift', direction: 'up', location: '2023-03-22' })
    expect(Number(step?.evidence.values.level_before)).toBeCloseTo(200, 0)
    expect(Number(step?.evidence.values.level_after)).toBeCloseTo(212, 0)
  })

  it('what may be a rise or a step is told as a rise that names the step, and the step only as what may be', async () => {
    const { values } = plantedSeries('step', 'AR(.6)', 72, 6)
    const rows = [...values].map((value, i) => `(${i}, ${value.toFixed(2)})`).join(', ')
    const { output, mismatches } = await analyzeQueries(
      { shops: `SELECT ${day}, load FROM (VALUES ${rows}) t(i, load)` },
      noiseSetup,
    )
    expect(mismatches).toEqual([])
    const [rise, step, ...others] = told(output.insights)
    expect(others).toEqual([])
    expect(rise).toMatchObject({ type: 'trend', class: 'finding' })
    expect(step).toMatchObject({ type: 'level_shift', class: 'lead', direction: rise?.direction })
    expect(step?.details.or_trend).toBe(true)
    expect(rise?.details.step_at).toBe(step?.location)
    expect(rise?.evidence.values).toMatchObject({
      steps: step?.evidence.values.shifts,
      step_before: step?.evidence.values.level_before,
      step_after: step?.evidence.values.level_after,
    })
  })

  it('what may be a curve or a bend is told as a rise, and the bend only as what may be', async () => {
    const { values, place } = plantedSeries('bend', 'normal', 72, 57)
    const rows = [...values].map((value, i) => `(${i}, ${value.toFixed(2)})`).join(', ')
    const { output, mismatches } = await analyzeQueries(
      { shops: `SELECT ${day}, load FROM (VALUES ${rows}) t(i, load)` },
      noiseSetup,
    )
    expect(mismatches).toEqual([])
    const [course, bend, ...others] = told(output.insights)
    expect(others).toEqual([])
    expect(course).toMatchObject({ type: 'trend', class: 'finding', details: { course: 'accelerating' } })
    expect(bend).toMatchObject({ type: 'slope_break', class: 'lead', direction: course?.direction })
    expect(bend?.details.or_course).toBe('accelerating')
    const day0 = Date.parse('2023-01-01')
    expect(Math.abs((Date.parse(String(bend?.location)) - day0) / 86_400_000 - place)).toBeLessThanOrEqual(6)
  })

  it('a step of one shop among three is told of that shop', async () => {
    const findings = told(
      await findingsOf(
        `SELECT ${day}, shop, 100 + 5 * normal(4, i, shop::INTEGER) - CASE WHEN shop = '2' AND i >= 60 THEN 20 ELSE 0 END AS price
         FROM range(120) t(i), (VALUES ('1'), ('2'), ('3')) s(shop)`,
      ),
    )
    const own = findings.filter(({ subspace }) => subspace !== undefined)
    expect(own).toHaveLength(1)
    expect(own[0]).toMatchObject({
      type: 'level_shift',
      subspace: { shop: '2' },
      direction: 'down',
      location: '2023-03-02',
    })
  })

  it('a rise and a fall are a bend and no trend', async () => {
    const [bend, ...others] = told(
      await findingsOf(
        `SELECT ${day}, 200 + 4 * normal(5, i, 1) + 30 * (1 - abs(i - 130) / 130.0) AS load FROM range(200) t(i)`,
      ),
    )
    expect(others).toEqual([])
    expect(bend).toMatchObject({ type: 'slope_break', direction: 'down' })
    expect(bend?.details).toMatchObject({ move_before: 'rose', move_after: 'fell' })
    expect(Math.abs(Date.parse(String(bend?.location)) - Date.UTC(2023, 0, 131))).toBeLessThan(12 * 86_400_000)
  })

  it('a scatter that grows is told from its day on', async () => {
    const [spread, ...others] = told(
      await findingsOf(
        `SELECT ${day}, 200 + (CASE WHEN i >= 100 THEN 12 ELSE 4 END) * normal(6, i, 1) AS load FROM range(200) t(i)`,
      ),
    )
    expect(others).toEqual([])
    expect(spread).toMatchObject({ type: 'variance_change', direction: 'up' })
    expect(Math.abs(Date.parse(String(spread?.location)) - Date.UTC(2023, 0, 101))).toBeLessThan(8 * 86_400_000)
  })

  it('a step of half a standard deviation is not told', async () => {
    const findings = await findingsOf(
      `SELECT ${day}, 200 + 4 * normal(7, i, 1) + CASE WHEN i >= 80 THEN 2 ELSE 0 END AS load FROM range(150) t(i)`,
    )
    expect(findings.filter(({ type }) => type === 'level_shift')).toEqual([])
  })

  it('rows of a sample have no record of their number', async () => {
    const { output } = await analyzeQueries(
      {
        sample: `SELECT 1940 + (hash(i, 3) % 65)::INTEGER AS year, 50 + 10 * normal(8, i, 1) AS score FROM range(1500) t(i)`,
      },
      noiseSetup,
    )
    expect(output.insights.filter(({ type, columns }) => type === 'record' && columns.length === 1)).toEqual([])
  })
})
