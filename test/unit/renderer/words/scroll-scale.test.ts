/** A height no browser can hold is scrolled by one that it can. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scrollScale } from '../../../../src/renderer/words/scroll-scale.ts'
import { holds } from '../../../support/property.ts'

const tenMillionRows = 10_000_000 * 30

describe('a scrolled height', () => {
  it('is the whole where a browser can hold it', () => {
    const scale = scrollScale(300_000)
    expect(scale.isScaled).toBe(false)
    expect([scale.height, scale.wholeOf(1_234), scale.scrolledOf(1_234)]).toEqual([300_000, 1_234, 1_234])
  })

  it('stands for more than that, pixel by pixel at both ends', () => {
    const scale = scrollScale(tenMillionRows)
    expect(scale.height).toBeLessThan(33_000_000)
    expect(scale.wholeOf(1_000)).toBe(1_000)
    expect(scale.wholeOf(scale.height - 1_000)).toBe(tenMillionRows - 1_000)
    expect(scale.wholeOf(scale.height / 2)).toBeCloseTo(tenMillionRows / 2, 3)
  })

  it('reaches every place, in order, and gives it back', () => {
    const places = fc.tuple(
      fc.double({ min: 0, max: tenMillionRows, noNaN: true }),
      fc.integer({ min: 8_000_001, max: 3e9 }),
    )
    holds(
      fc.property(places, ([place, whole]) => {
        const scale = scrollScale(whole)
        const held = Math.min(place, whole)
        const scrolled = scale.scrolledOf(held)
        expect(scrolled).toBeGreaterThanOrEqual(0)
        expect(scrolled).toBeLessThanOrEqual(scale.height)
        expect(Math.abs(scale.wholeOf(scrolled) - held)).toBeLessThan(0.01)
        expect(scale.scrolledOf(Math.min(whole, held + 1_000))).toBeGreaterThanOrEqual(scrolled)
      }),
    )
  })
})
