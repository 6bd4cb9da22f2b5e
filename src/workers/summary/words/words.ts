/** Words of a text with their places in it. */

export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * An article that has lost its vowel is a word by itself: l'eau, d'un, dell'arte. A capital D or O before an apostrophe is
 * part of a name.
 */
const elided = String.raw`(?<![\p{L}\p{N}])(?:[ldjmnstcLJMNSC]|[Qq]u|[Dd]ell|[Nn]ell|[Ss]ull|[Aa]ll|[Dd]all|[Uu]n)(?=['’]\p{L}{2})`
const word = new RegExp(String.raw`${elided}|[\p{L}\p{M}\p{N}]+(?:['’.‐-][\p{L}\p{M}\p{N}]+)*`, 'gu')
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Whether words of this text are written without spaces between them. */
export function isWithoutSpaces(text: string): boolean {
  return withoutSpaces.test(text)
}

export function wordsOf(text: string): Word[] {
  if (isWithoutSpaces(text)) return segmented(text)
  const words: Word[] = []
  for (const match of text.matchAll(word))
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  return words
}

let segmenter: Intl.Segmenter | null = null

function segmented(text: string): Word[] {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' })
  const words: Word[] = []
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (isWordLike === true) words.push({ text: segment, start: index, end: index + segment.length })
  }
  return words
}
