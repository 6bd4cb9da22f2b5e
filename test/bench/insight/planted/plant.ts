/** What a generator of planted tables is, and the draws that all of them share. */

import type { InsightType } from '../../../../src/shared/story/insight.ts'
import type { SeededRandom } from '../../../../src/workers/analysis/statistics/seeded-random.ts'

export const noises = ['normal', 'lognormal', 't3', 'AR(.6)'] as const
export type Noise = (typeof noises)[number]

export type Values = readonly (number | string | null)[]

export interface PlantedTable {
  readonly columns: Readonly<Record<string, Values>>
  /** Any of these types says it. */
  readonly types: readonly InsightType[]
  readonly about: readonly string[]
  readonly direction?: 'up' | 'down'
  /** A category, or the index of a day with how many days off is still right. */
  readonly place?: string | { readonly day: number; readonly within: number }
}

/** Which of the tables of a kind. `effect` in multiples of the gate, `n` in rows. */
export interface Planting {
  readonly effect: number
  readonly noise: Noise
  readonly n: number
}

export interface PlantedKind {
  /** Sizes as multiples of the gate that mean anything for the kind; 0 is a table without the pattern. */
  readonly effects: readonly number[]
  /** Rows. */
  readonly sizes: readonly number[]
  readonly noises: readonly Noise[]
  /** Facts and notes on quality are no findings: of them, nothing at all may be said where nothing was planted. */
  readonly fact?: true
  /** Share of such tables in which a test that knew the noise would find it; see where it is given. */
  provable?(planting: Planting): number
  plant(random: SeededRandom, effect: number, n: number, noise: Noise): PlantedTable
}

export const groups = ['Ash', 'Birch', 'Cedar', 'Doum', 'Elm'] as const
export const sized = [400, 2000, 10_000] as const
export const lengths = [72, 180, 365] as const
export const graded = [0.5, 1, 2] as const
export const thereOrNot = [0, 2] as const
export const inRows = ['normal', 'lognormal', 't3'] as const

/** Draws of mean 0 and standard deviation 1, in the order of the rows. */
export function drawn(random: SeededRandom, n: number, noise: Noise): Float64Array {
  const shock = (): number => {
    switch (noise) {
      case 'lognormal': {
        const scale = Math.sqrt((Math.E - 1) * Math.E)
        return (Math.exp(random.normal()) - Math.exp(0.5)) / scale
      }
      case 't3': {
        const squares = random.normal() ** 2 + random.normal() ** 2 + random.normal() ** 2
        return random.normal() / Math.sqrt(squares)
      }
      default:
        return random.normal()
    }
  }
  let previous = shock()
  return new Float64Array(n).map(() => {
    previous = noise === 'AR(.6)' ? 0.6 * previous + 0.8 * shock() : shock()
    return previous
  })
}

export const pick = (random: SeededRandom, n: number, of: readonly string[]): string[] =>
  Array.from({ length: n }, () => of[random.integer(of.length)] ?? '')
export const sign = (random: SeededRandom): 1 | -1 => (random.uniform() < 0.5 ? -1 : 1)
export const spelled = (direction: 1 | -1): 'up' | 'down' => (direction > 0 ? 'up' : 'down')
export const written = (values: Iterable<number>, digits = 2): number[] =>
  [...values].map((value) => Number(value.toFixed(digits)))

/** `n` values of `at(index)`. */
export const made = <Value>(n: number, at: (index: number) => Value): Value[] =>
  Array.from({ length: n }, (_, index) => at(index))

/** One of `names` by weights, which need not add up to 1. */
export function weighted(random: SeededRandom, names: readonly string[], weights: readonly number[]): string {
  let left = random.uniform() * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [index, weight] of weights.entries()) {
    left -= weight
    if (left < 0) return names[index] ?? ''
  }
  return names.at(-1) ?? ''
}

/** `part` of `whole`, as printed. */
export const shareOf = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(2))

/** Columns that say nothing, beside what is planted. */
export const beside = (random: SeededRandom, n: number): Record<string, Values> => ({
  colour: pick(random, n, ['red', 'green', 'blue']),
  height: written(drawn(random, n, 'normal').map((value) => 170 + 9 * value)),
})

const firstDay = Date.UTC(2023, 0, 1)
export const days = (n: number): string[] =>
  made(n, (index) => new Date(firstDay + index * 86_400_000).toISOString().slice(0, 10))
export const months = (n: number): string[] =>
  made(n, (index) => new Date(Date.UTC(2015, index, 1)).toISOString().slice(0, 10))
/** The index in `days` of a date as evidence writes it. */
export const dayOf = (location: string): number => (Date.parse(location) - firstDay) / 86_400_000
