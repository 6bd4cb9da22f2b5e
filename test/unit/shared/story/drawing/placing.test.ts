import { describe, expect, it } from 'vitest'
import { clearPlace, spread } from '../../../../../src/shared/story/drawing/placing.ts'

const frame = { left: 0, right: 400, top: 0, bottom: 300 }
const size = { width: 80, height: 20 }

describe('the words beside a mark', () => {
  it('stand over it where nothing is there', () => {
    const line = [
      { x: 0, y: 150 },
      { x: 400, y: 150 },
    ]
    const place = clearPlace({ x: 200, y: 150 }, size, [line], frame)
    expect(place.x).toBe(200)
    expect(place.y).toBeLessThan(135)
  })

  it('stand aside of a line that falls steeply from it', () => {
    const line = [
      { x: 0, y: 20 },
      { x: 200, y: 20 },
      { x: 210, y: 290 },
      { x: 400, y: 290 },
    ]
    const place = clearPlace({ x: 200, y: 20 }, size, [line], frame)
    const covers = line.some(
      (spot) => Math.abs(spot.x - place.x) < size.width / 2 && Math.abs(spot.y - place.y) < size.height / 2,
    )
    expect(covers).toBe(false)
    // Neither does the fall itself, between two points, run through them.
    expect(Math.abs(place.x - 205)).toBeGreaterThan(size.width / 2)
  })

  it('stay within the plot', () => {
    const place = clearPlace({ x: 400, y: 0 }, size, [], frame)
    expect(place.x).toBeLessThanOrEqual(360)
    expect(place.y).toBeGreaterThanOrEqual(10)
  })
})

describe('labels at the ends of lines', () => {
  it('stay where they are when they are far enough apart', () => {
    expect(spread([10, 50, 90], 14, 0, 100)).toEqual([10, 50, 90])
  })

  it('give way to each other in their order', () => {
    const placed = spread([50, 50, 51, 20], 14, 0, 100)
    expect(placed[3]).toBe(20)
    const [first = 0, second = 0, third = 0] = placed
    expect(second - first).toBeCloseTo(14)
    expect(third - second).toBeCloseTo(14)
    expect(second).toBeCloseTo(50.33, 1)
  })

  it('stay within the plot', () => {
    expect(spread([99, 98, 97], 14, 0, 100)).toEqual([100, 86, 72])
  })
})
