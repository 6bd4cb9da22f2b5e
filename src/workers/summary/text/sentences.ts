/**
 * Sentences of a paragraph. Unicode's rules (UAX #29, as `Intl.Segmenter` has them) cut after every full stop before a
 * capital; what they cut too often is joined again: abbreviations, initials, numbers, citations, brackets.
 */
import { stopWordsOf } from '../words/stop-words.ts'
import { beforeNumber, neverEnding, sometimesEnding } from './abbreviations.ts'

/** In the paragraph's text, without white space at the ends. */
export interface Span {
  readonly from: number
  readonly to: number
}

const longestBracket = 400

/** `language`: BCP 47 or null. Covers the text but for white space. */
export function sentenceSpans(text: string, language: string | null): Span[] {
  const stopWords = stopWordsOf(language)
  const spans: { from: number; to: number }[] = []
  for (const { index, segment } of segmenter(language).segment(text)) {
    const from = index + segment.length - segment.trimStart().length
    const to = index + segment.trimEnd().length
    if (to <= from) continue
    const last = spans.at(-1)
    if (last !== undefined && !isBoundary(text.slice(last.from, last.to), text.slice(from, to), stopWords, language))
      last.to = to
    else spans.push({ from, to })
  }
  return spans
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(language: string | null): Intl.Segmenter {
  const key = language ?? 'en'
  const known = segmenters.get(key)
  if (known !== undefined) return known
  const made = new Intl.Segmenter(key, { granularity: 'sentence' })
  segmenters.set(key, made)
  return made
}

function isBoundary(before: string, after: string, stopWords: ReadonlySet<string>, language: string | null): boolean {
  // A small letter or a mark that closes begins no sentence.
  if (/^[\p{Ll},;:)\]}»”’]/u.test(after) && !/[。！？]$/u.test(before)) return false
  if (isOpen(before) && /[)\]]/u.test(after.slice(0, longestBracket)) && before.length < longestBracket) return false
  if (/^(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]|\d+(?:\.\d+)+\.?)$/u.test(before)) return false
  // z. B., d. h., i. e., p. ej.
  if (/(?:^|[\s(])\p{Ll}\.$/u.test(before) && /^\p{L}{1,2}\./u.test(after)) return false
  if (/(?:^|[\s(])\p{Ll}\.\s\p{L}{1,2}\.$/u.test(before)) return false
  const token = /(?:^|[\s([{"“„«/–-])(?<word>[^\s([{"“„«/–]+?)\.$/u.exec(before)?.groups?.word
  if (token === undefined) return true
  const word = token.toLowerCase()
  const next = /^["'“„«(]*(?<word>[\p{L}\p{N}]+)/u.exec(after)?.groups?.word ?? ''
  const nextIsNumber = /^[("“[]*\d/u.test(after) || /^[([]/u.test(after)
  if (neverEnding.has(word)) return false
  if (beforeNumber.has(word)) return !nextIsNumber
  const nextBegins = stopWords.has(next.toLowerCase()) && /^\p{Lu}/u.test(next)
  if (sometimesEnding.has(word)) return nextBegins && !nextIsNumber
  // Initials: J. Smith, A. N. Other, U. S. Navy.
  if (/^(?:\p{Lu}\.?-?){1,3}$/u.test(token))
    return nextBegins && token.length === 1 ? !/^(?:A|I)$/u.test(next) : nextBegins
  // Ordinal numbers: am 3. Mai, im 19. Jahrhundert.
  if (/^\d{1,2}$/u.test(token) && ordinalLanguages.has(language?.slice(0, 2) ?? '')) {
    return !/(?:^|\s)(?:am|vom|zum|im|der|die|das|den|dem|des|bis|und|ab|seit|den|af|på)\s\d{1,2}\.$/iu.test(before)
  }
  return true
}

const ordinalLanguages: ReadonlySet<string> = new Set([
  'de',
  'da',
  'nb',
  'nn',
  'no',
  'fi',
  'cs',
  'hu',
  'sk',
  'sl',
  'hr',
  'tr',
])

function isOpen(text: string): boolean {
  let depth = 0
  for (const sign of text) {
    if (sign === '(' || sign === '[') depth += 1
    else if ((sign === ')' || sign === ']') && depth > 0) depth -= 1
  }
  return depth > 0
}
