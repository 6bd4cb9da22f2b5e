/** What statements of a section rest on, said once where it is the same for several in a row. */
import { type Phrase, sentence, withoutBases } from '../insights/words/phrase.ts'

export type BaseOnce = (claim: Phrase, table: string) => Phrase

/**
 * Of one section: a claim that rests on what the claim before it did does not say so again. A claim that says in other
 * words what it rests on ends that, so that none is read with the base of another.
 */
export function baseOnce(): BaseOnce {
  let known: string | null = null
  return (claim, table) => {
    const keys = claim.bases?.map(({ key }) => `${table}\n${key}`) ?? []
    const isKnown = keys.length > 0 && keys.every((key) => key === known)
    known = keys.at(-1) ?? null
    return isKnown ? withoutBase(claim) : claim
  }
}

/** The sentence as it is after one that rests on the same. */
export function withoutBase(claim: Phrase): Phrase {
  return sentence(withoutBases(claim))
}

/** Statements of one section in their order, each with what says its base only where it is new. */
export function inARow<One, Made>(all: readonly One[], make: (one: One, once: BaseOnce) => Made): readonly Made[] {
  const once = baseOnce()
  return all.map((one) => make(one, once))
}
