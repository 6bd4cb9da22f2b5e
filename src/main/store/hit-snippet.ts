/**
 * The words around a hit, as FTS5's `snippet` gives them. That reads every text to its end, twice; this one stops at the
 * first place that has every word, which common words have near the beginning.
 */

/** Words shown. */
const shown = 14
const word = /[\p{L}\p{N}\p{M}\p{Co}]+/gu
const ascii = /^[\x20-\x7e]*$/

interface Token {
  readonly start: number
  readonly end: number
  /** Which of the words looked for it is; −1 for none. */
  readonly found: number
}

/** Which of the words looked for a word of the index is, by their place; −1 for none. */
export type Matcher = (indexed: string) => number

interface Place {
  readonly tokens: readonly Token[]
  readonly first: number
  readonly last: number
  /** Different words looked for within. */
  readonly words: number
}

/**
 * Up to 14 words of the first of `fields` that has most of the `count` words looked for close together, each hit in
 * square brackets; null where none is found, as where the index folds a letter in another way. O(length of the fields).
 */
export function hitSnippet(
  fields: readonly { readonly text: string; readonly match: Matcher }[],
  count: number,
): string | null {
  let best: { readonly text: string; readonly place: Place } | null = null
  for (const { text, match } of fields) {
    const place = placeIn(text, match, count)
    if (place === null || place.words <= (best?.place.words ?? 0)) continue
    best = { text, place }
    if (place.words === count) break
  }
  return best === null ? null : around(best.text, best.place)
}

function placeIn(text: string, match: Matcher, count: number): Place | null {
  const tokens: Token[] = []
  let hits: number[] = []
  let best: Omit<Place, 'tokens'> | null = null
  for (const { index: start, 0: own } of text.matchAll(word)) {
    const found = match(indexedForm(own))
    tokens.push({ start, end: start + own.length, found })
    if (best?.words === count) {
      // So many more that the place may stand in the middle.
      if (tokens.length > best.last + shown) break
      continue
    }
    if (found < 0) continue
    const last = tokens.length - 1
    hits = [...hits.filter((hit) => last - hit < shown), last]
    const words = new Set(hits.map((hit) => tokens[hit]?.found)).size
    if (words > (best?.words ?? 0)) best = { first: hits[0] ?? last, last, words }
  }
  return best === null ? null : { ...best, tokens }
}

/** As `unicode61 remove_diacritics 2` has a word. */
export function indexedForm(own: string): string {
  return ascii.test(own) ? own.toLowerCase() : own.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')
}

function around(text: string, { tokens, first, last }: Place): string {
  const before = Math.floor((shown - (last - first + 1)) / 2)
  const from = Math.max(0, Math.min(first - before, tokens.length - shown))
  const window = tokens.slice(from, from + shown)
  const isEnd = from + shown >= tokens.length
  let at = from === 0 ? 0 : (window[0]?.start ?? 0)
  let said = from === 0 ? '' : '…'
  for (const { start, end, found } of window) {
    said += found < 0 ? text.slice(at, end) : `${text.slice(at, start)}[${text.slice(start, end)}]`
    at = end
  }
  return said + (isEnd ? text.slice(at) : '…')
}
