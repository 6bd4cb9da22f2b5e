import { describe, expect, it } from 'vitest'
import { fitLabels, wrapLabel } from '../../../../../src/shared/story/drawing/category-labels.ts'

describe('labels of categories', () => {
  it('stay whole where there is room, and are cut at their end where that tells them apart', () => {
    expect(fitLabels(['North', 'Wholesale and Retail Trade'], 12)).toEqual(['North', 'Wholesale a…'])
  })

  it('keep the part that tells them apart', () => {
    const cut = fitLabels(['University Hospital North', 'University Hospital South', 'Clinic'], 14)
    expect(cut).toEqual(['Universi…North', 'Universi…South', 'Clinic'])
  })

  it('differ even where what differs is long and in the middle', () => {
    const labels = ['2023 plan, ', '2024 plan, '].map((start) => `The department of roads ${start}${'x'.repeat(40)}`)
    const cut = fitLabels(labels, 16)
    expect(new Set(cut).size).toBe(2)
    expect(Math.max(...cut.map((label) => label.length))).toBeLessThanOrEqual(16)
  })

  it('break between words into as many lines as there are, else not at all', () => {
    expect(wrapLabel('Wholesale and Retail Trade', 14, 2)).toEqual(['Wholesale and', 'Retail Trade'])
    expect(wrapLabel('Transportation and Utilities', 10, 2)).toBeNull()
  })
})
