/** Every place of some words in a text, with the words around it. */
import type { DocumentHit } from '../../shared/document/reading.ts'

/** Characters of the text around a hit that are shown with it, on either side. */
const contextLength = 60

/**
 * A pattern for the words as they stand, in any case: any white space between them is as good as another. Null when
 * there is nothing but white space. Unicode's simple case folding, as regular expressions have it, keeps every length,
 * so that places are right.
 */
export function patternOf(words: string): RegExp | null {
  const parts = words.normalize('NFC').trim().split(/\s+/u)
  if (parts[0] === undefined || parts[0] === '') return null
  const escaped = parts.map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
  return new RegExp(escaped.join('\\s+'), 'giu')
}

export function findOnPage(page: number, text: string, pattern: RegExp): DocumentHit[] {
  const hits: DocumentHit[] = []
  for (const match of text.matchAll(pattern)) {
    const start = match.index
    const end = start + match[0].length
    hits.push({ page, start, end, ...snippetOf(text, start, end) })
  }
  return hits
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
