/** Groups of rows in which an outcome differs most, by two conditions at once: found on one half, confirmed on the other. */
import { codedRows, groupsOfColumn, groupsOfPairs, type Summary } from './coded-groups.ts'
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
  const { search, check } = halves(outcome, inFirstHalf)
  const whole = summaryOf(search, outcome)
  const half = codedRows(columns, search, outcome, whole.mean)
  const isLarge = ({ n }: Summary): boolean => n >= leastRows && whole.n - n >= leastRows
  const singles = columns.flatMap((_, column) =>
    groupsOfColumn(half, column).flatMap((group, code) => (isLarge(group) ? [{ column, code, group }] : [])),
  )
  const kept = singles
    .map((single) => ({ single, t: Math.abs(compare(single.group, whole)?.t ?? 0) }))
    .sort((left, right) => right.t - left.t)
    .slice(0, beam)
  const groupOfBoth = groupsOfPairs(half)
  const pairs: Candidate[] = []
  const done = new Set<Condition>()
  for (const { single } of kept) {
    done.add(single)
    for (const other of singles) {
      // Two conditions are the same pair whichever comes first.
      if (other.column === single.column || done.has(other)) continue
      const conditions = single.column < other.column ? ([single, other] as const) : ([other, single] as const)
      const group = groupOfBoth(...conditions)
      if (!isLarge(group)) continue
      const measure = compare(group, whole)
      const sides = [measure, compare(group, single.group), compare(group, other.group)]
      if (measure === null || !agree(sides)) continue
      const least = Math.min(...sides.map((side) => Math.abs(side?.t ?? 0)))
      pairs.push({ conditions: [conditionOf(conditions[0]), conditionOf(conditions[1])], measure, least })
    }
  }
  const checkWhole = summaryOf(check, outcome)
  const best = pairs.toSorted((left, right) => right.least - left.least).slice(0, most)
  const subgroups = best.flatMap(({ conditions, measure }) => {
    const group = summaryOf(rowsOf(check, conditions, columns), outcome)
    const confirmed = group.n < leastRows ? null : compare(group, checkWhole)
    if (confirmed === null) return []
    const agrees = Math.sign(confirmed.t) === Math.sign(measure.t)
    const twoSided = measureOf(confirmed)
    const p = agrees ? twoSided.p / 2 : 1 - twoSided.p / 2
    return [{ conditions, found: measureOf(measure), confirmed: { ...twoSided, p } }]
  })
  return { subgroups, tried: singles.length + pairs.length }
}

/** Rows with an outcome, of either half. */
function halves(outcome: ArrayLike<number>, inFirstHalf: ArrayLike<number>) {
  const [search, check] = [new Uint32Array(outcome.length), new Uint32Array(outcome.length)]
  let searched = 0
  let checked = 0
  for (let row = 0; row < outcome.length; row++) {
    if (Number.isNaN(outcome[row] ?? Number.NaN)) continue
    if (inFirstHalf[row] === 1) search[searched++] = row
    else check[checked++] = row
  }
  return { search: search.subarray(0, searched), check: check.subarray(0, checked) }
}

function rowsOf(rows: Uint32Array, conditions: readonly Condition[], columns: readonly Uint8Array[]): Uint32Array {
  let kept = rows
  for (const { column, code } of conditions) {
    const codes = columns[column] ?? new Uint8Array()
    const fewer = new Uint32Array(kept.length)
    let count = 0
    for (let index = 0; index < kept.length; index++) {
      const row = kept[index] ?? 0
      if (codes[row] === code) fewer[count++] = row
    }
    kept = fewer.subarray(0, count)
  }
  return kept
}

function conditionOf({ column, code }: Condition): Condition {
  return { column, code }
}

/** Whether all comparisons can be made and lie on one side. */
function agree(sides: readonly (Comparison | null)[]): boolean {
  const signs = sides.map((side) => Math.sign(side?.t ?? 0))
  return signs.every((sign) => sign !== 0 && sign === signs[0])
}

interface Candidate {
  readonly conditions: readonly [Condition, Condition]
  readonly measure: Comparison
  /** Least |t| of the three comparisons. */
  readonly least: number
}

function summaryOf(rows: Uint32Array, outcome: ArrayLike<number>): Summary {
  const about = (offset: number): Summary =>
    groupsOfColumn(codedRows([new Uint8Array(outcome.length)], rows, outcome, offset), 0)[0] ?? {
      n: 0,
      mean: 0,
      squares: 0,
    }
  // Sums about the mean keep the digits that those about another number would lose.
  return about(about(outcome[rows[0] ?? 0] ?? 0).mean)
}

interface Comparison extends Omit<SubgroupMeasure, 'p'> {
  readonly freedom: number
}

/** With its p, which only those that are told of need. */
function measureOf({ freedom, ...comparison }: Comparison): SubgroupMeasure {
  return { ...comparison, p: studentTTwoSidedP(comparison.t, freedom) }
}

/** Welch's t of a group against the rest of the whole it is part of; null without a rest or any spread. */
function compare(group: Summary, whole: Summary): Comparison | null {
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
  return { n: group.n, mean: group.mean, rest, t, freedom }
}
