/** Caveats beside the finding each touches: the analysis' own, and those that the quality of its columns gives. */
import { named, type Phrase, sentence } from './phrase.ts'
import type { Told } from './statement.ts'

/** From this share of missing values on, a statement about the column says so. */
const tellingShare = 0.05

/** Sentences to stand after a statement. Its own caveats are names: what analysis wrote, digits and all. */
export function caveatsOf(told: Told, quality: readonly Told[]): readonly Phrase[] {
  const own = told.draft.caveats.map((caveat) => sentence(named(caveat)))
  if (told.draft.class === 'quality') return own
  const gaps = quality.filter(
    ({ draft }) =>
      draft.type === 'missing' &&
      draft.table === told.draft.table &&
      draft.columns.some(
        (column) =>
          told.draft.columns.includes(column) && !told.draft.caveats.some((caveat) => caveat.includes(column)),
      ) &&
      Number(draft.evidence.values.share ?? 0) >= tellingShare,
  )
  const codes = quality.filter(
    ({ draft }) =>
      draft.type === 'sentinel' &&
      draft.table === told.draft.table &&
      draft.columns.some((column) => told.draft.columns.includes(column)),
  )
  return [...own, ...[...gaps, ...codes].map(({ wording }) => wording.claim)]
}
