import { expect, test } from 'vitest'
import { blockedDifference, type Cell } from '../../../../../src/workers/analysis/derive/blocked-groups.ts'

/** Extra hours of sleep under two drugs in the same ten patients (Cushny & Peebles 1905, as in R's `sleep`). */
const drugOne = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
const drugTwo = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
const sleep = [drugOne, drugTwo].flatMap((values, drug) =>
  values.map((mean, patient): Cell => ({ group: String(drug + 1), block: String(patient), n: 1, mean, variance: 0 })),
)

test('with two groups and one row a cell it is the paired t test', () => {
  const found = blockedDifference(sleep, '2', true)
  // R: t.test(extra ~ group, paired = TRUE) gives p = 0.002833, 95 % interval 0.7001 to 2.4599.
  expect(found?.difference).toBeCloseTo(1.58, 10)
  expect(found?.p).toBeCloseTo(0.002833, 6)
  expect(found?.low).toBeCloseTo(0.7001, 4)
  expect(found?.high).toBeCloseTo(2.4599, 4)
  expect(found).toMatchObject({ blocks: 10, agreeing: 9 })
})

test('rows of one subject are no more than one, where a block is a subject', () => {
  const repeated = sleep.map((cell) => ({ ...cell, n: 20, variance: 0.01 }))
  const [once, byRows] = [true, false].map((isSubject) => blockedDifference(repeated, '2', isSubject)?.p)
  expect(once).toBeCloseTo(0.002833, 6)
  expect(byRows).toBeLessThan(1e-6)
})

test('a table that is not complete or not balanced is not compared so', () => {
  expect(blockedDifference(sleep.slice(1), '2', true)).toBeNull()
  expect(blockedDifference([...sleep.slice(1), { ...sleep[0], n: 2 } as Cell], '2', true)).toBeNull()
  expect(blockedDifference(sleep, '3', true)).toBeNull()
})
