import { expect, it } from 'vitest'
import { repeatsByChance } from '../../../../src/workers/insights/kinds/duplicates/detect.ts'

const columns = (...distinct: readonly number[]) =>
  distinct.map((count) => ({ column: { distinct: count, nulls: 0 } })) as unknown as Parameters<
    typeof repeatsByChance
  >[1]

it('rows of few combinations must repeat: 2,201 people by four columns of a few values', () => {
  expect(repeatsByChance(2_201, columns(4, 2, 2, 2))).toBeCloseTo(2_201 - 32, 6)
})

it('rows of many combinations repeat by chance as birthdays do: pairs over combinations', () => {
  expect(repeatsByChance(1_000, columns(1_000, 1_000))).toBeCloseTo(0.4995, 3)
  expect(repeatsByChance(10_000, columns(100_000, 100_000, 100_000))).toBeCloseTo(0, 6)
  expect(repeatsByChance(10, columns(1))).toBe(0)
})

it('a missing value is one more value a column can have', () => {
  const some = [{ column: { distinct: 1, nulls: 3 } }] as unknown as Parameters<typeof repeatsByChance>[1]
  expect(repeatsByChance(10, some)).toBeCloseTo(8, 1)
})
