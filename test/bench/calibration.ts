/**
 * How often each inferential test cries wolf: false positives on data with nothing in it, by kind of noise.
 * Run: `node scripts/node24.cjs test/bench/calibration.ts [repetitions]` (default 400; the 95 % margin of a rate near
 * 5 % is then about ± 2 points).
 */
import { controlMultiplicity, type TestFamily } from '../../src/workers/analysis/control.ts'
import { spearman } from '../../src/workers/analysis/statistics/correlation.ts'
import { moments } from '../../src/workers/analysis/statistics/moments.ts'
import type { SeededRandom } from '../../src/workers/analysis/statistics/seeded-random.ts'
import { seededRandom } from '../../src/workers/analysis/statistics/seeded-random.ts'
import { welchAnova } from '../../src/workers/analysis/statistics/welch-anova.ts'
import { seasonality } from '../../src/workers/analysis/time/seasonality.ts'
import type { RegularSeries, SeriesUnit } from '../../src/workers/analysis/time/series.ts'
import { timeOutliers } from '../../src/workers/analysis/time/time-outliers.ts'
import { trend } from '../../src/workers/analysis/time/trend.ts'

const repetitions = Number(process.argv[2] ?? 400)
const print = (line: string) => process.stdout.write(`${line}\n`)
const percent = (count: number, of: number) => `${((100 * count) / of).toFixed(1)} %`.padStart(8)

type Noise = (random: SeededRandom, length: number) => Float64Array

const draw =
  (one: (random: SeededRandom) => number): Noise =>
  (random, length) =>
    Float64Array.from({ length }, () => one(random))

/** An autoregression of order one after 200 steps of its own past. */
const autoregressive =
  (coefficient: number, one = (random: SeededRandom) => random.normal()): Noise =>
  (random, length) => {
    let value = 0
    const step = () => {
      value = coefficient * value + one(random)
      return value
    }
    for (let past = 0; past < 200; past++) step()
    return Float64Array.from({ length }, step)
  }

function studentT3(random: SeededRandom): number {
  const chi = random.normal() ** 2 + random.normal() ** 2 + random.normal() ** 2
  return random.normal() / Math.sqrt(chi / 3)
}

const randomWalk: Noise = (random, length) => {
  let value = 0
  return Float64Array.from({ length }, () => {
    value += random.normal()
    return value
  })
}

export const noises = {
  white: draw((random) => random.normal()),
  'AR(0.6)': autoregressive(0.6),
  'AR(0.9)': autoregressive(0.9),
  t3: draw(studentT3),
  lognormal: draw((random) => Math.exp(random.normal())),
  'AR(0.6) t3': autoregressive(0.6, studentT3),
  'random walk': randomWalk,
} as const satisfies Record<string, Noise>

const grids: readonly { readonly unit: SeriesUnit; readonly length: number; readonly period: number | null }[] = [
  { unit: 'month', length: 24, period: null },
  { unit: 'month', length: 48, period: 12 },
  { unit: 'month', length: 120, period: 12 },
  { unit: 'day', length: 365, period: 7 },
]

function timeTable(): void {
  for (const { unit, length, period } of grids) {
    print(
      `\n${length} ${unit}s, ${repetitions} series each: p ≤ .05, and all gates passed (p ≤ .05; time outliers: any)`,
    )
    print(`${'noise'.padEnd(13)}   trend  gated | season  gated | outlier p≤.05  p≤.01  named`)
    for (const [name, noise] of Object.entries(noises)) {
      const counts = { trend: 0, trendGated: 0, season: 0, seasonGated: 0, outlier5: 0, outlier1: 0, named: 0 }
      for (let repetition = 0; repetition < repetitions; repetition++) {
        const random = seededRandom(repetition + 1000 * length)
        const series: RegularSeries = { starts: [], values: noise(random, length).map((value) => 20 + value), unit }
        const line = trend(series, period)
        const season = seasonality(series)
        const outliers = timeOutliers(series, period)
        if (line.p <= 0.05) counts.trend++
        if (line.p <= 0.05 && line.gate) counts.trendGated++
        if (season.p <= 0.05) counts.season++
        if (season.found !== null) counts.seasonGated++
        if (outliers.p <= 0.05) counts.outlier5++
        if (outliers.p <= 0.01) counts.outlier1++
        if (outliers.outliers.length > 0) counts.named++
      }
      const rate = (count: number) => percent(count, repetitions)
      print(
        `${name.padEnd(13)}${rate(counts.trend)}${rate(counts.trendGated)}|${rate(counts.season)}${rate(counts.seasonGated)}` +
          `|${rate(counts.outlier5)}${rate(counts.outlier1)}${rate(counts.named)}`,
      )
    }
  }
}

function crossTable(): void {
  print(`\nRows, ${repetitions} tables each: p ≤ .05`)
  print(`${'noise'.padEnd(13)}  Spearman n=40  n=1000 | Welch 5 groups of 10  of 100, sd 1:1:1:3:3`)
  const independent = ['white', 't3', 'lognormal'] as const
  for (const name of independent) {
    const noise = noises[name]
    const counts = { few: 0, many: 0, small: 0, large: 0 }
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const random = seededRandom(77_000 + repetition)
      const correlates = (n: number) => (spearman(noise(random, n), noise(random, n))?.p ?? 1) <= 0.05
      const differs = (n: number) => {
        const groups = [1, 1, 1, 3, 3].map((sd) => {
          const summary = moments(noise(random, n))
          const expected = name === 'lognormal' ? Math.exp(0.5) : 0
          return { n, mean: sd * ((summary?.mean ?? 0) - expected), variance: sd * sd * (summary?.variance ?? 0) }
        })
        return (welchAnova(groups)?.p ?? 1) <= 0.05
      }
      if (correlates(40)) counts.few++
      if (correlates(1000)) counts.many++
      if (differs(10)) counts.small++
      if (differs(100)) counts.large++
    }
    const rate = (count: number) => percent(count, repetitions)
    print(`${name.padEnd(13)}${rate(counts.few)}${rate(counts.many)} |${rate(counts.small)}${rate(counts.large)}`)
  }
}

/** Twelve families of unlike size; in the planted kind, three of them hold effects of 3.5 standard errors on average. */
export function mixedFamilies(random: SeededRandom, planted: boolean, p: (z: number) => number): TestFamily[] {
  const sizes = [200, 120, 90, 60, 40, 30, 25, 20, 15, 10, 6, 4]
  return sizes.map((count, family) => ({
    name: `family ${family}`,
    count,
    tests: Array.from({ length: count }, (_, test) => {
      const real = planted && family % 4 === 1 && test < count / 4
      return { id: `${family}/${test}${real ? ' real' : ''}`, p: p(random.normal() + (real ? 3.5 : 0)) }
    }),
  }))
}

function controlTable(p: (z: number) => number): void {
  const rounds = Math.max(1000, repetitions)
  let anyOnNoise = 0
  let uncontrolled = 0
  let falseShare = 0
  let found = 0
  let real = 0
  for (let round = 0; round < rounds; round++) {
    const random = seededRandom(round + 1)
    const noise = mixedFamilies(random, false, p)
    if ([...controlMultiplicity(noise).tests.values()].some((test) => test.kept)) anyOnNoise++
    if (noise.some((family) => family.tests.some((test) => test.p <= 0.05))) uncontrolled++
    const mixed = [...controlMultiplicity(mixedFamilies(random, true, p)).tests]
    const kept = mixed.filter(([, test]) => test.kept)
    const wrong = kept.filter(([id]) => !id.endsWith('real')).length
    falseShare += kept.length === 0 ? 0 : wrong / kept.length
    found += kept.length - wrong
    real += mixed.filter(([id]) => id.endsWith('real')).length
  }
  print(`\nMultiplicity control, 620 tests in 12 families, ${rounds} rounds`)
  print(
    `any finding on pure noise   ${percent(anyOnNoise, rounds)}  (without control ${percent(uncontrolled, rounds)})`,
  )
  print(`false share of findings     ${percent(falseShare, rounds)}  power ${percent(found, real)}`)
}

if (import.meta.main) {
  const { normalTwoSidedP } = await import('../../src/workers/analysis/statistics/normal-distribution.ts')
  controlTable(normalTwoSidedP)
  crossTable()
  timeTable()
}
