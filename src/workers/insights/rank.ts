/** Orders statements by what they are worth to a reader, and leaves out what others already say. */
import type { InsightClass, Scalar } from '../../shared/story/insight.ts'
import { nameWords } from '../analysis/profile/name-words.ts'
import type { ScoreInputs, Statement } from './detector.ts'
import { kindOf } from './kinds/index.ts'
import type { Ranked } from './ranked.ts'

/** Two columns of a table that count as one. */
export interface Twins {
  readonly table: string
  readonly first: string
  readonly second: string
}

const weights = { impact: 0.3, effect: 0.35, certainty: 0.15, surprise: 0.2 } as const
/** No part alone may bring a statement to nothing. */
const floor = 0.05

/** 100 · I^.30 · E^.35 · C^.15 · U^.20 · A, with its parts: impact, effect, certainty, surprise, and readability as a factor. `q` null for facts, which are certain. */
export function scoreOf(inputs: ScoreInputs, q: number | null): { score: number; scoreParts: Record<string, number> } {
  const certainty = q === null ? 1 : Math.min(1, -Math.log10(Math.max(q, 1e-300)) / 6)
  const parts = {
    impact: within(inputs.impact),
    effect: within(inputs.effect),
    certainty: within(certainty),
    surprise: within(inputs.surprise),
  }
  const product = (Object.keys(parts) as (keyof typeof parts)[]).reduce(
    (result, name) => result * parts[name] ** weights[name],
    1,
  )
  const score = Number((100 * product * inputs.readability).toFixed(6))
  return { score, scoreParts: { ...parts, readability: inputs.readability } }
}

function within(part: number): number {
  return Number(Math.min(1, Math.max(floor, part)).toFixed(6))
}

/** Weight of the score against being unlike what is already told (maximal marginal relevance). */
const lambda = 0.7
/** Statements of a class that lead. */
export const leading = 8
/** Beyond a dozen of one kind, one more is no news. */
const mostOfTypeAtAll = { finding: 12, fact: 6, lead: 12, quality: 40 } as const satisfies Record<InsightClass, number>
const mostOfType = 3
const mostOfMeasure = 4

/**
 * Statements of one class, best first, at most `most`: each next one is the best that is least like those before it.
 * `linking` are all statements, of any class, that may show two columns to be one. Among the leading eight, at most three of a type and four about a column. Equal ones are told once.
 */
export function selectLeading(
  candidates: readonly Ranked[],
  most: number,
  linking: readonly Ranked[] = candidates,
  twins: readonly Twins[] = [],
): Ranked[] {
  const chosen: Ranked[] = []
  let waiting = withoutRepeats(candidates, linking, twins).filter((candidate) => hasRoom(candidate, chosen))
  const likeness = new Map<Ranked, number>(waiting.map((candidate) => [candidate, 0]))
  while (chosen.length < most && waiting.length > 0) {
    let best = -1
    let bestValue = Number.NEGATIVE_INFINITY
    let bestFits = false
    for (const [index, candidate] of waiting.entries()) {
      const fits = chosen.length >= leading || fitsAmong(candidate, chosen)
      const value = (lambda * candidate.score) / 100 - (1 - lambda) * (likeness.get(candidate) ?? 0)
      if ((fits && !bestFits) || (fits === bestFits && value > bestValue)) {
        best = index
        bestValue = value
        bestFits = fits
      }
    }
    const [next] = waiting.splice(best, 1)
    if (next === undefined) break
    chosen.push(next)
    // At once: there may be one of a type for each of ten thousand columns, and each would be looked for among all.
    waiting = waiting.filter((one) => one.statement.type !== next.statement.type || hasRoom(one, chosen))
    for (const candidate of waiting) {
      likeness.set(candidate, Math.max(likeness.get(candidate) ?? 0, alike(candidate, next)))
    }
  }
  return chosen
}

/** Whether one more of its type is told beside those chosen. */
function hasRoom({ class: its, statement }: Ranked, chosen: readonly Ranked[]): boolean {
  const limit = kindOf(statement.type).mostTold?.(statement) ?? mostOfTypeAtAll[its]
  return chosen.filter((one) => one.statement.type === statement.type).length < limit
}

function withoutRepeats(candidates: readonly Ranked[], linking: readonly Ranked[], twins: readonly Twins[]): Ranked[] {
  const seen = new Set<string>()
  const twin = twinsOf(linking, twins)
  const ordered = [...candidates].sort(
    (left, right) => right.score - left.score || (keyOf(left) < keyOf(right) ? -1 : 1),
  )
  const superseding = linking.filter(({ statement }) => kindOf(statement.type).supersedes !== undefined)
  return ordered.filter((candidate) => {
    const keys = [keyOf(candidate), throughTwins(candidate, twin)]
    if (keys.some((key) => seen.has(key))) return false
    for (const key of keys) seen.add(key)
    const { inClass, inAny } = kindOf(candidate.statement.type).superseded ?? {}
    if (inClass !== undefined && ordered.some((other) => other !== candidate && inClass(candidate, other))) return false
    if (inAny !== undefined && linking.some((other) => inAny(candidate, other))) return false
    return !superseding.some((other) => kindOf(other.statement.type).supersedes?.(other, candidate) === true)
  })
}

/** Columns that go so closely together that they count as one: each to the first of them. */
function twinsOf(candidates: readonly Ranked[], given: readonly Twins[]): ReadonlyMap<string, string> {
  const twin = new Map<string, string>()
  const rootOf = (column: string): string => {
    const next = twin.get(column)
    return next === undefined ? column : rootOf(next)
  }
  const linked = candidates.flatMap(({ table, statement }) => {
    const [first, second] = statement.columns
    return statement.linksColumns !== true || first === undefined || second === undefined
      ? []
      : [{ table, first, second }]
  })
  for (const { table, ...both } of [...linked, ...given]) {
    const [first, second] = [both.first, both.second].map((column) => rootOf(JSON.stringify([table, column])))
    if (first !== undefined && second !== undefined && first !== second) twin.set(second, first)
  }
  return new Map([...twin.keys()].map((column) => [column, rootOf(column)]))
}

/** The key of a statement with each column replaced by the first of its twins, where its kind repeats itself so. */
function throughTwins(candidate: Ranked, twin: ReadonlyMap<string, string>): string {
  const { table, statement } = candidate
  const rule = kindOf(statement.type).twins
  const names = statement.columns.map((column) => JSON.stringify([table, column]))
  const root = (name: string): string => twin.get(name) ?? name
  switch (rule) {
    case null:
      return keyOf(candidate)
    case 'columns':
      return JSON.stringify([statement.type, names.map(root), 'twins'])
    case 'pair':
      return statement.linksColumns === true
        ? keyOf(candidate)
        : JSON.stringify([statement.type, names.map(root).sort(), 'twins'])
    case 'course':
    case 'extreme': {
      // Two prices that run alike have one record, but rise as two things; a price and the adjusted price are one.
      const one = (name: string): boolean => rule === 'extreme' || sharesWord(name, root(name))
      const same = names.map((name) => (one(name) ? root(name) : name))
      const at = rule === 'extreme' ? null : (statement.location ?? null)
      // A fall within a series that rose is another thing than its rise.
      const way = rule === 'extreme' ? statement.direction : null
      return JSON.stringify([statement.type, same, statement.subspace ?? {}, grainOf(statement), at, way, 'twins'])
    }
  }
}

function grainOf({ details }: Statement): Scalar {
  return details.grain ?? null
}

/** Names are JSON of table and column. */
function sharesWord(left: string, right: string): boolean {
  const [, first = ''] = JSON.parse(left) as readonly string[]
  const [, second = ''] = JSON.parse(right) as readonly string[]
  const words = new Set(nameWords(first))
  return nameWords(second).some((word) => words.has(word))
}

/** What a statement is about, whatever it says of it. */
export function keyOf({ table, statement }: Pick<Ranked, 'table' | 'statement'>): string {
  const columns = kindOf(statement.type).twins === 'pair' ? [...statement.columns].sort() : statement.columns
  return JSON.stringify([statement.type, table, columns, statement.subspace ?? {}, statement.location ?? null])
}

function fitsAmong(candidate: Ranked, chosen: readonly Ranked[]): boolean {
  const ofType = chosen.filter((other) => other.statement.type === candidate.statement.type).length
  if (ofType >= mostOfType) return false
  return candidate.statement.columns.every((column) => {
    const about = chosen.filter((other) => other.table === candidate.table && other.statement.columns.includes(column))
    return about.length < mostOfMeasure
  })
}

/** From 0 to 1: shared columns, same kind, same entity. */
function alike(left: Ranked, right: Ranked): number {
  if (left.table !== right.table) return left.statement.type === right.statement.type ? 0.2 : 0
  const columns = new Set([...left.statement.columns, ...right.statement.columns])
  const shared = left.statement.columns.filter((column) => right.statement.columns.includes(column)).length
  const sameType = left.statement.type === right.statement.type ? 0.3 : 0
  const entity = JSON.stringify(left.statement.subspace ?? {}) === JSON.stringify(right.statement.subspace ?? {})
  return (0.6 * shared) / Math.max(1, columns.size) + sameType + (entity ? 0.1 : 0)
}
