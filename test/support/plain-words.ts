/** Finds what is still written in plain letters where everything is said in the pseudo-language. */

/** Words that are the same in every language, and what `Intl` writes in the locale the pseudo-language borrows. */
const sameEverywhere = [
  'Storyglass',
  'ms',
  'kB',
  'MB',
  'GB',
  'and',
  'or',
  ...Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 1))).flatMap((date) =>
    (['long', 'short'] as const).map((month) => date.toLocaleDateString('en-GB', { month, timeZone: 'UTC' })),
  ),
]

/** Two letters or more: single ones are signs. */
const plainWord = /[A-Za-z]{2,}/gu

/** All plain words of a text, each once. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.match(plainWord) ?? [])]
}

/**
 * The lines of `text` in which a plain word stands that is none of `data`'s: of what came from a file, or is typed and
 * read by programs. Only made-up words should be data, lest they hide a sentence that has them.
 */
export function plainLines(text: string, data: Iterable<string>): string[] {
  const known = new Set([...sameEverywhere, ...data].flatMap(wordsOf).map((word) => word.toLowerCase()))
  return text
    .split('\n')
    .filter((line) => wordsOf(line).some((word) => !known.has(word.toLowerCase())))
    .map((line) => line.trim())
}
