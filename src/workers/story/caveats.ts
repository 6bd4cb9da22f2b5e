/** Caveats beside the finding each touches: the analysis' own, and those that the quality of its columns gives. */

import { kindOf, kinds } from '../insights/kinds/index.ts'
import { named, type Phrase, sentence } from '../insights/words/phrase.ts'
import type { Told } from './statement.ts'

/** Sentences to stand after a statement. Its own caveats are names: what analysis wrote, digits and all. */
export function caveatsOf(told: Told, quality: readonly Told[]): readonly Phrase[] {
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
