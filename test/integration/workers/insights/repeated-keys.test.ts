/** Rows that repeat who they are about count as that many people, not as that many rows. */
import { describe, expect, it } from 'vitest'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { analyzeQueries } from '../../../support/analysis.ts'

const normal = 'sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random())'

async function findings(query: string, setup: readonly string[]): Promise<readonly InsightDraft[]> {
  const { output, mismatches } = await analyzeQueries({ planted: query }, setup)
  expect(mismatches).toEqual([])
  return output.insights.filter((insight) => insight.class === 'finding')
}

/** 48 people with 40 rows each; the group, and most of the measures, are those of the person. */
const people = (seed: number, gap: number): string[] => [
  `SELECT setseed(${seed})`,
  `CREATE TABLE people AS SELECT 'S' || lpad(i::VARCHAR, 3, '0') AS subject, ['a', 'b', 'c'][1 + (i % 3)] AS clinic,
     100 + 8 * ${normal} + (CASE WHEN i % 3 = 0 THEN ${gap} ELSE 0 END) AS own, ${normal} AS other,
     (CASE WHEN i % 3 = 0 THEN ${gap} ELSE 0 END) / 40 + 0.3 + 0.1 * ${normal} AS chance FROM range(48) t(i)`,
]
const visits = `SELECT subject, clinic, own + 4 * ${normal} AS pressure, other + 0.5 * ${normal} AS sugar,
    CASE WHEN random() < chance THEN 'yes' ELSE 'no' END AS relapsed FROM people, range(40) ORDER BY random()`

const about = (list: readonly InsightDraft[], ...columns: string[]) =>
  list.filter((insight) => columns.every((column) => insight.columns.includes(column)))

describe('repeated keys', () => {
  it('are counted once: what is fixed by the person is no finding of the rows', async () => {
    for (const seed of [0.11, 0.23, 0.37, 0.59]) {
      const found = await findings(visits, people(seed, 0))
      expect(about(found, 'clinic', 'pressure'), `seed ${seed}`).toEqual([])
      expect(about(found, 'clinic', 'relapsed'), `seed ${seed}`).toEqual([])
      expect(about(found, 'pressure', 'sugar'), `seed ${seed}`).toEqual([])
    }
  })

  it('are counted once where two categories are those of the person, or a category mostly is', async () => {
    for (const seed of [0.11, 0.23, 0.37]) {
      const found = await findings(
        `SELECT subject, clinic, plan, CASE WHEN random() < 0.8 THEN colour ELSE ['red', 'blue', 'green'][1 + floor(3 * random())::INT] END AS colour,
           own + ${normal} AS pressure FROM more, range(40) ORDER BY random()`,
        [
          ...people(seed, 0),
          `CREATE TABLE more AS SELECT *, ['basic', 'plus'][1 + floor(2 * random())::INT] AS plan,
             ['red', 'blue', 'green'][1 + floor(3 * random())::INT] AS colour FROM people`,
        ],
      )
      expect(
        found.filter(({ columns }) => !columns.includes('subject')).map(({ type, columns }) => [type, ...columns]),
      ).toEqual([])
    }
  })

  it('let through what holds between the people, and say that it was allowed for', async () => {
    const found = await findings(visits, people(0.11, 16))
    const [means] = about(found, 'clinic', 'pressure').filter(({ type }) => type === 'group_difference')
    expect(means).toMatchObject({ direction: 'higher', location: 'a' })
    expect(means?.caveats.join()).toContain('subject')
    const [rates] = about(found, 'clinic', 'relapsed').filter(({ type }) => type === 'rate_difference')
    expect(rates).toMatchObject({ direction: 'higher', location: 'a' })
    expect(rates?.caveats.join()).toContain('subject')
  })

  it('are no months and no other numbers that name nobody', async () => {
    const found = await findings(
      `SELECT ['mill', 'farm', 'shop'][1 + (i % 3)] AS industry, 1 + ((i // 3) % 12) AS month, 1 + (i % 3) * 2 + (((i // 3) % 12) - 6) / 3 + ${normal} AS rate FROM range(720) t(i) ORDER BY random()`,
      ['SELECT setseed(0.4)'],
    )
    const [means] = about(found, 'industry', 'rate').filter(({ type }) => type === 'group_difference')
    expect(means?.caveats).toEqual([])
    expect(means).toBeDefined()
  })

  it('leave a difference within the people alone', async () => {
    const found = await findings(
      `SELECT *, CASE WHEN hash(rowid) % 2 = 0 THEN 'new' ELSE 'old' END AS device FROM shifted`,
      [
        ...people(0.11, 0),
        `CREATE TABLE shifted AS SELECT subject, clinic, own + 4 * ${normal} AS pressure FROM people, range(40)`,
        `UPDATE shifted SET pressure = pressure + 8 WHERE hash(rowid) % 2 = 0`,
      ],
    )
    expect(about(found, 'device', 'pressure')[0]).toMatchObject({ direction: 'higher', location: 'new' })
  })
})
