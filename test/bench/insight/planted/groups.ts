/** Patterns planted among groups: levels, rates, spread, shares, and several columns at once. */
import {
  beside,
  drawn,
  graded,
  groups,
  inRows,
  made,
  months,
  type PlantedKind,
  pick,
  sign,
  sized,
  spelled,
  thereOrNot,
  weighted,
  written,
} from './plant.ts'

const names = (count: number, prefix: string): string[] =>
  made(count, (index) => `${prefix}${String(index + 1).padStart(2, '0')}`)

export const amongGroups = {
  group_difference: {
    effects: graded,
    sizes: sized,
    noises: inRows,
    plant(random, effect, n, noise) {
      const [branch, direction] = [pick(random, n, groups), sign(random)]
      const at = groups[random.integer(groups.length)] ?? ''
      const score = drawn(random, n, noise).map(
        (value, index) => 60 + 7 * (value + (branch[index] === at ? 0.3 * effect * direction : 0)),
      )
      const columns = { branch, score: written(score), ...beside(random, n) }
      return {
        columns,
        types: ['group_difference'],
        about: ['branch', 'score'],
        direction: spelled(direction),
        place: at,
      }
    },
  },

  rate_difference: {
    effects: graded,
    sizes: sized.slice(1),
    noises: ['normal'],
    plant(random, effect, n) {
      const [branch, direction] = [pick(random, n, groups), sign(random)]
      const at = groups[random.integer(groups.length)] ?? ''
      const returned = branch.map((one) =>
        random.uniform() < 0.4 + (one === at ? 0.05 * effect * direction : 0) ? 'yes' : 'no',
      )
      const columns = { branch, returned, ...beside(random, n) }
      return {
        columns,
        types: ['rate_difference'],
        about: ['branch', 'returned'],
        direction: spelled(direction),
        place: at,
      }
    },
  },

  spread_difference: {
    effects: graded,
    sizes: sized.slice(1),
    noises: inRows,
    plant(random, effect, n, noise) {
      const branch = pick(random, n, groups)
      const at = groups[random.integer(groups.length)] ?? ''
      const delay = drawn(random, n, noise).map(
        (value, index) => 90 + 8 * value * (branch[index] === at ? 1.3 ** effect : 1),
      )
      const columns = { branch, delay: written(delay), ...beside(random, n) }
      return { columns, types: ['spread_difference'], about: ['branch', 'delay'], direction: 'up', place: at }
    },
  },

  association: {
    effects: graded,
    sizes: sized.slice(1),
    noises: ['normal'],
    plant(random, effect, n) {
      const branch = pick(random, n, groups)
      const paints = ['red', 'green', 'blue', 'white']
      const paint = branch.map((one) => {
        const own = paints[groups.indexOf(one as (typeof groups)[number]) % paints.length] ?? 'red'
        return random.uniform() < 0.15 * effect ? own : (paints[random.integer(paints.length)] ?? 'red')
      })
      const { height } = beside(random, n)
      return { columns: { branch, paint, height: height ?? [] }, types: ['association'], about: ['branch', 'paint'] }
    },
  },
  interaction: {
    effects: thereOrNot,
    sizes: sized.slice(1),
    noises: inRows,
    plant(random, effect, n, noise) {
      const [site, therapy] = [pick(random, n, ['north', 'south']), pick(random, n, ['new', 'old'])]
      const gain = drawn(random, n, noise).map((value, index) => {
        const turned = (site[index] === 'north') === (therapy[index] === 'new') ? 1 : -1
        return 40 + 6 * (value + 0.15 * effect * turned)
      })
      return {
        columns: { site, therapy, gain: written(gain), ...beside(random, n) },
        types: ['interaction', 'simpson_reversal'],
        about: ['site', 'therapy', 'gain'],
      }
    },
  },
  segment: {
    effects: thereOrNot,
    sizes: sized.slice(1),
    noises: inRows,
    plant(random, effect, n, noise) {
      const [branch, size] = [pick(random, n, groups), pick(random, n, ['S', 'M', 'L'])]
      const spend = drawn(random, n, noise).map(
        (value, index) => 90 + 8 * (value + (branch[index] === 'Cedar' && size[index] === 'L' ? 0.5 * effect : 0)),
      )
      return {
        columns: { branch, size, spend: written(spend), ...beside(random, n) },
        types: ['segment', 'interaction'],
        about: ['branch', 'size', 'spend'],
      }
    },
  },
  common_pattern: {
    effects: thereOrNot,
    sizes: [36, 60],
    noises: ['normal', 'AR(.6)'],
    plant(random, effect, n, noise) {
      const shops = names(8, 'shop ')
      const odd = shops[random.integer(shops.length)] ?? ''
      const rows = shops.flatMap((shop) => {
        const around = drawn(random, n, noise)
        return months(n).map((month, index) => {
          const rise = (2 * effect * index) / (n - 1)
          return { month, shop, revenue: 200 + 10 * ((around[index] ?? 0) + (shop === odd ? -rise : rise)) }
        })
      })
      return {
        columns: {
          month: rows.map(({ month }) => month),
          shop: rows.map(({ shop }) => shop),
          revenue: written(rows.map(({ revenue }) => revenue)),
        },
        types: ['common_pattern'],
        about: ['revenue'],
      }
    },
  },
  imbalance: {
    effects: thereOrNot,
    sizes: sized,
    noises: ['normal'],
    fact: true,
    plant: (random, effect, n) => ({
      columns: {
        fraud: made(n, () => (random.uniform() < (effect > 0 ? 0.025 : 0.4) ? 'yes' : 'no')),
        ...beside(random, n),
      },
      types: ['imbalance'],
      about: ['fraud'],
    }),
  },
  evenness: {
    effects: thereOrNot,
    sizes: sized.slice(1),
    noises: ['normal'],
    fact: true,
    plant: (random, effect, n) => ({
      columns: {
        shift: made(n, () => weighted(random, ['early', 'late', 'night'], effect > 0 ? [1, 1, 1] : [3, 2, 1])),
        height: beside(random, n).height ?? [],
      },
      types: ['evenness'],
      about: ['shift'],
    }),
  },
  dominance: {
    effects: thereOrNot,
    sizes: sized,
    noises: ['normal'],
    fact: true,
    plant(random, effect, n) {
      const vendors = names(6, 'vendor ')
      const first = random.integer(vendors.length)
      const weights = vendors.map((_, index) => (index === first && effect > 0 ? 12 : 1))
      return {
        columns: { vendor: made(n, () => weighted(random, vendors, weights)), ...beside(random, n) },
        types: ['dominance', 'concentration'],
        about: ['vendor'],
        ...(effect > 0 ? { place: vendors[first] ?? '' } : {}),
      }
    },
  },
  concentration: {
    effects: thereOrNot,
    sizes: sized.slice(1),
    noises: ['normal'],
    fact: true,
    plant(random, effect, n) {
      const clients = names(40, 'client ')
      const weights = clients.map((_, index) => (effect > 0 ? 1 / (index + 1) ** 1.3 : 1))
      return {
        columns: { client: made(n, () => weighted(random, clients, weights)), ...beside(random, n) },
        types: ['concentration', 'dominance'],
        about: ['client'],
      }
    },
  },
  outstanding: {
    effects: thereOrNot,
    sizes: sized.slice(1),
    noises: ['normal'],
    fact: true,
    plant(random, effect, n) {
      const items = names(9, 'item ')
      const first = random.integer(items.length)
      const weights = items.map((_, index) => (index === first ? 1 + effect : 1))
      return {
        columns: { item: made(n, () => weighted(random, items, weights)), ...beside(random, n) },
        types: ['outstanding', 'dominance'],
        about: ['item'],
        ...(effect > 0 ? { place: items[first] ?? '' } : {}),
      }
    },
  },
  total: {
    effects: [2],
    sizes: sized,
    noises: ['normal', 'lognormal'],
    fact: true,
    plant: (random, _, n, noise) => ({
      columns: { sales: written(drawn(random, n, noise).map((value) => 80 + 9 * value)), ...beside(random, n) },
      types: ['total'],
      about: ['sales'],
    }),
  },
  typical: {
    effects: [2],
    sizes: sized,
    noises: inRows,
    fact: true,
    plant: (random, _, n, noise) => ({
      columns: {
        temperature: written(drawn(random, n, noise).map((value) => 20 + 3 * value)),
        colour: pick(random, n, ['red', 'green', 'blue']),
      },
      types: ['typical'],
      about: ['temperature'],
    }),
  },
} as const satisfies Record<string, PlantedKind>
