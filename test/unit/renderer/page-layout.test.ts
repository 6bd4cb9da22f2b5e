import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cssPixelsPerPoint,
  formatScale,
  layOutPages,
  mostSeen,
  pageAt,
  pagesBetween,
  scaleOf,
  stepScale,
  usualSize,
} from '../../../src/renderer/words/page-layout.ts'
import { holds } from '../../support/property.ts'

const sizes = fc.array(
  fc.record({ width: fc.integer({ min: 1, max: 2000 }), height: fc.integer({ min: 1, max: 3000 }) }),
  {
    minLength: 1,
    maxLength: 60,
  },
)

describe('the layout of pages', () => {
  test('pages follow each other without overlap, whatever their sizes', () => {
    holds(
      fc.property(sizes, fc.integer({ min: 0, max: 40 }), (given, gap) => {
        const { tops, totalHeight } = layOutPages(given, gap)
        given.forEach((size, place) => {
          expect((tops[place] ?? 0) + size.height + gap).toBe(tops[place + 1] ?? totalHeight)
        })
      }),
    )
  })

  test('the page found at a height is the last that begins at or above it', () => {
    holds(
      fc.property(sizes, fc.double({ min: -100, max: 200_000, noNaN: true }), (given, y) => {
        const layout = layOutPages(given, 12)
        const slow = Math.max(
          0,
          layout.tops.findLastIndex((top) => top <= y),
        )
        expect(pageAt(layout, y)).toBe(slow)
      }),
    )
  })

  test('every page that is in sight is among those to be drawn', () => {
    const layout = layOutPages(
      Array.from({ length: 2000 }, () => ({ width: 600, height: 800 })),
      10,
    )
    expect(pagesBetween(layout, 810 * 1000, 900, 0)).toEqual({ first: 999, last: 1001 })
    expect(mostSeen(layout, 810 * 1000 + 300, 900)).toBe(1000)
    expect(mostSeen(layout, 810 * 1000 + 500, 900)).toBe(1001)
    expect(pagesBetween(layOutPages([], 10), 0, 900, 0)).toEqual({ first: 0, last: -1 })
  })
})

describe('the zoom', () => {
  const a4 = { width: 595, height: 842 }
  const frame = { width: 1230, height: 900 }

  test('fits the width, the whole page, or is as asked for', () => {
    expect(scaleOf('width', a4, frame, 20)).toBeCloseTo(2)
    expect(scaleOf('page', a4, frame, 20)).toBeCloseTo(860 / 842)
    expect(scaleOf(1.5, a4, frame, 20)).toBe(1.5)
  })

  test('by itself is no larger than is comfortable to read', () => {
    expect(formatScale(scaleOf('automatic', a4, { width: 3000, height: 900 }, 20))).toBe('130%')
    expect(scaleOf('automatic', a4, { width: 360, height: 700 }, 8)).toBeCloseTo(344 / 595)
  })

  test('one odd sheet among many does not set the size', () => {
    expect(usualSize([a4, { width: 2384, height: 3370 }, a4])).toEqual(a4)
    expect(usualSize([{ width: 0, height: 0 }])).toEqual(a4)
  })

  test('a document too long for the browser at that size is shown smaller', () => {
    expect(scaleOf(4, a4, frame, 20, 842 * 20_000)).toBeLessThan(2)
  })

  test('steps are the usual percentages, up and down', () => {
    expect(formatScale(stepScale(cssPixelsPerPoint, 1))).toBe('110%')
    expect(formatScale(stepScale(cssPixelsPerPoint, -1))).toBe('90%')
    expect(formatScale(stepScale(1.13 * cssPixelsPerPoint, 1))).toBe('125%')
    expect(formatScale(stepScale(5 * cssPixelsPerPoint, 1))).toBe('500%')
    expect(formatScale(stepScale(0.1 * cssPixelsPerPoint, -1))).toBe('10%')
  })
})
