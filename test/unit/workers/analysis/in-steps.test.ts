import { expect, it } from 'vitest'
import { inOneGo, inSteps } from '../../../../src/workers/analysis/in-steps.ts'
import { rowClusters, rowClustersInSteps } from '../../../../src/workers/analysis/shape/clusters.ts'
import { seededRandom } from '../../../../src/workers/analysis/statistics/seeded-random.ts'

function* countTo(last: number): Generator<undefined, number> {
  for (let count = 0; count < last; count++) yield
  return last
}

it('a computation in steps gives the same with and without its pauses', async () => {
  let pauses = 0
  const paused = await inSteps(countTo(5), async () => {
    pauses++
  })
  expect([paused, inOneGo(countTo(5)), pauses]).toEqual([5, 5, 5])
})

it('a pause that fails, as one that is cancelled does, ends it', async () => {
  await expect(inSteps(countTo(5), () => Promise.reject(new Error('cancelled')))).rejects.toThrow('cancelled')
})

it('clusters are looked for with a pause before each number of them', async () => {
  const random = seededRandom(3)
  const measures = [0, 1].map(() => Float64Array.from({ length: 300 }, (_, row) => 9 * (row % 2) + random.normal()))
  let pauses = 0
  const found = await inSteps(rowClustersInSteps(measures), async () => {
    pauses++
  })
  expect(found).toEqual(rowClusters(measures))
  expect(found?.clusters).toHaveLength(2)
  expect(pauses).toBeGreaterThan(5)
})
