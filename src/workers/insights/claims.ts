/**
 * What a statement claims beside its numbers, as data: that one value is above another, that something rises, that a
 * value was observed. A number that is recomputed rightly can still stand in a sentence that is not so; here the sentence
 * itself is held against its evidence, as it is printed.
 */
import { readNumber } from '../../shared/format/stated.ts'
import type { Direction, InsightDraft } from '../../shared/story/insight.ts'
import type { StatedNumber } from '../../shared/story/story.ts'
import type { ProfiledTable } from '../../shared/story/table.ts'

export type Claim<V extends string = string> =
  /** `greater` is above `less`: by value, and in print wherever the sentence prints both. */
  | { readonly claim: 'above'; readonly greater: V; readonly less: V }
  /** The statement's direction is the sign of `value`. */
  | { readonly claim: 'direction'; readonly value: V }
  /** `value` lies within what was observed of the column, where the statement does not speak of sums or counts. */
  | { readonly claim: 'observed'; readonly value: V; readonly column: string }

const upwards: ReadonlySet<Direction> = new Set(['up', 'higher', 'positive'])
const downwards: ReadonlySet<Direction> = new Set(['down', 'lower', 'negative'])

/** Relative tolerance of a mean against the extremes of its rows: sums are exact to fewer digits than single values. */
const tolerance = 1e-9

/**
 * Why the claims do not hold, in words for a log; empty where all hold. `printed` are the numbers of the sentence, as
 * `locale` writes them (English without one).
 */
export function unfounded(
  claims: readonly Claim[],
  draft: InsightDraft,
  printed: readonly StatedNumber[],
  table: Pick<ProfiledTable, 'columns'> | undefined,
  locale?: string,
): readonly string[] {
  return claims.flatMap((claim) => contradictions(claim, draft, printed, table, locale))
}

function contradictions(
  claim: Claim,
  draft: InsightDraft,
  printed: readonly StatedNumber[],
  table: Pick<ProfiledTable, 'columns'> | undefined,
  locale: string | undefined,
): readonly string[] {
  switch (claim.claim) {
    case 'above':
      return aboveOf(claim, draft, printed, locale)
    case 'direction':
      return directionOf(claim, draft)
    case 'observed':
      return observedOf(claim, draft, table)
  }
}

function evidenceOf(draft: InsightDraft, name: string): number | null {
  const value = draft.evidence.values[name]
  return typeof value === 'number' ? value : null
}

function aboveOf(
  { greater, less }: Extract<Claim, { claim: 'above' }>,
  draft: InsightDraft,
  printed: readonly StatedNumber[],
  locale: string | undefined,
): readonly string[] {
  const [high, low] = [evidenceOf(draft, greater), evidenceOf(draft, less)]
  if (high === null || low === null) return []
  if (!(high > low)) return [`${greater} (${high}) is not above ${less} (${low})`]
  const written = (name: string): StatedNumber | undefined =>
    printed.find((one) => one.evidence === draft.id && one.name === name)
  const [first, second] = [written(greater), written(less)]
  if (first === undefined || second === undefined) return []
  const [above, below] = [readNumber(first.text, locale), readNumber(second.text, locale)]
  if (above === null || below === null) return []
  // Written without their signs, where the words say which way: then only two that look the same contradict them.
  const signless = (high < 0 && !above.negative) || (low < 0 && !below.negative)
  const size = (read: typeof above): number => (read.negative ? -read.value : read.value)
  if (signless ? first.text !== second.text : size(above) > size(below)) return []
  return [`${greater} is printed as ${first.text}, not above ${less} as ${second.text}`]
}

function directionOf({ value }: Extract<Claim, { claim: 'direction' }>, draft: InsightDraft): readonly string[] {
  const change = evidenceOf(draft, value)
  if (change === null) return []
  const holds = upwards.has(draft.direction) ? change > 0 : downwards.has(draft.direction) ? change < 0 : true
  return holds ? [] : [`the statement says ${draft.direction}, but ${value} is ${change}`]
}

function observedOf(
  { value: name, column }: Extract<Claim, { claim: 'observed' }>,
  draft: InsightDraft,
  table: Pick<ProfiledTable, 'columns'> | undefined,
): readonly string[] {
  const { aggregate } = draft.details
  if (aggregate === 'sum' || aggregate === 'count') return []
  const value = evidenceOf(draft, name)
  const { min, max } = table?.columns.find((one) => one.name === column)?.stats ?? {}
  if (value === null || typeof min !== 'number' || typeof max !== 'number') return []
  const slack = tolerance * Math.max(Math.abs(min), Math.abs(max))
  if (value >= min - slack && value <= max + slack) return []
  return [`${name} (${value}) lies outside ${min} to ${max}, what was observed of ${column}`]
}
