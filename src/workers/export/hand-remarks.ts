/** What a file says of a person's hand on a paragraph, as sentences after it: a reader must not take it for generated. */
import { listIn } from '../../shared/format/words.ts'
import type { Paragraph, Story } from '../../shared/story/story.ts'
import type { Texts } from '../../shared/texts/texts.ts'

export function handRemarks({ hand }: Paragraph, { hand: words, locale }: Texts): readonly string[] {
  if (hand === undefined) return []
  const { was, unverified = [], note } = hand
  const numbers = listIn(locale, [...new Set(unverified.map(({ text }) => text))])
  const edited = unverified.length > 0 ? words.editedUnverified({ numbers }) : words.edited
  return [...(was === undefined ? [] : [edited]), ...(note === undefined ? [] : [words.noted({ text: note })])]
}

/**
 * The same of each statement, by its id, for files that list statements one by one: also that it was pinned, which there
 * no place shows. What is said of a paragraph is said of each statement in it.
 */
export function remarksOnStatements({ sections }: Story, texts: Texts): ReadonlyMap<string, readonly string[]> {
  const remarks = new Map<string, readonly string[]>()
  for (const paragraph of sections.flatMap(({ paragraphs }) => paragraphs)) {
    const pinned = paragraph.hand?.pinned === true ? [texts.hand.pinnedByHand] : []
    for (const id of paragraph.insights) {
      const all = [...(remarks.get(id) ?? []), ...pinned, ...handRemarks(paragraph, texts)]
      if (all.length > 0) remarks.set(id, [...new Set(all)])
    }
  }
  return remarks
}
