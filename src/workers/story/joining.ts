/** How statements that stand beside each other are made one text: what belongs together, and the words between. */
import type { InsightDraft } from '../../shared/story/insight.ts'
import { kindOf } from '../insights/kinds/index.ts'
import { ownColumns } from '../insights/words/likewise.ts'
import type { Chooser } from '../insights/words/paraphrase.ts'
import { type Phrase, sentence } from '../insights/words/phrase.ts'
import { isFact, type Told } from './statement.ts'
import type { Frame } from './words/index.ts'

/** More than this is a wall again. */
const mostOfAParagraph = 2

/** What a statement is about, for bringing statements together. */
function subjectOf({ draft }: Told): string {
  return JSON.stringify([draft.table, String(draft.details.measure ?? ownColumns(draft).at(-1) ?? '')])
}

/**
 * Findings before facts, in the order of rank, with statements on the same measure brought together; and what says the
 * same of another measure before what says the opposite, which is then one contrast and not one after another.
 */
export function neighbours(members: readonly Told[]): readonly Told[] {
  const groups = new Map<string, Told[]>()
  const ordered = members.toSorted((left, right) => Number(isFact(left)) - Number(isFact(right)))
  for (const one of ordered) {
    const subject = subjectOf(one)
    groups.set(subject, [...(groups.get(subject) ?? []), one])
  }
  return alikeTogether([...groups.values()]).flat()
}

/** Each group is followed by those that begin with the same of another measure. */
function alikeTogether(groups: readonly (readonly Told[])[]): readonly (readonly Told[])[] {
  const [first, ...others] = groups
  if (first === undefined) return []
  const isAlike = (group: readonly Told[]): boolean => {
    const [one, another] = [first[0], group[0]]
    return one !== undefined && another !== undefined && relationTo(one.draft, another.draft) === 'alike'
  }
  return [first, ...others.filter(isAlike), ...alikeTogether(others.filter((group) => !isAlike(group)))]
}

/** Neighbours in paragraphs: statements on one measure stand together, two at most. */
export function inParagraphs(members: readonly Told[]): readonly (readonly Told[])[] {
  const paragraphs: Told[][] = []
  for (const one of members) {
    const last = paragraphs.at(-1)
    const [first] = last ?? []
    const goesOn = first !== undefined && subjectOf(first) === subjectOf(one)
    if (goesOn && last !== undefined && last.length < mostOfAParagraph) last.push(one)
    else paragraphs.push([one])
  }
  return paragraphs
}

export type Relation = 'alike' | 'contrast'

/** How a statement goes with the one told just before: the same of another measure, or the opposite. Null for neither. */
export function relationTo(before: InsightDraft, own: InsightDraft): Relation | null {
  const isComparable =
    before.type === own.type &&
    before.table === own.table &&
    before.details.form === own.details.form &&
    before.details.dimension === own.details.dimension &&
    before.details.time === own.details.time &&
    JSON.stringify(before.subspace ?? {}) === JSON.stringify(own.subspace ?? {}) &&
    before.details.measure !== own.details.measure
  // What may come begins with a condition of its own.
  if (!isComparable || kindOf(own.type).chapter === 'outlook') return null
  if (before.direction === 'none' || own.direction === 'none') return null
  if (before.direction !== own.direction) return 'contrast'
  return before.location === own.location || own.details.dimension === undefined ? 'alike' : null
}

/** The claim, with a word of how it goes with what was said before it. */
export function claimAfter(own: Told, before: Told | null, choose: Chooser, { joins }: Frame): Phrase {
  const relation = before === null ? null : relationTo(before.draft, own.draft)
  if (relation === null) return own.wording.claim
  const [first, ...others] = joins[relation]
  return sentence(choose(`join/${own.draft.id}`, first, ...others)({ clause: own.wording.clause }))
}
