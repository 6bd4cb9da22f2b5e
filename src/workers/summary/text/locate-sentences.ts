/** All sentences of a document, in order, with their places. */
import type { WorkContext } from '../../runtime/context.ts'
import { pacer } from '../../runtime/pacer.ts'
import type { Sentence } from '../ranking/sentence.ts'
import { lemma } from '../words/lemma.ts'
import { stopWordsOf } from '../words/stop-words.ts'
import { wordsOf } from '../words/words.ts'
import type { Line } from './lines.ts'
import { paragraphsOf, placesOf, vocabularyOf } from './paragraphs.ts'
import type { Located } from './place-of.ts'
import { sentenceSpans } from './sentences.ts'

export type LocatedSentence = Sentence & { readonly located: Located }

/** A sentence ends as one; anything else is a heading, a label or a piece of a form. */
const ending = /[.!?…。！？]["'”’»›)\]]*$/u
const longestCharacters = 2_000

export async function locateSentences(
  lines: readonly Line[],
  language: string | null,
  context: WorkContext,
): Promise<LocatedSentence[]> {
  const pace = pacer(context)
  const stopWords = stopWordsOf(language)
  const prose = lines.filter((line) => line.role === 'prose')
  const paragraphs = await paragraphsOf(lines, await vocabularyOf(prose, pace), pace)
  const sentences: LocatedSentence[] = []
  for (const [number, paragraph] of paragraphs.entries()) {
    await pace()
    for (const { from, to } of sentenceSpans(paragraph.text, language)) {
      const text = paragraph.text.slice(from, to)
      if (!ending.test(text) || text.length > longestCharacters) continue
      const places = placesOf(paragraph, from, to)
      if (places === null) continue
      const words = wordsOf(text)
      if (words.length < 2) continue
      const terms = words
        .filter((word) => /\p{L}/u.test(word.text) && !stopWords.has(word.text.toLowerCase()))
        .map((word) => lemma(word.text, language))
        .filter((term) => term.length > 1)
      sentences.push({
        text,
        places,
        words: words.length,
        terms,
        paragraph: number,
        opens: from === 0,
        isItem: paragraph.isItem,
        located: { paragraph, from },
      })
    }
  }
  return sentences
}
