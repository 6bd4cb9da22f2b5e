/**
 * One statement for a fact and its repetitions. Of measures that all go together, each pair was found, and so was each of
 * them in the same group; a reader needs it once, with the names of the others. Numbers stay those of the strongest.
 */

import type { Derivation } from '../../shared/story/insight.ts'
import { kindOf } from './kinds/index.ts'
import { keyOf } from './rank.ts'
import type { Ranked } from './ranked.ts'

/** Placed score of an effect (see `ScoreInputs`) from which two measures count as one thing told twice: |ρ| of about .5. */
const closely = 0.57
/** More names than this are a list that nobody reads. */
const mostNamed = 6

export interface Gathered {
  /** With those that say the same of further columns taken in: `details.likewise_0`, `likewise_1` and so on. */
  readonly statements: readonly Ranked[]
  /** Those taken in. */
  readonly repeated: readonly Ranked[]
}

export function gatherLikewise(ranked: readonly Ranked[]): Gathered {
  const pairs = ranked.filter(
    (one) => one.class === 'finding' && kindOf(one.statement.type).likewise === 'pair' && closenessOf(one) >= closely,
  )
  const byRule = (rule: 'measure' | 'total' | 'season'): Ranked[] =>
    ranked.filter(
      ({ class: class_, statement }) =>
        (class_ === 'finding' || class_ === 'fact') &&
        kindOf(statement.type).likewise === rule &&
        statement.columns.length === 2,
    )
  const seasons = byRule('season')
  const links = new Links(pairs, seasons)
  const gone = new Set<Ranked>()
  const grown = new Map<Ranked, Ranked>()
  gatherPairs(pairs, links, gone, grown)
  const together = (table: string, first: string, second: string) => links.rising(table, first, second)
  gatherMeasures(byRule('measure'), together, gone, grown)
  gatherMeasures([...byRule('total'), ...seasons], () => true, gone, grown)
  return {
    statements: ranked.filter((one) => !gone.has(one)).map((one) => grown.get(one) ?? one),
    repeated: [...gone],
  }
}

function closenessOf(one: Ranked): number {
  return one.statement.score.effect
}

/** Which columns of a table go closely together, and in which direction. */
class Links {
  readonly #directions = new Map<string, Ranked>()
  /** Pairs that are highest and lowest at the same times of the year, the week or the day. */
  readonly #seasons = new Set<string>()

  constructor(pairs: readonly Ranked[], seasons: readonly Ranked[]) {
    for (const pair of pairs) {
      const [first = '', second = ''] = pair.statement.columns
      this.#directions.set(keyOfPair(pair.table, first, second), pair)
    }
    for (const alike of Map.groupBy(seasons, keyOfComparison).values()) {
      const measures = alike.map(({ statement }) => statement.columns[1] ?? '')
      for (const [index, first] of measures.entries()) {
        for (const second of measures.slice(index + 1))
          this.#seasons.add(keyOfPair(alike[0]?.table ?? '', first, second))
      }
    }
  }

  between(table: string, first: string, second: string): Ranked | null {
    return this.#directions.get(keyOfPair(table, first, second)) ?? null
  }

  rising(table: string, first: string, second: string): boolean {
    const pair = this.between(table, first, second)
    return pair === null ? this.#seasons.has(keyOfPair(table, first, second)) : pair.statement.direction === 'positive'
  }
}

function keyOfPair(table: string, ...columns: readonly [string, string]): string {
  return JSON.stringify([table, ...[...columns].sort()])
}

interface Star {
  readonly hub: string
  /** The strongest first. */
  readonly pairs: readonly { readonly pair: Ranked; readonly partner: string }[]
}

/** The largest star of measures first: one that goes with several others which all go together. */
function gatherPairs(pairs: readonly Ranked[], links: Links, gone: Set<Ranked>, grown: Map<Ranked, Ranked>): void {
  for (;;) {
    const open = pairs.filter((pair) => !gone.has(pair) && !grown.has(pair))
    const star = largestStar(open, links)
    const [first, ...rest] = star?.pairs ?? []
    if (star === null || first === undefined || rest.length === 0) return
    const partners = star.pairs.map(({ partner }) => partner)
    const others = partners.flatMap((one, index) =>
      partners.slice(index + 1).map((other) => links.between(first.pair.table, one, other)),
    )
    for (const one of [...rest.map(({ pair }) => pair), ...others]) if (one !== null && !grown.has(one)) gone.add(one)
    grown.set(first.pair, withLikewise(first.pair, star.hub, rest))
  }
}

function largestStar(open: readonly Ranked[], links: Links): Star | null {
  const hubs = new Set(
    open.flatMap(({ table, statement }) => statement.columns.map((hub) => JSON.stringify([table, hub]))),
  )
  let best: Star | null = null
  let bestWorth = 0
  for (const key of [...hubs].sort()) {
    const [table = '', hub = ''] = JSON.parse(key) as readonly string[]
    for (const direction of ['positive', 'negative'] as const) {
      const star = starOf(open, links, table, hub, direction)
      const worth = star.pairs.reduce((sum, { pair }) => sum + pair.score, 0)
      if (star.pairs.length > 1 && worth > bestWorth) [best, bestWorth] = [star, worth]
    }
  }
  return best
}

function starOf(open: readonly Ranked[], links: Links, table: string, hub: string, direction: string): Star {
  const own = open
    .filter(
      (one) => one.table === table && one.statement.direction === direction && one.statement.columns.includes(hub),
    )
    .toSorted((left, right) => right.score - left.score || (keyOf(left) < keyOf(right) ? -1 : 1))
    .map((pair) => ({ pair, partner: pair.statement.columns.find((column) => column !== hub) ?? hub }))
  const basis = own[0]?.pair.statement.details.basis
  const chosen: { pair: Ranked; partner: string }[] = []
  for (const one of own) {
    const alike = one.pair.statement.details.basis === basis
    const together = chosen.every(({ partner }) => links.rising(table, partner, one.partner))
    if (alike && together && chosen.length <= mostNamed) chosen.push(one)
  }
  return { hub, pairs: chosen }
}

/** The same group stands out, in the same direction, in measures that are one thing told twice. */
function gatherMeasures(
  compared: readonly Ranked[],
  isOne: (table: string, first: string, second: string) => boolean,
  gone: Set<Ranked>,
  grown: Map<Ranked, Ranked>,
): void {
  for (const group of Map.groupBy(compared, keyOfComparison).values()) {
    const waiting = group.toSorted((left, right) => right.score - left.score || (keyOf(left) < keyOf(right) ? -1 : 1))
    while (waiting.length > 1) {
      const first = waiting.shift()
      if (first === undefined) break
      const measure = first.statement.columns[1] ?? ''
      const same = waiting
        .filter(({ statement }) => isOne(first.table, measure, statement.columns[1] ?? ''))
        .slice(0, mostNamed)
      for (const one of same) {
        gone.add(one)
        waiting.splice(waiting.indexOf(one), 1)
      }
      const rest = same.map((pair) => ({ pair, partner: pair.statement.columns[1] ?? '' }))
      if (rest.length > 0) grown.set(first, withLikewise(first, null, rest))
    }
  }
}

/** The same of what says the same of another measure: for a season, its highest and its lowest time. */
function keyOfComparison({ table, class: class_, statement }: Ranked): string {
  const { type, columns, direction, location, subspace, details } = statement
  const { grain, aggregate, cycle, peak, trough, swing, course } = details
  const season = kindOf(type).likewise === 'season' ? [grain, aggregate, cycle, peak, trough, swing] : []
  return JSON.stringify([
    table,
    class_,
    type,
    columns[0],
    direction,
    location ?? null,
    subspace ?? {},
    season,
    course ?? null,
  ])
}

/** The effect of each goes with it as `likewise_0_effect` and so on: what is said of the others is proved as well. */
function withLikewise(own: Ranked, hub: string | null, others: readonly { pair: Ranked; partner: string }[]): Ranked {
  const { statement } = own
  const names = others.map(({ partner }) => partner)
  const sql = [...statement.evidence.sql]
  const derived: Record<string, Derivation> = { ...statement.evidence.derived }
  for (const [index, { pair }] of others.entries()) {
    const { evidence, effect } = pair.statement
    const derivation = evidence.derived[effect.value]
    const query = derivation === undefined ? undefined : evidence.sql[derivation.query]
    if (derivation === undefined || query === undefined) continue
    derived[`likewise_${index}_effect`] = { ...derivation, query: sql.length }
    sql.push(query)
  }
  return {
    ...own,
    statement: {
      ...statement,
      // Of a series the columns are its time and its measure, and no more.
      columns: kindOf(statement.type).likewise === 'season' ? statement.columns : [...statement.columns, ...names],
      evidence: { sql, derived },
      details: {
        ...statement.details,
        likewise_hub: hub,
        ...Object.fromEntries(names.map((name, index) => [`likewise_${index}`, name])),
      },
    },
  }
}
