/** Peaks, spread, evenness and the form of a dependence, against linear programs, R, scipy and simulation. */
import { describe, expect, it } from 'vitest'
import { chatterjeeXi } from '../../../../../src/workers/analysis/statistics/chatterjee-xi.ts'
import { curveForm } from '../../../../../src/workers/analysis/statistics/curve-form.ts'
import { dipP } from '../../../../../src/workers/analysis/statistics/dip-p.ts'
import { evennessEquivalence } from '../../../../../src/workers/analysis/statistics/evenness-equivalence.ts'
import { hartiganDip } from '../../../../../src/workers/analysis/statistics/hartigan-dip.ts'
import { deepestValley, kernelDensity } from '../../../../../src/workers/analysis/statistics/kernel-density.ts'
import { seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'
import { spreadRatio } from '../../../../../src/workers/analysis/statistics/spread-ratio.ts'

/** Quality of 63 statisticians' faculties, the example of R's package diptest. */
const statisticians = [
  30, 33, 35, 36, 37, 37, 37, 39, 39, 39, 39, 39, 40, 40, 40, 40, 41, 42, 43, 43, 43, 44, 44, 45, 45, 46, 47, 47, 48,
  48, 48, 49, 50, 50, 51, 52, 52, 53, 53, 53, 53, 53, 54, 54, 57, 57, 59, 60, 60, 60, 61, 61, 61, 61, 62, 62, 62, 62,
  63, 66, 70, 72, 72,
]
const normals = (n: number, seed: number) => {
  const random = seededRandom(seed)
  return Float64Array.from({ length: n }, () => random.normal())
}

describe("Hartigan's dip", () => {
  it.each([
    [[4.0, 0.0, 1.0, 1.0, 1.0], 0.1],
    [[2.43, 2.55, 2.78, 0.98, -0.23, -0.87, 3.32, 0.23], 0.109848484848],
    [[-0.35, -0.28, -0.67, -1.06, -0.39, 0.48, -0.24, 0.96, -0.2, 0.02, 1.55, 0.55], 0.072327044025],
    [[7.0, 3.0, 4.0, 3.0, 8.0, 6.0, 6.0, 4.0, 5.0, 4.0, 4.0, 2.0, 0.0, 1.0, 4.0, 3.0, 2.0, 1.0, 0.0, 3.0], 0.1],
    [[0.88, 0.58, 0.09, 0.67, -2.83], 0.1],
    [[4.02, 2.04, 1.33, 3.28, 0.7, -0.44, -1.08, 0.03], 0.078282828283],
    [[3.0, 1.0, 5.0, 2.0, 0.0, 3.0, 5.0, 3.0, 2.0, 5.0, 2.0, 2.0], 0.125],
    [
      [
        2.07, 3.58, 3.58, 2.79, 2.22, 3.23, 0.51, 3.69, 3.49, 1.36, 0.06, -0.96, 0.76, -2.03, -0.91, 0.71, 1.16, -2.16,
        -0.5, 0.33,
      ],
      0.072476340694,
    ],
  ])('of %o is that of a linear program over all single-peaked distributions', (values, dip) => {
    expect(hartiganDip(values)?.dip).toBeCloseTo(dip, 9)
  })

  it('of the statisticians is the published .0595, with p about .087', () => {
    const dip = hartiganDip(statisticians)?.dip ?? 0
    expect(dip).toBeCloseTo(0.05952381, 8)
    expect(dipP(dip, 63)).toBeGreaterThan(0.075)
    expect(dipP(dip, 63)).toBeLessThan(0.1)
  })

  it('is 1/4 for two equal heaps, 1/(2n) for even steps, and nothing for nothing', () => {
    expect(hartiganDip([0, 0, 0, 1, 1, 1])?.dip).toBeCloseTo(0.25, 12)
    expect(hartiganDip(Array.from({ length: 50 }, (_, index) => index))?.dip).toBeCloseTo(0.01, 12)
    expect(hartiganDip([1, 1, 1, 1])).toBeNull()
    expect(hartiganDip([])).toBeNull()
  })

  it('has p about uniform for flat values, never small for a normal, and tiny for two peaks', () => {
    const random = seededRandom(31)
    let small = 0
    for (let run = 0; run < 400; run++) {
      const flat = Float64Array.from({ length: 150 }, () => random.uniform())
      if (dipP(hartiganDip(flat)?.dip ?? 0, 150) <= 0.05) small++
    }
    expect(small / 400).toBeGreaterThan(0.025)
    expect(small / 400).toBeLessThan(0.08)
    expect(dipP(hartiganDip(normals(20_000, 3))?.dip ?? 0, 20_000)).toBeGreaterThan(0.5)
    const two = normals(1000, 4).map((value, index) => value + (index % 2 === 0 ? 4 : 0))
    expect(dipP(hartiganDip(two)?.dip ?? 0, 1000)).toBeLessThan(1e-8)
  })

  it('has p that falls as the dip grows, across the joints of its table', () => {
    for (const n of [5, 63, 700, 1e5]) {
      let before = 1
      for (let dip = 0.001; dip < 0.25; dip += 0.001) {
        const p = dipP(dip, n)
        expect(p).toBeLessThanOrEqual(before)
        before = p
      }
    }
  })
})

describe('kernel density', () => {
  it('has area 1, the bandwidth of `bw.nrd0` of R, and no valley in a normal', () => {
    const density = kernelDensity(statisticians)
    const step = (density?.places[1] ?? 0) - (density?.places[0] ?? 0)
    expect(Array.from(density?.density ?? []).reduce((sum, value) => sum + value * step, 0)).toBeCloseTo(1, 3)
    // .9 · min(sd, IQR/1.34) · 63^(−1/5), computed by numpy.
    expect(density?.bandwidth).toBeCloseTo(4.02350435, 6)
    const smooth = kernelDensity(normals(20_000, 5))
    expect(smooth === null ? null : (deepestValley(smooth)?.depth ?? 0)).toBeLessThan(0.02)
    expect(kernelDensity([1])).toBeNull()
    expect(kernelDensity([2, 2, 2])).toBeNull()
  })

  it('finds the valley between two peaks, and how deep it is', () => {
    const two = normals(20_000, 6).map((value, index) => value + (index % 2 === 0 ? 0 : 4))
    const density = kernelDensity(two)
    const valley = density === null ? null : deepestValley(density)
    expect(valley?.place).toBeCloseTo(2, 0)
    expect(valley?.leftPeak).toBeCloseTo(0, 0)
    expect(valley?.rightPeak).toBeCloseTo(4, 0)
    // Exact density: 1 − 2·φ(2)/(φ(0) + φ(4)) = .73; smoothing fills it a little.
    expect(valley?.depth).toBeGreaterThan(0.6)
    expect(valley?.depth).toBeLessThan(0.75)
  })
})

describe("Chatterjee's ξ", () => {
  it('is that of scipy, with and without ties', () => {
    const x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    const tied = chatterjeeXi(x, [3, 1, 4, 1, 5, 9, 2, 6, 5, 3])
    expect(tied?.xi).toBeCloseTo(-0.15384615384615374, 13)
    expect(tied?.p).toBeCloseTo(0.7604790869425748, 12)
    const parabola = Array.from({ length: 40 }, (_, index) => -1 + (2 * index) / 39)
    const bent = chatterjeeXi(
      parabola,
      parabola.map((value) => value * value + 0.01 * Math.sin(37 * value)),
    )
    expect(bent?.xi).toBeCloseTo(0.848030018761726, 12)
    expect(bent?.p).toBeLessThan(1e-15)
  })

  it('has p about uniform under independence, also with many ties on both sides', () => {
    const random = seededRandom(8)
    let small = 0
    for (let run = 0; run < 400; run++) {
      const x = Float64Array.from({ length: 200 }, () => random.integer(5))
      const y = Float64Array.from({ length: 200 }, () => random.integer(4))
      if ((chatterjeeXi(x, y, run)?.p ?? 0) <= 0.05) small++
    }
    expect(small / 400).toBeGreaterThan(0.02)
    expect(small / 400).toBeLessThan(0.085)
    expect(chatterjeeXi([1, 2, 3, 4], [1, 1, 1, 1])).toBeNull()
  })
})

describe('the form of a dependence', () => {
  const n = 1500
  const form = (shape: (x: number) => number, seed: number) => {
    const random = seededRandom(seed)
    const x = Float64Array.from({ length: n }, () => 10 * random.uniform())
    return curveForm(
      x,
      x.map((value) => shape(value) + random.normal()),
    )
  }

  it.each([
    ['none', () => 0],
    ['straight', (x: number) => 0.5 * x],
    ['levelling off', (x: number) => 6 * (1 - Math.exp(-0.7 * x))],
    ['accelerating', (x: number) => 6 * Math.exp(0.7 * (x - 10))],
    ['threshold', (x: number) => Math.max(0, x - 6)],
    ['plateau', (x: number) => Math.min(4, x)],
    ['step', (x: number) => (x > 4 ? 3 : 0)],
    ['valley', (x: number) => 0.2 * (x - 5) ** 2],
    ['peak', (x: number) => -0.2 * (x - 6) ** 2],
  ] as const)('is told: %s', (name, shape) => {
    let right = 0
    for (let seed = 1; seed <= 10; seed++) if (form(shape, seed)?.best.form === name) right++
    expect(right).toBeGreaterThanOrEqual(8)
  })

  it('has its place where it is, its direction, and a p', () => {
    const threshold = form((x) => Math.max(0, x - 6), 3)
    expect(threshold?.best.place).toBeCloseTo(6, -0.3)
    expect(threshold?.best.direction).toBe(1)
    expect(threshold?.p).toBeLessThan(1e-20)
    expect(form((x) => -0.5 * x, 3)?.best.direction).toBe(-1)
    expect(form(() => 0, 3)?.p).toBeGreaterThan(0.01)
    expect(curveForm([1, 2, 3], [1, 2, 3])).toBeNull()
    expect(curveForm(new Float64Array(100), normals(100, 1))).toBeNull()
  })
})

describe('the ratio of two spreads', () => {
  it('holds the true ratio about 95 times of 100, also for skewed values', () => {
    const random = seededRandom(14)
    let held = 0
    for (let run = 0; run < 1000; run++) {
      const left = Float64Array.from({ length: 60 }, () => -3 * Math.log(1 - random.uniform()))
      const right = Float64Array.from({ length: 80 }, () => -2 * Math.log(1 - random.uniform()))
      const result = spreadRatio(left, right)
      if (result !== null && result.low <= 1.5 && result.high >= 1.5) held++
    }
    expect(held / 1000).toBeGreaterThan(0.925)
    expect(held / 1000).toBeLessThan(0.975)
  })

  it('is exact for scaled values, and null without spread', () => {
    const values = [1, 2, 4, 8, 16, 3]
    const result = spreadRatio(
      values.map((value) => 3 * value + 7),
      values,
    )
    expect(result?.ratio).toBeCloseTo(3, 12)
    expect(spreadRatio(values, [1, 1, 1, 1])).toBeNull()
    expect(spreadRatio(values, [1, 2])).toBeNull()
  })
})

describe('evenness', () => {
  it('is shown by many equal counts, not by few, and not where one lies outside', () => {
    expect(evennessEquivalence([2500, 2510, 2490, 2500])?.p).toBeLessThan(1e-6)
    expect(evennessEquivalence([5, 5, 5, 5])?.p).toBeGreaterThan(0.2)
    expect(evennessEquivalence([3400, 2300, 2200, 2100])?.p).toBeGreaterThan(0.5)
    expect(evennessEquivalence([5])).toBeNull()
    expect(evennessEquivalence([0, 0])).toBeNull()
  })

  it('is held back at the edge of the tolerance about 95 times of 100', () => {
    const random = seededRandom(3)
    let shown = 0
    for (let run = 0; run < 1000; run++) {
      let first = 0
      for (let row = 0; row < 400; row++) if (random.uniform() < 0.625) first++
      if ((evennessEquivalence([first, 400 - first])?.p ?? 1) <= 0.05) shown++
    }
    expect(shown / 1000).toBeGreaterThan(0.025)
    expect(shown / 1000).toBeLessThan(0.07)
  })
})
