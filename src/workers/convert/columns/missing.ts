/** Words that stand for "no value". */

/** Nothing but these means missing in a column of numbers, dates or booleans. In lower case, trimmed. */
export const missingWords: readonly string[] = [
  '',
  'na',
  'n/a',
  'n.a.',
  '#n/a',
  '<na>',
  'null',
  '(null)',
  '\\n',
  'nil',
  'none',
  'nan',
  'nat',
  '-',
  '--',
  '–',
  '—',
  '.',
  '..',
  '...',
  '?',
  'missing',
  '#value!',
  '#ref!',
  '#div/0!',
  '#name?',
  '#null!',
  '#num!',
]

/**
 * In a column of words fewer of them are safe: `none` and `missing` may be answers there, and `nil` a name.
 */
export const missingWordsInText: readonly string[] = missingWords.filter(
  (word) => !['none', 'missing', 'nil', 'nat', 'nan'].includes(word),
)

const anywhere = new Set(missingWords)
const inText = new Set(missingWordsInText)

/** The longest of them, so that longer values need no look. */
export const longestMissingWord = Math.max(...missingWords.map((word) => word.length))

/** Whitespace at both ends, the non-breaking kinds included. */
export const trimPattern = /^[\s\u00a0\u2007\u202f\ufeff]+|[\s\u00a0\u2007\u202f\ufeff]+$/gu

export function trimmed(text: string): string {
  return text.replace(trimPattern, '')
}

export function isMissing(text: string): boolean {
  const word = trimmed(text)
  return word.length <= longestMissingWord && anywhere.has(word.toLowerCase())
}

export function isMissingInText(text: string, keepsNa: boolean): boolean {
  const word = trimmed(text)
  if (word.length > longestMissingWord) return false
  const lower = word.toLowerCase()
  return inText.has(lower) && !(keepsNa && lower === 'na')
}
