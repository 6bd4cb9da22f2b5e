/** Groups that stand out, are alike, are rare, or scatter more widely. */
import { describe, expect, it } from 'vitest'
import type { InsightDraft, InsightType } from '../../../../src/shared/story/insight.ts'
import { analyzeQueries } from '../../../support/analysis.ts'

const seeded = ['SELECT setseed(0.31)']
const normal = 'sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random())'

async function told(type: InsightType, query: string): Promise<readonly InsightDraft[]> {
  const { output, mismatches } = await analyzeQueries({ planted: query }, seeded)
  expect(mismatches).toEqual([])
  return output.insights.filter((insight) => insight.type === type)
}

describe('a category that stands out', () => {
  const items = (first: number) =>
    `SELECT CASE WHEN i % 10 < ${first} THEN 'i0' ELSE 'i' || (1 + hash(i) % 8) END AS item, 20 + 60 * random() AS amount FROM range(2000) t(i)`

  it('is told by its rows and by its total', async () => {
    const found = await told('outstanding', items(3))
    expect(found.map(({ columns }) => columns.join()).sort()).toEqual(['item', 'item,amount'])
    for (const insight of found) expect(insight).toMatchObject({ class: 'fact', location: 'i0', direction: 'higher' })
  })

  it('is none where all are alike but for chance', async () => {
    const found = await told(
      'outstanding',
      `SELECT 'i' || (hash(i, 3) % 9) AS item, 20 + 60 * random() AS amount FROM range(2000) t(i)`,
    )
    expect(found).toEqual([])
  })
})

describe('a group that lies within a coarser one', () => {
  it('is told after that', async () => {
    const found = await told(
      'group_difference',
      `SELECT ['Quebec', 'Mississippi'][1 + p % 2] AS origin, 'clone ' || p AS clone, 30 - 9 * (p % 2) + 0.7 * p + 3 * ${normal} AS uptake FROM range(8) a(p), range(30) b(i)`,
    )
    const best = found.toSorted((left, right) => right.score - left.score).map(({ columns }) => columns[0])
    expect(best).toEqual(['origin', 'clone'])
  })
})

describe('evenness', () => {
  it('is told of categories that are about equally common', async () => {
    const [even] = await told(
      'evenness',
      `SELECT ['a', 'b', 'c', 'd'][1 + (hash(i, 5) % 4)::INT] AS shift FROM range(3000) t(i)`,
    )
    expect(even).toMatchObject({ class: 'fact', columns: ['shift'], direction: 'none' })
  })

  it('is not told where a share is too far away, nor where too few rows could show it', async () => {
    const uneven = `SELECT CASE WHEN i % 20 < 9 THEN 'a' WHEN i % 20 < 14 THEN 'b' ELSE 'c' END AS shift FROM range(3000) t(i)`
    expect(await told('evenness', uneven)).toEqual([])
    expect(await told('evenness', `SELECT ['a', 'b', 'c'][1 + i % 3] AS shift FROM range(45) t(i)`)).toEqual([])
  })
})

describe('imbalance', () => {
  it('is told of a value that is rare beside the only other one', async () => {
    const [rare] = await told(
      'imbalance',
      `SELECT CASE WHEN i % 50 = 0 THEN 'yes' ELSE 'no' END AS fraud FROM range(2000) t(i)`,
    )
    expect(rare).toMatchObject({
      location: 'yes',
      evidence: { values: { rare: 40, share: 0.02, common: 1960, n: 2000 } },
    })
  })

  it('is not told of a tenth, nor of what is as good as constant', async () => {
    expect(await told('imbalance', `SELECT i % 10 = 0 AS fraud FROM range(2000) t(i)`)).toEqual([])
    expect(await told('imbalance', `SELECT i % 500 = 0 AS fraud FROM range(2000) t(i)`)).toEqual([])
  })
})

describe('spread differences', () => {
  const delays = (times: number, shift = 0) =>
    `SELECT ['Ash', 'Elm', 'Fir', 'Oak'][1 + (i % 4)] AS branch,
       100 + ${normal} * (CASE WHEN i % 4 = 1 THEN ${8 * times} ELSE 8 END) + (CASE WHEN i % 4 = 1 THEN ${shift} ELSE 0 END) AS delay
     FROM range(1600) t(i)`

  it('are told at the group with the widest spread', async () => {
    const [wide] = await told('spread_difference', delays(2))
    expect(wide).toMatchObject({ class: 'finding', columns: ['branch', 'delay'], direction: 'higher', location: 'Elm' })
    expect(Number(wide?.evidence.values.best_sd)).toBeCloseTo(16, -0.5)
    expect(Number(wide?.evidence.values.rest_sd)).toBeCloseTo(8, -0.5)
  })

  it('are not told of chance, nor of means that differ', async () => {
    expect(await told('spread_difference', delays(1))).toEqual([])
    expect(await told('spread_difference', delays(1, 40))).toEqual([])
  })

  it('are not told where larger amounts only scatter in proportion', async () => {
    const query = `SELECT ['small', 'large'][1 + i % 2] AS shop, exp(3 + 1.2 * (i % 2) + 0.4 * ${normal}) AS price FROM range(1500) t(i)`
    expect(await told('spread_difference', query)).toEqual([])
  })
})

describe('the group next to the one that stands out', () => {
  it('is in the evidence, so that a shared first place can be told', async () => {
    const [found] = await told(
      'group_difference',
      `SELECT ['a', 'b', 'c', 'd'][1 + (i % 4)] AS branch, (CASE WHEN i % 4 < 2 THEN 60 ELSE 50 END) + (i // 4) % 17 AS score FROM range(680) t(i)`,
    )
    expect(found).toMatchObject({
      location: 'a',
      details: { next: 'b' },
      evidence: { values: { best_mean: 68, next_mean: 68 } },
    })
  })
})
