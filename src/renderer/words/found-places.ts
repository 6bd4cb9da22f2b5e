/** Where in a text the library's search finds its words: as their beginnings, whatever the case and the accents. */
import { toSearchWords } from '../../shared/library/search-words.ts'

export interface FoundPlace {
  /** In UTF-16 units of the text. */
  readonly start: number
  /** After the whole word the hit begins. */
  readonly end: number
}

export function foundPlaces(text: string, search: string): readonly FoundPlace[] {
  const sought = toSearchWords(search).map(plain)
  if (sought.length === 0) return []
  return [...text.matchAll(/[\p{L}\p{N}\p{M}\p{Co}]+/gu)]
    .filter(({ 0: word }) => sought.some((one) => plain(word).startsWith(one)))
    .map(({ index, 0: word }) => ({ start: index, end: index + word.length }))
}

function plain(word: string): string {
  return word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
