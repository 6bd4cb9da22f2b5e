/** Which code page of Latin letters a short text is in: by the words that its bytes make in each. */
import { type LatinPage, languagesElsewhere, type WesternText, westernTexts, westernWords } from './latin-languages.ts'

/** Signs that stand before or behind a word of Windows-1252 and are no part of it. */
const signsBefore = /^[¿¡£¥¢°¼½¾ªº]{1,3}/u
const signsBehind = /[£¥¢°¼½¾¹²³ªº]{1,3}$/u

/**
 * The page of another language than those of Western Europe, where one language has all letters of the text, and the
 * words of Windows-1252 would be none of any language it is made for (`Jiøí`, `Muðla`). Null where both could be.
 */
export function otherLatinPage(bytes: Buffer): LatinPage | null {
  const words = wordsOf(bytes)
  if (words.length === 0 || !seemsElsewhere(words)) return null
  for (const { pages, letters } of languagesElsewhere) {
    const page = pages.find(
      (one) => words.every((word) => isWord(decoded(word, one), letters)) && words.some((word) => differs(word, one)),
    )
    if (page !== undefined) return page
  }
  return null
}

/** Runs of letters that have a byte above 127 among them, quotes and dashes around them left out. */
function wordsOf(bytes: Buffer): Buffer[] {
  const words: Buffer[] = []
  let start = 0
  let isTelling = false
  for (let at = 0; at <= bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (isLetterByte(byte)) {
      isTelling ||= byte >= 0x80
      continue
    }
    if (isTelling) words.push(bytes.subarray(start, at))
    start = at + 1
    isTelling = false
  }
  return words
}

/** Letters in one of the pages; what is punctuation, or a mark of its own, in all of them is none. */
function isLetterByte(byte: number): boolean {
  if (byte < 0x80) return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
  return byte >= 0x8a && !(byte >= 0x91 && byte <= 0x97) && !punctuation.has(byte)
}

/** € and quotes stand below; § © « ® ° µ ¶ · » and the blanks that do not break, which all pages have in one place. */
const punctuation = new Set([0x8b, 0x99, 0x9b, 0xa0, 0xa7, 0xa9, 0xab, 0xad, 0xae, 0xb0, 0xb5, 0xb7, 0xbb])

function seemsElsewhere(words: readonly Buffer[]): boolean {
  const texts = words.map((word) => decoded(word, 'windows-1252'))
  const hasNotes = texts.some((text) => /[¹²]$/u.test(text))
  const bare = texts.map((text) => withoutSigns(text, hasNotes).toLowerCase())
  if (westernTexts.some((language) => suits(language, bare))) return false
  const strange = bare.filter((text) => text !== '' && !westernWords.some((word) => word.test(text)))
  return strange.length > 0.2 * words.length
}

const severalWords = 3

function suits({ word, among }: WesternText, texts: readonly string[]): boolean {
  if (texts.length >= severalWords && !texts.some((text) => among.test(text))) return false
  return texts.every((text) => text === '' || word.test(text))
}

/** No text begins to number its notes at three: `m³` is a unit, and `Pawe³` a name. */
function withoutSigns(text: string, hasNotes: boolean): string {
  const isPower = /(?:^|[^a-z])[a-z]{0,2}m³$/iu.test(text)
  return text.endsWith('³') && !hasNotes && !isPower ? text : text.replace(signsBefore, '').replace(signsBehind, '')
}

function isWord(text: string, letters: string): boolean {
  // No capital follows a small letter.
  if (/\p{Ll}\p{Lu}/u.test(text)) return false
  return [...text.toLowerCase()].every((letter) => (letter >= 'a' && letter <= 'z') || letters.includes(letter))
}

function differs(word: Buffer, page: LatinPage): boolean {
  return decoded(word, page) !== decoded(word, 'windows-1252')
}

function decoded(word: Buffer, page: string): string {
  return new TextDecoder(page).decode(word)
}
