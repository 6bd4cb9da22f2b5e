import { expect, it } from 'vitest'
import { pairs } from '../../../../src/workers/analysis/derive/correlation.ts'
import { spearman } from '../../../../src/workers/analysis/statistics/correlation.ts'
import { seededRandom } from '../../../../src/workers/analysis/statistics/seeded-random.ts'
import { exactRho, quickRho, rankedColumn } from '../../../../src/workers/insights/kinds/correlation/screen.ts'

const random = seededRandom(11)
const x = Float64Array.from({ length: 500 }, () => Math.round(random.normal() * 5))
const y = x.map((value) => Math.round(-0.6 * value + random.normal() * 4))

it('a pair without gaps has exactly its Spearman correlation, ties and all', () => {
  const quick = quickRho(rankedColumn(x), rankedColumn(y))
  expect(quick?.n).toBe(500)
  expect(quick?.rho).toBeCloseTo(spearman(x, y)?.rho ?? Number.NaN, 12)
})

it('with gaps it is near the one over the rows that have both', () => {
  const gappy = y.map((value, index) => (index % 7 === 0 ? Number.NaN : value))
  const both = [...x.keys()].filter((index) => !Number.isNaN(gappy[index]))
  const exact = spearman(
    both.map((index) => x[index] ?? 0),
    both.map((index) => gappy[index] ?? 0),
  )
  const quick = quickRho(rankedColumn(x), rankedColumn(gappy))
  expect(quick?.n).toBe(both.length)
  expect(Math.abs((quick?.rho ?? 0) - (exact?.rho ?? 1))).toBeLessThan(0.02)
})

it('a column without spread has none', () => {
  expect(quickRho(rankedColumn(x), rankedColumn(new Float64Array(500).fill(3)))).toBeNull()
})

it('the exact correlation of ranked columns is that of their pairs, of measured values with or without gaps', () => {
  const measured = x.map((value) => value / 3 + 1e-15 * random.normal())
  const gappy = y.map((value, index) => (index % 7 === 0 ? Number.NaN : value))
  for (const other of [y, gappy]) {
    const { left, right } = pairs(measured, other)
    expect(exactRho(rankedColumn(measured), rankedColumn(other), measured, other)).toEqual(spearman(left, right))
  }
})
