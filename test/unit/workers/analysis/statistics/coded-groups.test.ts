/** Groups made for a whole pair of columns in one pass are those that filtering the rows would give. */
import { describe, expect, it } from 'vitest'
import {
  codedRows,
  groupsOfColumn,
  groupsOfPairs,
  missingBin,
} from '../../../../../src/workers/analysis/statistics/coded-groups.ts'
import { mean } from '../../../../../src/workers/analysis/statistics/mean.ts'
import { seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'

const n = 400
const random = seededRandom(4)
const columns = [3, 5, 2].map((levels) =>
  Uint8Array.from({ length: n }, () => (random.uniform() < 0.1 ? missingBin : Math.floor(levels * random.uniform()))),
)
const outcome = Float64Array.from({ length: n }, () => 1_000 + random.uniform())
const rows = Uint32Array.from({ length: n / 2 }, (_, index) => 2 * index)
const coded = codedRows(columns, rows, outcome, 1_000)

function valuesWhere(holds: (row: number) => boolean): number[] {
  return [...rows].filter(holds).map((row) => outcome[row] ?? 0)
}

function squaresOf(values: readonly number[]): number {
  const center = mean(values) ?? 0
  return values.reduce((sum, value) => sum + (value - center) ** 2, 0)
}

describe('groups of coded rows', () => {
  it('of a column are the rows of each code, those without one left out', () => {
    for (const [column, codes] of columns.entries()) {
      for (const [code, group] of groupsOfColumn(coded, column).entries()) {
        const values = valuesWhere((row) => codes[row] === code)
        expect(group.n).toBe(values.length)
        expect(group.mean).toBeCloseTo(mean(values) ?? 0, 10)
        expect(group.squares).toBeCloseTo(squaresOf(values), 10)
      }
    }
  })

  it('of two columns are the rows that have both codes', () => {
    const groupOfBoth = groupsOfPairs(coded)
    for (const [first, second] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      for (let code = 0; code < 2; code++) {
        const group = groupOfBoth({ column: first, code }, { column: second, code: 1 })
        const values = valuesWhere((row) => columns[first]?.[row] === code && columns[second]?.[row] === 1)
        expect(group.n).toBe(values.length)
        expect(group.mean).toBeCloseTo(mean(values) ?? 0, 10)
        expect(group.squares).toBeCloseTo(squaresOf(values), 10)
      }
    }
  })
})
