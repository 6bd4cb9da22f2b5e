/** Groups of rows in which an outcome differs most, by two conditions at once: found on one half, confirmed on the other. */
import { studentTTwoSidedP } from './student-t-distribution.ts'

/** Rows whose `column` is in bin `code`. */
export interface Condition {
  readonly column: number
  readonly code: number
}

export interface SubgroupMeasure {
  readonly n: number
  /** Mean of the outcome in the group and in the rest of the half, in its unit. */
  readonly mean: number
  readonly rest: number
  /** Welch's t of their difference, and its p. */
  readonly t: number
  readonly p: number
}

export interface Subgroup {
  readonly conditions: readonly [Condition, Condition]
  /** On the half it was found in: too good, since it was chosen there. */
  readonly found: SubgroupMeasure
  /** On the other half: what may be said. Its p is one-sided, in the direction found. */
  readonly confirmed: SubgroupMeasure
}

export interface SubgroupOptions {
  /** Conditions that are combined with further ones. */
  readonly beam?: number
  /** Groups that are measured again on the other half. */
  readonly most?: number
  /** Least rows of a group in each half. */
  readonly leastRows?: number
}

export interface SubgroupSearch {
  readonly subgroups: readonly Subgroup[]
  /** Groups looked at on the first half. */
  readonly tried: number
}

/** Bin of missing values: never a condition. */
export const missingBin = 255

/**
 * Beam search over conditions column = bin. Two conditions are scored by the least |t| of three comparisons: with all
 * other rows, and with the other rows of either condition alone; so a group is no better than what it adds to each. The
 * `most` best are measured again on the other half, whose p is honest for those few. Rows whose outcome is NaN are left
 * out. O(rows · columns²) at most.
 *
 * Source: Klösgen (1996) and Lavrač et al., JMLR 5 (2004); holdout and comparison with generalisations of Webb, Machine
 * Learning 68 (2007).
 */
export function subgroupSearch(
  columns: readonly Uint8Array[],
  outcome: ArrayLike<number>,
  inFirstHalf: ArrayLike<number>,
  { beam = 64, most = 5, leastRows = 30 }: SubgroupOptions = {},
): SubgroupSearch {
  const all = Uint32Array.from({ length: outcome.length }, (_, row) => row).filter(
    (row) => !Number.isNaN(outcome[row] ?? Number.NaN),
  )
  const search = all.filter((row) => inFirstHalf[row] === 1)
  const check = all.filter((row) => inFirstHalf[row] !== 1)
  const whole = summaryOf(search, outcome)
  const groupsWithin = (rows: Uint32Array): (Condition & { readonly group: Summary })[] =>
    columns.flatMap((codes, column) =>
      summariesByCode(codes, rows, outcome).flatMap((group, code) =>
        code === missingBin || group.n < leastRows || whole.n - group.n < leastRows ? [] : [{ column, code, group }],
      ),
    )
  const singles = groupsWithin(search)
  const alone = new Map(singles.map((single) => [keyOf([single]), single.group]))
  const kept = singles
    .map((single) => ({ single, t: Math.abs(compare(single.group, whole)?.t ?? 0) }))
    .sort((left, right) => right.t - left.t)
    .slice(0, beam)
  const pairs = new Map<string, Candidate>()
  for (const { single } of kept) {
    const rows = search.filter((row) => columns[single.column]?.[row] === single.code)
    for (const { column, code, group } of groupsWithin(rows)) {
      const [first, second] = [
        { column: single.column, code: single.code },
        { column, code },
      ]
      const other = alone.get(keyOf([second]))
      if (column === single.column || other === undefined) continue
      const measure = compare(group, whole)
      const sides = [measure, compare(group, single.group), compare(group, other)]
      if (measure === null || !agree(sides)) continue
      const conditions = first.column < column ? ([first, second] as const) : ([second, first] as const)
      pairs.set(keyOf(conditions), {
        conditions,
        measure,
        least: Math.min(...sides.map((side) => Math.abs(side?.t ?? 0))),
      })
    }
  }
  const checkWhole = summaryOf(check, outcome)
  const best = [...pairs.values()].sort((left, right) => right.least - left.least).slice(0, most)
  const subgroups = best.flatMap(({ conditions, measure }) => {
    const group = summaryOf(
      check.filter((row) => conditions.every(({ column, code }) => columns[column]?.[row] === code)),
      outcome,
    )
    const confirmed = group.n < leastRows ? null : compare(group, checkWhole)
    if (confirmed === null) return []
    const agrees = Math.sign(confirmed.t) === Math.sign(measure.t)
    const p = agrees ? confirmed.p / 2 : 1 - confirmed.p / 2
    return [{ conditions, found: measure, confirmed: { ...confirmed, p } }]
  })
  return { subgroups, tried: singles.length + pairs.size }
}

/** Whether all comparisons can be made and lie on one side. */
function agree(sides: readonly (SubgroupMeasure | null)[]): boolean {
  const signs = sides.map((side) => Math.sign(side?.t ?? 0))
  return signs.every((sign) => sign !== 0 && sign === signs[0])
}

interface Candidate {
  readonly conditions: readonly [Condition, Condition]
  readonly measure: SubgroupMeasure
  /** Least |t| of the three comparisons. */
  readonly least: number
}

interface Summary {
  readonly n: number
  readonly mean: number
  /** Σ(x − mean)². */
  readonly squares: number
}

function summaryOf(rows: Uint32Array, outcome: ArrayLike<number>): Summary {
  return summariesByCode(new Uint8Array(outcome.length), rows, outcome)[0] ?? { n: 0, mean: 0, squares: 0 }
}

function summariesByCode(codes: Uint8Array, rows: Uint32Array, outcome: ArrayLike<number>): Summary[] {
  const counts = new Float64Array(256)
  const means = new Float64Array(256)
  const squares = new Float64Array(256)
  for (const row of rows) {
    const code = codes[row] ?? missingBin
    const value = outcome[row] ?? 0
    const n = (counts[code] ?? 0) + 1
    const off = value - (means[code] ?? 0)
    counts[code] = n
    means[code] = (means[code] ?? 0) + off / n
    squares[code] = (squares[code] ?? 0) + off * (value - (means[code] ?? 0))
  }
  return Array.from(counts, (n, code) => ({ n, mean: means[code] ?? 0, squares: squares[code] ?? 0 }))
}

/** Welch's t of a group against the rest of the whole it is part of; null without a rest or any spread. */
function compare(group: Summary, whole: Summary): SubgroupMeasure | null {
  const n = whole.n - group.n
  if (n < 2 || group.n < 2) return null
  const rest = (whole.n * whole.mean - group.n * group.mean) / n
  const between = (group.n * n * (group.mean - rest) ** 2) / whole.n
  const other = Math.max(0, whole.squares - group.squares - between) / (n - 1) / n
  // A group without spread of its own (all yes) borrows that of the whole.
  const own = (group.squares > 0 ? group.squares / (group.n - 1) : whole.squares / (whole.n - 1)) / group.n
  const error = Math.sqrt(own + other)
  if (!(error > 0)) return null
  const t = (group.mean - rest) / error
  const freedom = (own + other) ** 2 / (own ** 2 / (group.n - 1) + other ** 2 / (n - 1))
  return { n: group.n, mean: group.mean, rest, t, p: studentTTwoSidedP(t, freedom) }
}

function keyOf(conditions: readonly Condition[]): string {
  return conditions
    .map(({ column, code }) => `${column}=${code}`)
    .sort()
    .join('&')
}
