/** A difference or a correlation with a third column held the same, from the rows of its evidence query. */
import { type Held, type Level, meansHeld, ranksHeld, ratesHeld } from '../controls/held.ts'
import { pearsonCoefficient } from '../statistics/correlation.ts'
import type { GroupSummary } from '../statistics/welch-anova.ts'
import type { Proportion } from '../statistics/wilson-interval.ts'
import { pairs } from './correlation.ts'
import type { Columns, DerivedFunction, Numbers } from './derived-function.ts'

export type HeldFunction = 'means_held' | 'rates_held' | 'ranks_held'

/** What one level of the control shows. */
export interface LevelEffect {
  readonly level: string | null
  readonly rows: number
  /** Mean or share of the named group and of the others; null of correlations. */
  readonly own: number | null
  readonly other: number | null
  /** Their difference, or the correlation of the ranks; null where the level has too few rows. */
  readonly effect: number | null
}

export interface HeldByLevel {
  readonly held: Held | null
  readonly levels: readonly LevelEffect[]
}

/**
 * Columns of means: level, then n, mean and variance of the named group, then of the other rows; of rates: level, then n
 * and successes of either; of ranks: x, y and the level of each row.
 */
export function heldByLevel(function_: HeldFunction, columns: Columns): HeldByLevel {
  switch (function_) {
    case 'means_held': {
      const levels = meansOf(columns)
      return { held: meansHeld(levels), levels: levels.map(effectOfMeans) }
    }
    case 'rates_held': {
      const levels = ratesOf(columns)
      return { held: ratesHeld(levels), levels: levels.map(effectOfRates) }
    }
    case 'ranks_held':
      return ofRanks(columns)
  }
}

/** The derivations by the names that evidence gives them. */
export const heldDerivations = {
  means_held: (columns, parameters) => numbersOf(heldByLevel('means_held', columns), parameters.level),
  rates_held: (columns, parameters) => numbersOf(heldByLevel('rates_held', columns), parameters.level),
  ranks_held: (columns, parameters) => numbersOf(heldByLevel('ranks_held', columns), parameters.level),
} as const satisfies Record<HeldFunction, DerivedFunction>

function meansOf([names = [], ...numbers]: Columns): Level<GroupSummary>[] {
  return names.map((name, row) => {
    const at = (column: number): number => Number(numbers[column]?.[row] ?? 0)
    return {
      level: levelOf(name),
      left: { n: at(0), mean: at(1), variance: at(2) },
      right: { n: at(3), mean: at(4), variance: at(5) },
    }
  })
}

function ratesOf([names = [], ...numbers]: Columns): Level<Proportion>[] {
  return names.map((name, row) => {
    const at = (column: number): number => Number(numbers[column]?.[row] ?? 0)
    return { level: levelOf(name), left: { n: at(0), successes: at(1) }, right: { n: at(2), successes: at(3) } }
  })
}

function effectOfMeans({ level, left, right }: Level<GroupSummary>): LevelEffect {
  const own = left.n > 0 ? left.mean : null
  const other = right.n > 0 ? right.mean : null
  const effect = left.n >= 2 && right.n >= 2 ? left.mean - right.mean : null
  return { level, rows: left.n + right.n, own, other, effect }
}

function effectOfRates({ level, left, right }: Level<Proportion>): LevelEffect {
  const share = (side: Proportion): number | null => (side.n === 0 ? null : side.successes / side.n)
  const [own, other] = [share(left), share(right)]
  return { level, rows: left.n + right.n, own, other, effect: own === null || other === null ? null : own - other }
}

function ofRanks([x = [], y = [], names = []]: Columns): HeldByLevel {
  const { left, right } = pairs(x, y)
  // The query leaves out rows without both values, so that pairs and levels are in step.
  if (left.length !== names.length) return { held: null, levels: [] }
  const rowsOf = new Map<string, number[]>()
  const codes = new Map<string, number>()
  const coded = names.map((name, row) => {
    const level = levelOf(name)
    if (level === null) return -1
    const rows = rowsOf.get(level) ?? []
    rows.push(row)
    rowsOf.set(level, rows)
    codes.set(level, codes.get(level) ?? codes.size)
    return codes.get(level) ?? -1
  })
  const levels = [...rowsOf].map(([level, rows]): LevelEffect => {
    const effect = rows.length < 3 ? null : pearsonCoefficient(at(left, rows), at(right, rows))
    return { level, rows: rows.length, own: null, other: null, effect }
  })
  return { held: ranksHeld(left, right, coded), levels }
}

function at(values: Float64Array, rows: readonly number[]): Float64Array {
  return Float64Array.from(rows, (row) => values[row] ?? Number.NaN)
}

function levelOf(name: unknown): string | null {
  return name === null || name === undefined ? null : String(name)
}

function numbersOf({ held, levels }: HeldByLevel, level: unknown): Numbers {
  const shown = levels.find((one) => one.level !== null && one.level === level)
  return {
    own: held?.own ?? null,
    other: held?.other ?? null,
    overall: held?.overall.value ?? null,
    overall_low: held?.overall.low ?? null,
    overall_high: held?.overall.high ?? null,
    within: held?.within.value ?? null,
    within_low: held?.within.low ?? null,
    within_high: held?.within.high ?? null,
    levels: held?.levels ?? null,
    against: held?.against ?? null,
    level_own: shown?.own ?? null,
    level_other: shown?.other ?? null,
    n: held?.n ?? null,
    p: held === null ? null : Math.max(held.overall.p, held.within.p),
  }
}
