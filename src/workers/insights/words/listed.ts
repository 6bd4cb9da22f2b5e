/** Lists as a language writes them. */
import type { TextsTag } from '../../../shared/texts/texts.ts'
import { nothing, type Phrase } from './phrase.ts'
import { sharedWords } from './shared/index.ts'

/** `a`, `a and b`, `a, b and c`. */
export function listed(phrases: readonly Phrase[], language: TextsTag): Phrase {
  return joined(phrases, 'lastOfList', language)
}

/** `a`, `a or b`, `a, b or c`. */
export function eitherOf(phrases: readonly Phrase[], language: TextsTag): Phrase {
  return joined(phrases, 'lastOfChoice', language)
}

function joined(phrases: readonly Phrase[], last: 'lastOfList' | 'lastOfChoice', language: TextsTag): Phrase {
  const words = sharedWords.in(language)
  const [first = nothing, ...others] = phrases
  return others.reduce(
    (list, one, place) =>
      place === others.length - 1 ? words[last]({ list, last: one }) : words.list({ list, next: one }),
    first,
  )
}
