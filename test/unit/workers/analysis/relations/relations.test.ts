import { describe, expect, it } from 'vitest'
import { findLines } from '../../../../../src/workers/analysis/relations/lines.ts'
import { findProducts } from '../../../../../src/workers/analysis/relations/products.ts'
import { type NumberColumn, stepOf } from '../../../../../src/workers/analysis/relations/relation.ts'
import { sharedDivisors } from '../../../../../src/workers/analysis/relations/shared-divisor.ts'
import { findSums } from '../../../../../src/workers/analysis/relations/sums.ts'
import { seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'

const rows = 300

function column(name: string, value: (row: number) => number): NumberColumn {
  const values = Float64Array.from({ length: rows }, (_, row) => value(row))
  const mean = values.reduce((sum, one) => sum + one, 0) / rows
  const sd = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / rows)
  return { name, values, step: stepOf(values), sd }
}

function noise(name: string, seed: number, decimals = 2, scale = 100): NumberColumn {
  const random = seededRandom(seed)
  const values = Array.from({ length: rows }, () => Number((random.uniform() * scale + 1).toFixed(decimals)))
  return column(name, (row) => values[row] ?? 0)
}

const at = (of: NumberColumn, row: number): number => of.values[row] ?? 0
const [a, b, c, d, e] = [1, 2, 3, 4, 5].map((seed) => noise(`n${seed}`, seed)) as [
  NumberColumn,
  NumberColumn,
  NumberColumn,
  NumberColumn,
  NumberColumn,
]

describe('the step in which values are written', () => {
  it('is the finest decimal, and none where values are not rounded', () => {
    expect(stepOf(Float64Array.of(1, 20, Number.NaN))).toBe(1)
    expect(stepOf(Float64Array.of(0.5, 1.25, 3))).toBe(0.01)
    expect(stepOf(Float64Array.of(1 / 3, 1))).toBe(0)
  })
})

describe('sums', () => {
  it('skip the parts of parts: a part, what it is made of, then the next part', () => {
    const [north, south, east, west] = [21, 22, 23, 24].map((seed) => noise(`leaf${seed}`, seed)) as [
      NumberColumn,
      NumberColumn,
      NumberColumn,
      NumberColumn,
    ]
    const first = column('first', (row) => at(north, row) + at(south, row))
    const second = column('second', (row) => at(east, row) + at(west, row))
    const total = column('total', (row) => at(first, row) + at(second, row) + at(c, row) + at(d, row))
    const sums = findSums([total, first, north, south, second, east, west, c, d])
    expect(sums.find(({ whole }) => whole === 'total')?.parts).toEqual([['first', 'second', 'n3', 'n4']])
  })

  it('of two and a constant are found where nothing adds up without it, one slip among the rows or not', () => {
    const years = noise('school', 31, 0, 12)
    const worked = noise('worked', 32, 0, 40)
    const age = column('age', (row) => at(years, row) + at(worked, row) + (row === 7 ? 2 : 6))
    const found = { kind: 'sum', whole: 'age', parts: [['school', 'worked']], offset: 6 }
    expect(findSums([years, worked, age, c])).toEqual([found])
    expect(findSums([years, worked, column('near', (row) => at(age, row) + (row % 3))])).toEqual([])
    const net = column('net', (row) => at(a, row) + at(b, row))
    expect(findSums([a, b, net, column('gross', (row) => at(net, row) + 6)]).map(({ whole }) => whole)).toEqual(['net'])
  })

  it('of two, of three and of many side by side are found, the shortest way first', () => {
    const pair = column('pair', (row) => at(a, row) + at(b, row))
    const triple = column('triple', (row) => at(a, row) + at(c, row) + at(e, row))
    const block = column('block', (row) => at(a, row) + at(b, row) + at(c, row) + at(d, row) + at(e, row))
    expect(findSums([pair, a, b, c])).toEqual([{ kind: 'sum', whole: 'pair', parts: [['n1', 'n2']], offset: 0 }])
    expect(findSums([a, b, c, d, e, triple])).toEqual([
      { kind: 'sum', whole: 'triple', parts: [['n1', 'n3', 'n5']], offset: 0 },
    ])
    expect(findSums([a, b, c, d, e, block])[0]?.parts).toEqual([['n1', 'n2', 'n3', 'n4', 'n5']])
  })

  it('in two ways are told in both', () => {
    const whole = column('whole', (row) => at(a, row) + at(b, row) + 500)
    const left = column('left', (row) => at(a, row) + 200)
    const right = column('right', (row) => at(b, row) + 300)
    const more = column('more', (row) => at(a, row) + 400)
    const less = column('less', (row) => at(b, row) + 100)
    expect(findSums([whole, left, right, more, less])).toEqual([
      {
        kind: 'sum',
        offset: 0,
        whole: 'whole',
        parts: [
          ['left', 'right'],
          ['more', 'less'],
        ],
      },
    ])
  })

  it('hold up to the rounding of the values, and not beyond', () => {
    const rounded = (digits: number) => column('whole', (row) => Number((at(a, row) + at(b, row)).toFixed(digits)))
    expect(findSums([rounded(1), a, b])).toHaveLength(1)
    expect(findSums([column('whole', (row) => at(a, row) + at(b, row) + (row % 10 === 0 ? 0.5 : 0)), a, b])).toEqual([])
  })

  it('are not made of columns that are nearly always nothing', () => {
    const rare = column('rare', (row) => (row % 50 === 0 ? 1 : 0))
    expect(findSums([column('whole', (row) => at(a, row) + at(rare, row)), a, rare])).toEqual([])
  })

  it('are not seen in small whole numbers that are no sum', () => {
    const ratings = [11, 12, 13, 14, 15, 16].map((seed) => noise(`rating ${seed}`, seed, 0, 4))
    expect(findSums(ratings)).toEqual([])
  })
})

describe('products', () => {
  it('are found with the power of ten between them', () => {
    const amount = column('amount', (row) => Number((at(a, row) * at(b, row)).toFixed(2)))
    const share = column('share', (row) => Number(((100 * at(c, row)) / at(d, row)).toFixed(1)))
    expect(findProducts([amount, a, b, c, d, share])).toEqual([
      { kind: 'product', product: 'amount', first: 'n1', second: 'n2', scale: 1 },
      { kind: 'product', product: 'n3', first: 'n4', second: 'share', scale: 0.01 },
    ])
  })

  it('are not seen where values only resemble one', () => {
    expect(findProducts([column('near', (row) => at(a, row) * at(b, row) * (1 + 0.02 * Math.sin(row))), a, b])).toEqual(
      [],
    )
    expect(findProducts([a, b, c, d, e])).toEqual([])
  })
})

describe('lines', () => {
  it('are the same thing in other units', () => {
    const fahrenheit = column('f', (row) => Number((1.8 * at(a, row) + 32).toFixed(3)))
    expect(findLines([a, fahrenheit], true)).toEqual([
      { kind: 'linear', first: 'n1', second: 'f', factor: 1.8, offset: 32 },
    ])
    const inches = column('inches', (row) => at(a, row) / 2.54)
    expect(findLines([inches, a], true)).toMatchObject([{ kind: 'linear', factor: 2.54, offset: 0 }])
  })

  it('that only nearly agree are close, but for rows in time', () => {
    const near = column('near', (row) => at(a, row) + 0.05 * at(b, row))
    expect(findLines([a, near], true)).toEqual([{ kind: 'close', first: 'n1', second: 'near' }])
    expect(findLines([a, near], false)).toEqual([])
  })

  it('are not made by one row far out', () => {
    const far = (of: NumberColumn) => column(of.name, (row) => (row === 7 ? 100_000 : at(of, row)))
    expect(findLines([far(a), far(b)], true)).toEqual([])
  })
})

describe('shared divisors', () => {
  it('are told by names, with their column where it is there', () => {
    expect(sharedDivisors(['storks_per_area', 'births_per_area', 'area', 'height'], [])).toEqual([
      { quotients: ['storks_per_area', 'births_per_area'], divisor: 'area', word: 'area' },
    ])
    expect(sharedDivisors(['GDP per capita', 'population'], [])).toEqual([
      { quotients: ['GDP per capita'], divisor: 'population', word: 'capita' },
    ])
    expect(sharedDivisors(['Ärzte je Einwohner', 'Cafés je Einwohner', 'Einwohner'], [])).toEqual([
      { quotients: ['Ärzte je Einwohner', 'Cafés je Einwohner'], divisor: 'Einwohner', word: 'einwohner' },
    ])
    expect(sharedDivisors(['Umsatz je Tag', 'Besuche je Tag', 'Tag'], [])).toEqual([])
    expect(sharedDivisors(['sales per day', 'visits per day', 'miles_per_gallon', 'day'], [])).toEqual([])
  })

  it('are told by quotients that are exact', () => {
    const product = (name: string, first: string) =>
      ({ kind: 'product', product: name, first, second: 'pop', scale: 1 }) as const
    expect(sharedDivisors(['x', 'y'], [product('deaths', 'x'), product('births', 'y')])).toEqual([
      { quotients: ['x', 'y'], divisor: 'pop', word: 'pop' },
    ])
  })
})
