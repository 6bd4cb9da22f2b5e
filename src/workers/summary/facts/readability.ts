/** How hard the text is to read, by the formula made for its language. */
import { syllablesOf } from '../words/syllables.ts'
import { wordsOf } from '../words/words.ts'

export interface Readability {
  readonly formula: string
  readonly score: number
  /** As the score is read: `fairly difficult`. */
  readonly reads: string
}

/** Fewer words or sentences make any formula a lottery. */
const fewestWords = 100
const fewestSentences = 5
/** Of a longer document a sample, spread evenly. */
const mostSentences = 1_500

/**
 * `sentences`: running text only. English: Flesch reading ease (1948). German: Amstad (1978). Spanish: Fernández-Huerta
 * (1959, with the words a sentence as he meant them). Other languages in letters: LIX (Björnsson 1968). Null where there is too little text.
 */
export function readabilityOf(sentences: readonly string[], language: string | null): Readability | null {
  if (language === null || sentences.length < fewestSentences) return null
  const code = language.slice(0, 2).toLowerCase()
  const step = Math.ceil(sentences.length / mostSentences)
  const taken = sentences.filter((_, index) => index % step === 0)
  const words = taken
    .flatMap((sentence) => wordsOf(sentence).map((word) => word.text))
    .filter((word) => /\p{L}/u.test(word))
  if (
    words.length < fewestWords ||
    !words.every(
      (word) => !/[\p{Script=Han}\p{Script=Kana}\p{Script=Thai}\p{Script=Arabic}\p{Script=Hebrew}]/u.test(word),
    )
  )
    return null
  const wordsASentence = words.length / taken.length
  const syllablesAWord = (): number => words.reduce((sum, word) => sum + syllablesOf(word, code), 0) / words.length
  switch (code) {
    case 'en':
      return ease('Flesch reading ease', 206.835 - 1.015 * wordsASentence - 84.6 * syllablesAWord())
    case 'de':
      return ease('Flesch reading ease (Amstad)', 180 - wordsASentence - 58.5 * syllablesAWord())
    case 'es':
      return ease('Fernández-Huerta', 206.84 - 1.02 * wordsASentence - 60 * syllablesAWord())
    default: {
      const long = words.filter((word) => [...word].length > 6).length
      return lix(wordsASentence + (100 * long) / words.length)
    }
  }
}

function rounded(score: number): number {
  return Math.round(score * 10) / 10
}

/** Bands of Flesch, The Art of Readable Writing (1949). */
function ease(formula: string, exact: number): Readability {
  const score = rounded(exact)
  const bands = [
    [90, 'very easy'],
    [80, 'easy'],
    [70, 'fairly easy'],
    [60, 'standard'],
    [50, 'fairly difficult'],
    [30, 'difficult'],
  ] as const
  return { formula, score, reads: bands.find(([from]) => score >= from)?.[1] ?? 'very difficult' }
}

function lix(exact: number): Readability {
  const score = rounded(exact)
  const bands = [
    [30, 'very easy'],
    [40, 'easy'],
    [50, 'standard'],
    [60, 'difficult'],
  ] as const
  return { formula: 'LIX', score, reads: bands.find(([below]) => score < below)?.[1] ?? 'very difficult' }
}
