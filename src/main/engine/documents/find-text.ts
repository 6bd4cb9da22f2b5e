/** Every place of some words in a text, with the words around it. */

import type { DocumentHit } from '../../../shared/document/reading.ts'
import { literalPattern } from '../../../shared/format/literal-pattern.ts'

/** Characters of the text around a hit that are shown with it, on either side. */
const contextLength = 60

/** Nothing of these is seen: places where a word may be broken, and marks of the file's own. */
const unseen = /[\u00ad\u200b\u2060\ufeff]/gu
const betweenLetters = '[\\u00ad\\u200b\\u2060\\ufeff]*'
/** Letters that a file may hold as one sign, the longest first; each with the ways it may be put together. */
const joined: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  ['ffi', [['f', 'f', 'i'], ['\ufb03'], ['\ufb00', 'i'], ['f', '\ufb01']]],
  ['ffl', [['f', 'f', 'l'], ['\ufb04'], ['\ufb00', 'l'], ['f', '\ufb02']]],
  ['ff', [['f', 'f'], ['\ufb00']]],
  ['fi', [['f', 'i'], ['\ufb01']]],
  ['fl', [['f', 'l'], ['\ufb02']]],
  ['ss', [['s', 's'], ['ß']]],
  ['ß', [['ß'], ['s', 's']]],
  ['st', [['s', 't'], ['\ufb05'], ['\ufb06']]],
])

/**
 * A pattern for the words as they are read: in any case, with any white space between them, however the file puts
 * letters and accents together. Null when there is nothing to be seen in them. It is matched with the text as it stands,
 * so that places are right.
 */
export function patternOf(words: string): RegExp | null {
  const parts = words
    .normalize('NFC')
    .replaceAll(unseen, '')
    .replaceAll(/[\ufb00-\ufb06]/gu, (sign) => sign.normalize('NFKC'))
    .trim()
    .split(/\s+/u)
  if (parts[0] === undefined || parts[0] === '') return null
  // A letter with an accent beside it is another letter.
  return new RegExp(`${parts.map(wordPattern).join('\\s+')}(?![\\u0300-\\u036f])`, 'giu')
}

function wordPattern(word: string): string {
  const letters: string[] = []
  for (let at = 0; at < word.length; ) {
    const rest = word.slice(at, at + 3).toLowerCase()
    const found = [...joined].find(([together]) => rest.startsWith(together))
    if (found === undefined) {
      const letter = String.fromCodePoint(word.codePointAt(at) ?? 0)
      letters.push(letterPattern(letter))
      at += letter.length
    } else {
      const [together, ways] = found
      letters.push(`(?:${ways.map((way) => way.join(betweenLetters)).join('|')})`)
      at += together.length
    }
  }
  return letters.join(betweenLetters)
}

/** As one character or with its accents beside it. */
function letterPattern(letter: string): string {
  const apart = letter.normalize('NFD')
  return apart === letter ? literalPattern(letter) : `(?:${letter}|${apart})`
}

/** How often it stands there, and the first `most` of the places. */
export function findOnPage(
  page: number,
  text: string,
  pattern: RegExp,
  most = Number.POSITIVE_INFINITY,
): { readonly hits: DocumentHit[]; readonly total: number } {
  const hits: DocumentHit[] = []
  let total = 0
  for (const match of text.matchAll(pattern)) {
    total += 1
    if (total > most) continue
    const start = match.index
    const end = start + match[0].length
    hits.push({ page, start, end, ...snippetOf(text, start, end) })
  }
  return { hits, total }
}

/** Whole words where there are any near; line ends become spaces, one for one, so that places stay right. */
function snippetOf(
  text: string,
  start: number,
  end: number,
): Pick<DocumentHit, 'snippet' | 'snippetStart' | 'snippetEnd'> {
  const from = wordBefore(text, Math.max(0, start - contextLength), start)
  const to = wordAfter(text, end, Math.min(text.length, end + contextLength))
  const before = `${from > 0 ? '…' : ''}${text.slice(from, start)}`
  const hit = text.slice(start, end)
  const after = `${text.slice(end, to)}${to < text.length ? '…' : ''}`
  const snippet = `${before}${hit}${after}`.replaceAll(/\s/gu, ' ')
  return { snippet, snippetStart: before.length, snippetEnd: before.length + hit.length }
}

/** The first beginning of a word between the two, or `from` moved out of a pair of surrogates. */
function wordBefore(text: string, from: number, start: number): number {
  if (from === 0) return 0
  const space = text.slice(from, start).search(/\s\S/u)
  if (space >= 0) return from + space + 1
  return isInsideCharacter(text, from) ? from + 1 : from
}

function wordAfter(text: string, end: number, to: number): number {
  if (to === text.length) return to
  const cut = /\s\S*$/u.exec(text.slice(end, to))
  if (cut !== null) return end + cut.index
  return isInsideCharacter(text, to) ? to - 1 : to
}

function isInsideCharacter(text: string, index: number): boolean {
  return /[\udc00-\udfff]/u.test(text.charAt(index)) && /[\ud800-\udbff]/u.test(text.charAt(index - 1))
}
