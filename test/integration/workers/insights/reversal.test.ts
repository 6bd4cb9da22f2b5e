/** A difference or correlation that turns round within groups is told, with what it turns round in; nothing else is. */
import { describe, expect, it } from 'vitest'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { analyzeQueries } from '../../../support/analysis.ts'
import { noiseSetup } from '../../../support/noise.ts'

async function insightsOf(query: string): Promise<InsightDraft[]> {
  const { output, mismatches } = await analyzeQueries({ planted: query }, noiseSetup)
  expect(mismatches).toEqual([])
  return output.insights
}

async function reversalsOf(query: string): Promise<InsightDraft[]> {
  return (await insightsOf(query)).filter(({ type }) => type === 'simpson_reversal')
}

/** Groups that rise together, each of whose rows fall by `slope`. */
const groups = (
  slope: number,
): string => `SELECT 'plot ' || (i % 4) AS plot, 10 * (i % 4) + 4 * normal(7, i, 1) AS rain,
  10 * (i % 4) + ${slope} * normal(7, i, 1) + 2 * normal(7, i, 2) AS harvest FROM range(800) t(i)`

describe('a correlation', () => {
  it('that is the other way round in each group is told as such, in place of the plain one', async () => {
    const insights = await insightsOf(groups(-3))
    const [reversal] = insights.filter(({ type }) => type === 'simpson_reversal')
    expect(reversal).toMatchObject({
      class: 'finding',
      columns: ['rain', 'harvest', 'plot'],
      direction: 'positive',
      details: { form: 'ranks', control: 'plot', level: null },
    })
    expect(reversal?.evidence.values).toMatchObject({ levels: 4, against: 4, n: 800 })
    expect(Number(reversal?.evidence.values.overall)).toBeGreaterThan(0.5)
    expect(Number(reversal?.evidence.values.within)).toBeLessThan(-0.5)
    expect(insights.filter(({ type }) => type === 'correlation')).toEqual([])
  })

  it('that holds in each group, or vanishes there, does not turn round', async () => {
    expect(await reversalsOf(groups(3))).toEqual([])
    expect(await reversalsOf(groups(0))).toEqual([])
  })
})

describe('a difference', () => {
  /** Where the sick go to the better clinic, the better clinic loses more patients. */
  const clinics = `SELECT CASE WHEN uniform(2, i, 1) < CASE WHEN sick THEN 0.8 ELSE 0.2 END THEN 'north' ELSE 'south' END AS clinic,
    CASE WHEN sick THEN 'severe' ELSE 'mild' END AS state, sick, i FROM (SELECT uniform(2, i, 2) < 0.5 AS sick, i FROM range(4000) t(i))`
  const outcomes = (better: number): string => `SELECT clinic, state,
    CASE WHEN uniform(2, i, 3) < (CASE WHEN sick THEN 0.5 ELSE 0.1 END) - ${better} * (clinic = 'north')::INTEGER THEN 'yes' ELSE 'no' END AS died
    FROM (${clinics})`

  it('of rates names the group, its rate and a level in which it is the other way round', async () => {
    const found = (await reversalsOf(outcomes(0.08))).find(({ columns }) => columns.join() === 'clinic,died,state')
    expect(found).toMatchObject({
      class: 'finding',
      direction: 'higher',
      location: 'north',
      details: { form: 'rates', value: 'yes', rest: 'south' },
    })
    const { own, other, level_own, level_other, levels, against } = found?.evidence.values ?? {}
    expect(Number(own)).toBeGreaterThan(Number(other))
    expect(Number(level_own)).toBeLessThan(Number(level_other))
    expect([levels, against]).toEqual([2, 2])
  })

  it('of rates that the third column accounts for altogether does not turn round', async () => {
    expect((await reversalsOf(outcomes(0))).filter(({ columns }) => columns.includes('died'))).toEqual([])
  })

  it('of means turns round among rows alike in a number', async () => {
    const [found] = await reversalsOf(
      `SELECT CASE WHEN 0.6 * normal(3, i, 1) + normal(3, i, 2) > 0 THEN 'manual' ELSE 'automatic' END AS gears,
        1500 - 300 * normal(3, i, 1) AS weight, 25 + 6 * normal(3, i, 1) - 2.5 * (0.6 * normal(3, i, 1) + normal(3, i, 2) > 0)::INTEGER
        + normal(3, i, 3) AS mileage FROM range(2000) t(i)`,
    )
    expect(found?.columns).toEqual(['gears', 'mileage', 'weight'])
    expect(found?.details).toMatchObject({ form: 'means', binned: true, level: null })
    expect(Number(found?.evidence.values.overall) * Number(found?.evidence.values.within)).toBeLessThan(0)
  })
})

it('what is alike within a patient does not turn round, however many rows there are of each', async () => {
  // Level and wing belong to the patient, both at random: of 30 patients nothing follows.
  const patients = `SELECT 'P' || p AS patient, CASE WHEN hash(p, 3) % 2 = 0 THEN 'east' ELSE 'west' END AS wing,
    CASE WHEN hash(p, 4) % 2 = 0 THEN 'day' ELSE 'night' END AS ward, 10 * normal(11, p, 1) + normal(11, p * 100 + i, 2) AS pressure,
    10 * normal(12, p, 1) + normal(12, p * 100 + i, 2) AS sugar FROM range(30) a(p), range(40) b(i)`
  expect(await reversalsOf(patients)).toEqual([])
})

it('nothing turns round in noise', async () => {
  for (let seed = 1; seed <= 6; seed++) {
    const noise = `SELECT 'a' || (hash(${seed}, i) % 3) AS kind, 'b' || (hash(${seed}, i, 2) % 2) AS side, normal(${seed}, i, 1) AS one,
      normal(${seed}, i, 2) AS two, normal(${seed}, i, 3) AS three FROM range(400) t(i)`
    expect(await reversalsOf(noise)).toEqual([])
  }
})

describe('what another column accounts for', () => {
  const heldOf = (insights: readonly InsightDraft[], columns: string) =>
    insights.find((insight) => insight.class === 'finding' && insight.columns.join() === columns)

  it('is said of a correlation that vanishes within groups, and of no other', async () => {
    const within = heldOf(await insightsOf(groups(0)), 'rain,harvest')
    expect(within?.details).toMatchObject({ held_control: 'plot', held_form: 'ranks', held_verdict: 'vanishes' })
    expect(Math.abs(Number(within?.evidence.values.held_within))).toBeLessThan(0.15)
    const holds = heldOf(await insightsOf(groups(2)), 'rain,harvest')
    expect(holds?.type).toBe('correlation')
    expect(holds?.details).not.toHaveProperty('held_control')
  })

  it('is said of a difference of means among rows alike in a number', async () => {
    const found = await insightsOf(
      `SELECT CASE WHEN normal(3, i, 1) + normal(3, i, 2) > 0 THEN 'manual' ELSE 'automatic' END AS gears,
        1500 - 300 * normal(3, i, 1) AS weight, 25 + 6 * normal(3, i, 1) + 4 * normal(3, i, 3) AS mileage FROM range(2000) t(i)`,
    )
    expect(heldOf(found, 'gears,mileage')?.details).toMatchObject({
      held_control: 'weight',
      held_binned: true,
      held_verdict: 'vanishes',
    })
  })
})
