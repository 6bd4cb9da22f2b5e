/** Caveats beside the finding each touches: the analysis' own, and those that the quality of its columns gives. */

import { kindOf, kinds } from '../insights/kinds/index.ts'
import { named, type Phrase, sentence } from '../insights/words/phrase.ts'
import { onlyOnce, type Unsaid } from './only-once.ts'
import type { Told } from './statement.ts'

/**
 * The caveats of each statement in turn, those of a table once a page: that rows of one key resemble each other, or that
 * a column has gaps, is as true of the next statement and read again for nothing.
 */
export function caveatsOnceOf(quality: readonly Told[]): (told: Told) => readonly Phrase[] {
  const saidOf = new Map<string, Unsaid>()
  return (told) => {
    const unsaid = saidOf.get(told.draft.table) ?? onlyOnce()
    saidOf.set(told.draft.table, unsaid)
    return unsaid(caveatsOf(told, quality))
  }
}

/** Sentences to stand after a statement. Its own caveats are names: what analysis wrote, digits and all. */
function caveatsOf(told: Told, quality: readonly Told[]): readonly Phrase[] {
  const own = told.draft.caveats.map((caveat) => sentence(named(caveat)))
  if (told.draft.class === 'quality') return own
  const touching = quality.filter(
    ({ draft }) => draft.table === told.draft.table && kindOf(draft.type).isCaveatOf?.(draft, told.draft) === true,
  )
  return [...own, ...inOrderOfKinds(touching).map(({ wording }) => wording.claim)]
}

function inOrderOfKinds(all: readonly Told[]): readonly Told[] {
  return kinds.flatMap(({ type }) => all.filter(({ draft }) => draft.type === type))
}
