/** What a file says of a person's hand on a paragraph, as sentences after it: a reader must not take it for generated. */
import { listIn } from '../../shared/format/words.ts'
import type { Paragraph } from '../../shared/story/story.ts'
import type { Texts } from '../../shared/texts/texts.ts'

export function handRemarks({ hand }: Paragraph, { hand: words, locale }: Texts): readonly string[] {
  if (hand === undefined) return []
  const { was, unverified = [], note } = hand
  const numbers = listIn(locale, [...new Set(unverified.map(({ text }) => text))])
  const edited = unverified.length > 0 ? words.editedUnverified({ numbers }) : words.edited
  return [...(was === undefined ? [] : [edited]), ...(note === undefined ? [] : [words.noted({ text: note })])]
}
