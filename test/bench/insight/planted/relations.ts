/** Patterns planted between columns: dependence of every form, turned by a third column, or exact. */
import {
  beside,
  drawn,
  graded,
  groups,
  inRows,
  made,
  type PlantedKind,
  pick,
  sign,
  sized,
  spelled,
  thereOrNot,
  written,
} from './plant.ts'

export const betweenColumns = {
  correlation: {
    effects: graded,
    sizes: sized,
    noises: inRows,
    plant(random, effect, n, noise) {
      const direction = sign(random)
      const rho = Math.min(0.95, 0.3 * effect)
      const x = drawn(random, n, noise)
      const y = drawn(random, n, noise).map(
        (value, index) => direction * rho * (x[index] ?? 0) + Math.sqrt(1 - rho * rho) * value,
      )
      const columns = { dose: written(x.map((v) => 50 + 6 * v)), response: written(y.map((v) => 80 + 9 * v)) }
      return {
        columns: { ...columns, ...beside(random, n) },
        types: ['correlation', 'nonlinear_dependence'],
        about: ['dose', 'response'],
        direction: spelled(direction),
      }
    },
  },
  nonlinear_dependence: {
    effects: thereOrNot,
    sizes: sized,
    noises: inRows,
    plant(random, effect, n, noise) {
      const angle = made(n, () => 6 * random.uniform() - 3)
      const around = drawn(random, n, noise)
      const force = angle.map((value, index) => 12 + 2 * (around[index] ?? 0) + effect * value ** 2)
      return {
        columns: { angle: written(angle, 3), force: written(force, 3), ...beside(random, n) },
        types: ['nonlinear_dependence'],
        about: ['angle', 'force'],
      }
    },
  },
  simpson_reversal: {
    effects: thereOrNot,
    sizes: sized,
    noises: inRows,
    plant(random, effect, n, noise) {
      const batch = pick(random, n, groups.slice(0, 4))
      const around = drawn(random, n, noise)
      const own = drawn(random, n, 'normal')
      const [dose, response]: [number[], number[]] = [[], []]
      for (const [index, one] of batch.entries()) {
        const level = groups.indexOf(one as (typeof groups)[number]) * effect
        dose.push(20 + 3 * ((own[index] ?? 0) + 1.5 * level))
        response.push(70 + 4 * ((around[index] ?? 0) - 0.6 * effect * (own[index] ?? 0) + 1.8 * level))
      }
      return {
        columns: { batch, dose: written(dose), response: written(response) },
        types: ['simpson_reversal'],
        about: ['dose', 'response', 'batch'],
      }
    },
  },
  key_drivers: {
    effects: thereOrNot,
    sizes: sized.slice(1),
    noises: inRows,
    plant(random, effect, n, noise) {
      const inputs = made(5, () => drawn(random, n, 'normal'))
      const at = (which: number, index: number): number => inputs[which]?.[index] ?? 0
      const yields = drawn(random, n, noise).map(
        (value, index) => 30 + 4 * (value + effect * (0.9 * at(0, index) + 0.7 * Math.max(0, at(1, index)))),
      )
      const columns = Object.fromEntries(
        inputs.map((values, index) => [['acid', 'salt', 'sugar', 'starch', 'fat'][index] ?? '', written(values, 3)]),
      )
      return {
        columns: { ...columns, score: written(yields, 3) },
        types: ['key_drivers'],
        about: ['score', 'acid'],
      }
    },
  },
  derived_column: {
    effects: thereOrNot,
    sizes: sized,
    noises: ['normal'],
    fact: true,
    plant(random, effect, n) {
      const quantity = made(n, () => 1 + random.integer(20))
      const price = written(made(n, () => 5 + 40 * random.uniform()))
      const amount = quantity.map((one, index) =>
        effect > 0 ? one * (price[index] ?? 0) : 20 + 400 * random.uniform(),
      )
      return {
        columns: { quantity, price, amount: written(amount), ...beside(random, n) },
        types: ['derived_column'],
        about: ['amount'],
      }
    },
  },
  cluster: {
    effects: thereOrNot,
    sizes: sized.slice(1),
    noises: ['normal', 'lognormal'],
    plant(random, effect, n, noise) {
      const kind = made(n, () => random.integer(3))
      const centres = [
        [0, 0, 0],
        [3, 3, -1],
        [-1, 3, 3],
      ]
      const column = (which: number): number[] =>
        written(
          drawn(random, n, noise).map(
            (value, index) => 10 + 0.7 * value + (effect / 2) * 1.5 * (centres[kind[index] ?? 0]?.[which] ?? 0),
          ),
        )
      return {
        columns: { length: column(0), width: column(1), depth: column(2) },
        types: ['cluster'],
        about: ['length', 'width', 'depth'],
      }
    },
  },
} as const satisfies Record<string, PlantedKind>
