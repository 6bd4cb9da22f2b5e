/** What statements of a section rest on, said once where it is the same for several in a row. */
import { isOfAll } from '../insights/words/bases.ts'
import { type Phrase, sentence, withoutBases } from '../insights/words/phrase.ts'

export type BaseOnce = (claim: Phrase, table: string) => Phrase

/**
 * Of one section: a claim that rests on what the claim before it did does not say so again. A claim that says in other
 * words what it rests on ends that, so that none is read with the base of another. What holds of all (“overall 32.3% of
 * 2,201”) is said once in a story: `wholes` are those said before.
 */
export function baseOnce(wholes: Set<string> = new Set()): BaseOnce {
  let known: string | null = null
  return (claim, table) => {
    const bases = claim.bases?.map(({ key }) => ({ own: `${table}\n${key}`, ofAll: isOfAll(key) })) ?? []
    const isKnown = bases.length > 0 && bases.every(({ own, ofAll }) => (ofAll ? wholes.has(own) : own === known))
    known = bases.findLast(({ ofAll }) => !ofAll)?.own ?? null
    for (const { own, ofAll } of bases) if (ofAll) wholes.add(own)
    return isKnown ? withoutBase(claim) : claim
  }
}

/** The sentence as it is after one that rests on the same. */
export function withoutBase(claim: Phrase): Phrase {
  return sentence(withoutBases(claim))
}

/** Statements of one section in their order, each with what says its base only where it is new. */
export function inARow<One, Made>(
  all: readonly One[],
  make: (one: One, once: BaseOnce) => Made,
  wholes: Set<string>,
): readonly Made[] {
  const once = baseOnce(wholes)
  return all.map((one) => make(one, once))
}
