/** The words of what a person types into a search: the index and the window must part them alike. */

export function toSearchWords(search: string): string[] {
  return asSearched(search).match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu) ?? []
}

/**
 * A text as the indexes have it: letters that are joined into one sign apart, and nothing in a word that is not seen,
 * such as the places where it may be broken. What is indexed is shown around a hit, so that no more is changed.
 */
export function asSearched(text: string): string {
  return text.replaceAll(/[\u00ad\u2060\ufeff]/gu, '').replaceAll(/[\ufb00-\ufb06]/gu, (sign) => sign.normalize('NFKC'))
}
