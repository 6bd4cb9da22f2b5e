/** What a person says of a text, held against the text before it is used. */
import type { ReadingOptions } from '../../../shared/story/reading.ts'

/** Of delimiters that cannot be seen. */
export const delimiterNames: Readonly<Record<string, string>> = { '\t': 'a tab', ' ': 'blanks', '': 'none' }

/** Null, or why the text cannot be read so. */
export function faultOfAsked(text: string, { delimiter }: ReadingOptions): string | null {
  if (delimiter !== undefined && !text.includes(delimiter)) {
    return `${delimiterNames[delimiter] ?? `"${delimiter}"`} stands nowhere in the first part of it`
  }
  return null
}

export function isKnownEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== 'replacement'
  } catch {
    return false
  }
}
