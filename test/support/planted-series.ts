/** Series with one pattern planted in noise, made from a seed. */
import { type SeededRandom, seededRandom } from '../../src/workers/analysis/statistics/seeded-random.ts'

export type SeriesNoise = 'normal' | 'lognormal' | 't3' | 'AR(.6)' | 'AR(.9)' | 'walk'
export type Planted = 'nothing' | 'line' | 'step' | 'bend' | 'peak' | 'spread'

/** Noise of a standard deviation of one; steps of one for the walk. */
function noiseOf(kind: SeriesNoise, n: number, random: SeededRandom): Float64Array {
  const logVariance = 0.36
  const shock = (): number => {
    if (kind === 'lognormal') {
      const size = Math.exp(random.normal() * Math.sqrt(logVariance)) - Math.exp(logVariance / 2)
      return size / Math.sqrt((Math.exp(logVariance) - 1) * Math.exp(logVariance))
    }
    if (kind === 't3') {
      const squares = random.normal() ** 2 + random.normal() ** 2 + random.normal() ** 2
      return random.normal() / Math.sqrt(squares)
    }
    return random.normal()
  }
  const memory = { normal: 0, lognormal: 0, t3: 0, 'AR(.6)': 0.6, 'AR(.9)': 0.9, walk: 1 }[kind]
  const size = memory < 1 ? Math.sqrt(1 - memory * memory) : 1
  let previous = memory < 1 ? shock() : 0
  return new Float64Array(n).map(() => {
    previous = memory * previous + size * shock()
    return previous
  })
}

export interface PlantedSeries {
  readonly values: Float64Array
  readonly place: number
  readonly direction: 1 | -1
}

/** Twice the gate of each pattern: a step of 2 sd, a rise of 4, a bend that leads 5 sd away, a spread of 3 times. */
export function plantedSeries(what: Planted, noise: SeriesNoise, n: number, seed: number): PlantedSeries {
  const random = seededRandom(seed * 7919 + n * 31 + noise.length * 977 + what.length)
  const around = noiseOf(noise, n, random)
  const direction = random.uniform() < 0.5 ? -1 : 1
  const place = Math.round(n * (0.3 + 0.4 * random.uniform()))
  const after = (index: number): number => Math.max(0, index - place) / (n - 1 - place)
  const sizes: Record<Planted, (index: number) => number> = {
    nothing: () => 0,
    line: (index) => (4 * index) / (n - 1),
    step: (index) => (index >= place ? 2 : 0),
    bend: (index) => 5 * after(index),
    peak: (index) => 5 * (Math.min(1, index / place) - after(index)),
    spread: () => 0,
  }
  const values = around.map((value, index) => {
    const scale = what === 'spread' && index >= place ? 3 : 1
    return 200 + 4 * (scale * value + direction * sizes[what](index))
  })
  return { values, place, direction }
}
