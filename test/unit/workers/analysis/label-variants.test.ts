/** Tests of labels in several spellings. */
import { describe, expect, it } from 'vitest'
import { labelVariants } from '../../../../src/workers/analysis/shape/label-variants.ts'

const variantsIn = (counts: Readonly<Record<string, number>>): Record<string, string> =>
  Object.fromEntries(
    labelVariants(
      Object.entries(counts)
        .map(([label, rows]) => ({ label, rows }))
        .sort((left, right) => right.rows - left.rows),
    ).map(({ variant, common }) => [variant, common]),
  )

describe('variants of labels', () => {
  it('are those that differ by case, spaces or signs alone, however common', () => {
    expect(variantsIn({ Hamburg: 60, 'hamburg ': 50, 'New York': 40, 'new-york': 3, 'New  York': 2 })).toEqual({
      'hamburg ': 'Hamburg',
      'new-york': 'New York',
      'New  York': 'New York',
    })
  })

  it('are slips of one letter, where the label is twenty times as common', () => {
    expect(variantsIn({ Munich: 200, Munihc: 2, Munic: 1, Munnich: 3, Monich: 4, Muinch: 10 })).toEqual({
      Muinch: 'Munich',
      Munihc: 'Munich',
      Munic: 'Munich',
      Munnich: 'Munich',
      Monich: 'Munich',
    })
    expect(variantsIn({ Munich: 190, Muinch: 10 })).toEqual({})
  })

  it('are neither codes that differ by a digit, nor short words, nor single letters', () => {
    expect(variantsIn({ 'Store 1': 400, 'Store 2': 3, cat: 500, car: 2, A: 300, a: 200 })).toEqual({})
  })

  it('are no slips among very many labels, which are names', () => {
    const names = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [`name${'abcdefghij'[index % 10]}${index}x`, 1]),
    )
    expect(variantsIn({ ...names, Anna: 500, Anne: 2 })).toEqual({})
  })
})
