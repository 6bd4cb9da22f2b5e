/** Faults planted in a table: gaps, slips, codes, repeated rows. Notes on quality, there or not. */
import {
  beside,
  drawn,
  groups,
  made,
  type PlantedKind,
  type PlantedTable,
  pick,
  sized,
  thereOrNot,
  written,
} from './plant.ts'

const measure = (random: Parameters<PlantedKind['plant']>[0], n: number): number[] =>
  written(drawn(random, n, 'normal').map((value) => 24 + 5 * value))

/** A note on quality that is there (2) or not (0), in tables of 400 and 2,000 rows. */
const note = (
  plant: (random: Parameters<PlantedKind['plant']>[0], there: boolean, n: number) => PlantedTable,
): PlantedKind => ({
  effects: thereOrNot,
  sizes: sized.slice(0, 2),
  noises: ['normal'],
  fact: true,
  plant: (random, effect, n) => plant(random, effect > 0, n),
})

export const inQuality = {
  missing: note((random, there, n) => ({
    columns: {
      depth: measure(random, n).map((value) => (there && random.uniform() < 0.08 ? null : value)),
      ...beside(random, n),
    },
    types: ['missing', 'missing_pattern'],
    about: ['depth'],
  })),
  missing_pattern: note((random, there, n) => {
    const branch = pick(random, n, groups)
    const depth = measure(random, n).map((value, index) =>
      random.uniform() < (there && branch[index] === 'Doum' ? 0.4 : 0.04) ? null : value,
    )
    return {
      columns: { branch, depth, ...beside(random, n) },
      types: ['missing_pattern'],
      about: ['depth', 'branch'],
      ...(there ? { place: 'Doum' } : {}),
    }
  }),
  mixed_types: note((random, there, n) => ({
    columns: {
      temp_c: measure(random, n).map((value) => (there && random.uniform() < 0.02 ? 'not read' : value)),
      ...beside(random, n),
    },
    types: ['mixed_types'],
    about: ['temp_c'],
  })),
  sentinel: note((random, there, n) => ({
    columns: {
      temp_c: measure(random, n).map((value) => (there && random.uniform() < 0.03 ? -999 : value)),
      ...beside(random, n),
    },
    types: ['sentinel'],
    about: ['temp_c'],
  })),
  label_variants: note((random, there, n) => ({
    columns: {
      town: pick(random, n, ['Salem', 'Dover', 'Perth']).map((town) =>
        there && random.uniform() < 0.015 ? town.toUpperCase() : town,
      ),
      ...beside(random, n),
    },
    types: ['label_variants'],
    about: ['town'],
  })),
  unit_mix: note((random, there, n) => ({
    columns: {
      mass: written(
        drawn(random, n, 'normal').map((value) => (60 + 6 * value) * (there && random.uniform() < 0.01 ? 1000 : 1)),
        3,
      ),
      ...beside(random, n),
    },
    types: ['unit_mix'],
    about: ['mass'],
  })),
  duplicates: note((random, there, n) => {
    const rows = made(n, (index) => (there && index % 20 === 19 ? index - 7 : index))
    const columns: PlantedTable['columns'] = { depth: measure(random, n), ...beside(random, n) }
    return {
      columns: Object.fromEntries(
        Object.entries(columns).map(([name, values]) => [name, rows.map((row) => values[row] ?? null)]),
      ),
      types: ['duplicates'],
      about: [],
    }
  }),
  constant: note((random, there, n) => ({
    columns: {
      currency: there ? made(n, () => 'EUR') : pick(random, n, ['EUR', 'NOK', 'DKK']),
      ...beside(random, n),
    },
    types: ['constant'],
    about: ['currency'],
  })),
  identifier: note((random, there, n) => ({
    columns: {
      order_no: made(n, (index) => `O-${10_000 + 7 * (there ? index : random.integer(Math.ceil(n / 4)))}`),
      ...beside(random, n),
    },
    types: ['identifier'],
    about: ['order_no'],
  })),
} as const satisfies Record<string, PlantedKind>
