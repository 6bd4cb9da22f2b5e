/** What a story opens with: the strongest findings, and what changed. */
import type { InsightDraft, InsightType } from '../../shared/story/insight.ts'
import { kindOf } from '../insights/kinds/index.ts'
import { isFact, isFinding, type Told } from './statement.ts'

const mostKeyFindings = 6
const mostKeyStatements = 8
const mostKeyOfAType = 3
/** Facts that say of all what a finding compares. */
const mostBases = 2
/** With fewer statements than this, exact facts fill the opening. */
const fewestKeyStatements = 5
/** Of one kind, among the facts that fill: three middle values in a row say less than one of three sorts. */
const mostFillingOfAType = 2
/** Statements of the lead, beside the facts its first finding is compared with. */
const mostOfLead = 2

export interface Opening {
  /** Told first, in one paragraph. */
  readonly lead: readonly Told[]
  /** Told after it, one by one. */
  readonly key: readonly Told[]
}

export function openingOf(told: readonly Told[]): Opening {
  const statements = keyStatements(told)
  const bases = statements.findIndex((one) => isFinding(one) || opensStory(one.draft))
  const first = Math.max(0, bases) + mostOfLead
  return { lead: statements.slice(0, first), key: statements.slice(first) }
}

function keyStatements(told: readonly Told[]): readonly Told[] {
  // What has no chapter of its own is a remark on the table, not news; what may come is none yet.
  const facts = told.filter((one) => isFact(one) && ![null, 'outlook'].includes(kindOf(one.draft.type).chapter))
  const changes = openingFacts(facts)
  // A change that tells more than a finding stands in its place; both would be one claim twice.
  const strongest = varied(told.filter(isFinding)).map((one) => changes.find((fact) => tellsMore(fact, one)) ?? one)
  const own = strongest.filter(isFact)
  const most = Math.min(mostKeyFindings, mostKeyStatements - changes.length + own.length)
  const findings = strongest.slice(0, most)
  const bases = facts.filter((fact) => findings.some((one) => isBaseOf(fact, one))).slice(0, mostBases)
  const opening = changes.filter((fact) => !bases.includes(fact) && !findings.includes(fact))
  // The first finding follows the base it is compared with.
  const key = placesOfOpening
    .reduce<readonly Told[]>(
      (list, place, index) => {
        const fact = opening[index]
        return fact === undefined ? list : list.toSpliced(place + Math.min(1, bases.length), 0, fact)
      },
      [...bases, ...findings],
    )
    .slice(0, mostKeyStatements)
  const filling = fewOfAType(facts.filter((one) => !key.includes(one) && isNews(one)).toSorted(standingOutFirst))
  return [...key, ...filling.slice(0, Math.max(0, fewestKeyStatements - key.length))]
}

/** What is so by plan (as many of each arm) scores less, and fills no opening. */
const leastScoreOfFilling = 35

function isNews({ draft }: Told): boolean {
  return kindOf(draft.type).chapter !== 'picture' || draft.score >= leastScoreOfFilling
}

/** What is out of the usual before what is usual: an extreme, then a course, then a middle. */
function standingOutFirst({ draft: left }: Told, { draft: right }: Told): number {
  return placeAmongFilling(left) - placeAmongFilling(right)
}

function placeAmongFilling({ type }: InsightDraft): number {
  const chapter = kindOf(type).chapter
  if (chapter === 'picture') return 2
  return chapter === 'change' ? 1 : 0
}

function fewOfAType(facts: readonly Told[]): readonly Told[] {
  const seen = new Map<InsightType, number>()
  return facts.filter(({ draft: { type } }) => {
    const before = seen.get(type) ?? 0
    seen.set(type, before + 1)
    return before < mostFillingOfAType
  })
}

/** Whether a change and who accounts for it says already that the measure rose or fell: the test of that is told further down. */
function tellsMore({ draft: fact }: Told, { draft: finding }: Told): boolean {
  return (
    kindOf(finding.type).yieldsToChange === true &&
    fact.table === finding.table &&
    fact.details.measure === finding.details.measure &&
    fact.direction === finding.direction &&
    JSON.stringify(fact.subspace ?? {}) === JSON.stringify(finding.subspace ?? {})
  )
}

/** Where facts that open a story stand among its key findings: the title's finding comes first. */
const placesOfOpening = [1, 3, 4] as const
const leastScoreOfOpening = 45

/** Whether a fact is one a story may begin with: what changed. */
export function opensStory({ type, class: class_, score }: InsightDraft): boolean {
  return class_ === 'fact' && kindOf(type).opens === true && score >= leastScoreOfOpening
}

/** The best facts of kinds that open a story, one a column. */
function openingFacts(facts: readonly Told[]): readonly Told[] {
  const measures = new Set<unknown>()
  const opening = facts.filter(({ draft }) => {
    if (!opensStory(draft)) return false
    const key = JSON.stringify([draft.table, draft.details.measure ?? null])
    const fresh = !measures.has(key)
    measures.add(key)
    return fresh
  })
  return opening.toSorted((left, right) => right.draft.score - left.draft.score).slice(0, placesOfOpening.length)
}

/** Whether the fact is the rate or the middle of all that the finding compares: it is read first. */
function isBaseOf(fact: Told, finding: Told): boolean {
  return (
    fact.draft.table === finding.draft.table && kindOf(fact.draft.type).isBaseOf?.(fact.draft, finding.draft) === true
  )
}

/** In the order of rank, at most three of a kind, and a measure compared by one dimension only: the first that tells most. */
function varied(told: readonly Told[]): readonly Told[] {
  const seen = new Map<InsightType, number>()
  const measures = new Set<string>()
  return told.filter(({ draft }) => {
    const compared = kindOf(draft.type).comparesMeasure ? `${draft.table}\n${draft.details.measure}` : null
    if (compared !== null && measures.has(compared)) return false
    const before = seen.get(draft.type) ?? 0
    seen.set(draft.type, before + 1)
    if (compared !== null) measures.add(compared)
    return before < (kindOf(draft.type).mostOfOpening?.(draft) ?? mostKeyOfAType)
  })
}
