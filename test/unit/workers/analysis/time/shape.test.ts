/** The shape of a series, as planted in noise of several kinds, and of series of the literature. */
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'
import { largestShift } from '../../../../../src/workers/analysis/time/level-shift.ts'
import { seriesShape } from '../../../../../src/workers/analysis/time/shape.ts'
import { largestBend } from '../../../../../src/workers/analysis/time/slope-break.ts'
import { type Planted, plantedSeries, type SeriesNoise } from '../../../../support/planted-series.ts'
import { nile } from '../statistics/known-series.ts'

const lengths = [72, 120, 200, 365] as const

/** Kinds of shape found in `runs` series of every length. */
function kindsOf(what: Planted, noise: SeriesNoise, runs = 4) {
  const found = lengths.flatMap((n) =>
    Array.from({ length: runs }, (_, seed) => {
      const planted = plantedSeries(what, noise, n, seed)
      const shape = seriesShape(planted.values, null)
      const places = shape !== null && 'places' in shape ? shape.places : []
      const near = places.some((place) => Math.abs(place - planted.place) <= Math.max(4, 0.1 * n))
      return { kind: shape?.kind, near }
    }),
  )
  const share = (wanted: (one: (typeof found)[number]) => boolean): number => found.filter(wanted).length / found.length
  return { share, of: (kind: string): number => share((one) => one.kind === kind) }
}

const yearly = (values: ArrayLike<number>) => ({
  values: Float64Array.from(values),
  starts: Array.from(values, (_, index) => `${1871 + index}-01-01`),
  unit: 'year' as const,
})

describe('the shape of a series', () => {
  it.each(['normal', 'lognormal', 't3', 'AR(.6)'] as const)('in %s noise is found as it was planted', (noise) => {
    const least = noise === 'AR(.6)' ? 0.8 : 0.85
    const step = kindsOf('step', noise)
    expect(step.share(({ kind, near }) => kind === 'steps' && near)).toBeGreaterThanOrEqual(least)
    expect(kindsOf('peak', noise).of('bends')).toBeGreaterThanOrEqual(least)
    expect(kindsOf('line', noise).of('course')).toBeGreaterThanOrEqual(least)
  })

  it('may be a line as well where dependent noise makes steps of one, and is not where a step is clear', () => {
    const steps = (what: Planted, noise: SeriesNoise) =>
      lengths
        .flatMap((n) =>
          Array.from({ length: 10 }, (_, seed) => seriesShape(plantedSeries(what, noise, n, seed).values, null)),
        )
        .filter((shape) => shape?.kind === 'steps')
    const ofLines = steps('line', 'AR(.6)')
    expect(ofLines.length).toBeGreaterThan(3)
    expect(ofLines.filter((shape) => shape.orCourse).length).toBeGreaterThanOrEqual(0.8 * ofLines.length)
    const ofSteps = steps('step', 'normal')
    expect(ofSteps.filter((shape) => shape.orCourse).length).toBeLessThanOrEqual(0.1 * ofSteps.length)
  })

  it('bends where it was bent', () => {
    expect(kindsOf('bend', 'normal').share(({ kind, near }) => kind === 'bends' && near)).toBeGreaterThanOrEqual(0.8)
  })

  it('may bend as well where a curve describes the bend, and does not where a line is straight or a curve is plain', () => {
    const curves = (what: Planted) =>
      [72, 120].flatMap((n) =>
        Array.from({ length: 40 }, (_, seed) => {
          const { values, place } = plantedSeries(what, 'normal', n, seed)
          const shape = seriesShape(values, null)
          if (shape?.kind !== 'course') return []
          return [{ course: shape.course, off: shape.orBend === null ? null : (shape.orBend.places[0] ?? 0) - place }]
        }),
      )
    const ofBends = curves('bend')
      .flat()
      .filter(({ course }) => course !== 'steady')
    expect(ofBends.length).toBeGreaterThan(3)
    expect(ofBends.filter(({ off }) => off !== null && Math.abs(off) <= 12).length).toBeGreaterThanOrEqual(
      0.8 * ofBends.length,
    )
    const ofLines = curves('line').flat()
    expect(ofLines.filter(({ off }) => off !== null).length).toBeLessThanOrEqual(0.05 * ofLines.length)
    const random = seededRandom(4)
    const growing = Float64Array.from({ length: 120 }, (_, index) => 100 * Math.exp(index / 30) + random.normal())
    expect(seriesShape(growing, null)).toMatchObject({ kind: 'course', course: 'accelerating', orBend: null })
  })

  it.each(['normal', 'lognormal', 't3', 'AR(.6)', 'AR(.9)', 'walk'] as const)('has no change in %s noise', (noise) => {
    const { of } = kindsOf('nothing', noise, 6)
    expect(of('steps') + of('bends')).toBeLessThanOrEqual(noise === 'walk' ? 0.15 : 0.1)
  })

  it('is not bent by a single wild value', () => {
    const { values } = plantedSeries('line', 'normal', 364, 5)
    values[200] = (values[200] ?? 0) + 80
    expect(seriesShape(values, null)).toMatchObject({ kind: 'course', course: 'steady' })
  })

  it('is found in logarithms where growth and scatter go in proportion to the level', () => {
    const { values } = plantedSeries('line', 'normal', 120, 5)
    const growing = values.map((value, index) => Math.exp(0.02 * index + value / 100))
    expect(seriesShape(growing, null)).toMatchObject({ kind: 'course', course: 'accelerating', proportional: true })
  })

  it('is null of what is too short or never changes', () => {
    expect(
      seriesShape(
        new Float64Array(23).map((_, index) => index),
        null,
      ),
    ).toBeNull()
    expect(seriesShape(new Float64Array(40).fill(3), null)).toBeNull()
  })

  it('of the Nile is one step in 1899, with no trend in either part', () => {
    const shape = seriesShape(Float64Array.from(nile), null)
    const shift = largestShift(yearly(nile), shape)
    expect(shift?.place).toBe(28)
    expect(shift?.before).toBeCloseTo(1097.75, 6)
    expect(shift?.after).toBeCloseTo(849.9722, 3)
    expect(shift?.trendWithin).toBeGreaterThan(0.05)
    expect(shape?.kind === 'steps' ? shape.p : 1).toBeLessThan(1e-4)
  })

  it('names what a bent series does before and after, in values that were observed', () => {
    const { values, direction } = plantedSeries('peak', 'normal', 120, 3)
    const series = yearly(values)
    const bend = largestBend(series, null, seriesShape(values, null))
    expect([bend?.moveBefore, bend?.moveAfter]).toEqual(direction > 0 ? ['rose', 'fell'] : ['fell', 'rose'])
    for (const level of [bend?.from, bend?.at, bend?.to]) {
      expect(level).toBeGreaterThan(Math.min(...values))
      expect(level).toBeLessThan(Math.max(...values))
    }
  })

  it('tells a rounded peak from its foot to what followed, not from the bend next to it', () => {
    // Rises to 136 in forty steps, pauses for six, then falls: two bends next to each other, one turn.
    const values = Float64Array.from({ length: 90 }, (_, index) => {
      const course = 100 + 0.9 * Math.min(index, 40) + 0.3 * Math.min(6, Math.max(0, index - 40))
      return course - 1.3 * Math.max(0, index - 46) + 0.2 * Math.sin(index * 2.3)
    })
    const bend = largestBend(yearly(values), null, seriesShape(values, null))
    expect([bend?.moveBefore, bend?.moveAfter]).toEqual(['rose', 'fell'])
    expect(bend).toMatchObject({ start: 0, end: 89 })
    expect(bend?.from).toBeLessThan(106)
    expect(bend?.to).toBeLessThan(88)
  })

  it('does not call a short steep part level because a long one moved further', () => {
    const values = Float64Array.from({ length: 100 }, (_, index) => {
      const course = index < 30 ? 50 : index < 42 ? 50 + 1.5 * (index - 30) : 68 - 1.6 * (index - 42)
      return course + 0.2 * Math.sin(index * 2.3)
    })
    const bend = largestBend(yearly(values), null, seriesShape(values, null))
    expect([bend?.moveBefore, bend?.moveAfter]).toEqual(['rose', 'fell'])
  })
})
