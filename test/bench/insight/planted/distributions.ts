/** Patterns planted in how the values of one column lie. */
import { beside, drawn, made, type PlantedKind, sized, thereOrNot, written } from './plant.ts'

export const inDistributions = {
  multimodal: {
    effects: thereOrNot,
    sizes: sized.slice(0, 2),
    noises: ['normal'],
    plant(random, effect, n, noise) {
      const pulse = drawn(random, n, noise).map(
        (value) => 60 + 4 * (value + (random.uniform() < 0.5 ? 0 : 2.5 * effect)),
      )
      return {
        columns: { pulse: written(pulse, 1), ...beside(random, n) },
        types: ['multimodal', 'cluster'],
        about: ['pulse'],
      }
    },
  },
  skew: {
    effects: thereOrNot,
    sizes: sized,
    noises: ['normal'],
    fact: true,
    plant: (random, effect, n) => ({
      columns: {
        wait: written(
          made(n, () => (effect > 0 ? 10 * Math.exp(0.8 * random.normal()) : 60 + 8 * random.normal())),
          3,
        ),
        ...beside(random, n),
      },
      types: ['skew'],
      about: ['wait'],
    }),
  },
  zero_inflation: {
    effects: thereOrNot,
    sizes: sized,
    noises: ['normal'],
    fact: true,
    plant: (random, effect, n) => ({
      columns: {
        claims: written(
          made(n, () => (random.uniform() < 0.2 * effect ? 0 : 300 + 60 * Math.abs(random.normal()) + 40)),
          1,
        ),
        ...beside(random, n),
      },
      types: ['zero_inflation'],
      about: ['claims'],
    }),
  },
  unusual_values: {
    effects: thereOrNot,
    sizes: sized,
    noises: ['normal'],
    fact: true,
    plant(random, effect, n) {
      const odd = new Set(made(3, () => random.integer(n)))
      return {
        columns: {
          reading: written(
            drawn(random, n, 'normal').map(
              (value, index) => 100 + 6 * (odd.has(index) ? 7 * effect + value : Math.max(-3, Math.min(3, value))),
            ),
          ),
          ...beside(random, n),
        },
        types: ['unusual_values'],
        about: ['reading'],
        ...(effect > 0 ? { direction: 'up' as const } : {}),
      }
    },
  },
  heaping: {
    effects: thereOrNot,
    sizes: sized,
    noises: ['normal'],
    fact: true,
    plant: (random, effect, n) => ({
      columns: {
        estimate: made(n, () => {
          const value = 400 + 90 * random.normal()
          return random.uniform() < 0.3 * effect ? 50 * Math.round(value / 50) : Math.round(value)
        }),
        ...beside(random, n),
      },
      types: ['heaping'],
      about: ['estimate'],
    }),
  },
  benford: {
    effects: thereOrNot,
    sizes: sized.slice(1),
    noises: ['normal'],
    fact: true,
    plant: (random, effect, n) => ({
      columns: {
        // Amounts below a limit of approval at 500 and 5,000: too many that begin with a 4.
        invoice: written(
          made(n, () => {
            const value = 10 ** (4.5 * random.uniform())
            return random.uniform() < 0.15 * effect ? 10 ** random.integer(4) * (4 + random.uniform()) : value
          }),
        ),
        ...beside(random, n),
      },
      types: ['benford'],
      about: ['invoice'],
    }),
  },
  precision: {
    effects: thereOrNot,
    sizes: sized,
    noises: ['normal'],
    fact: true,
    plant: (random, effect, n) => ({
      columns: {
        gauge: made(n, (index) => Number((40 + 7 * random.normal()).toFixed(effect > 0 && index % 2 === 0 ? 0 : 2))),
        ...beside(random, n),
      },
      types: ['precision', 'heaping'],
      about: ['gauge'],
    }),
  },
} as const satisfies Record<string, PlantedKind>
