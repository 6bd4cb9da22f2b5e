/** Where a statement's sentence stands in a paragraph. */

/** Index in UTF-16 units; -1 where it does not. In a sentence that goes on, it stands without its capital. */
export function placeOfSentence(text: string, sentence: string): number {
  const whole = text.indexOf(sentence)
  if (whole >= 0 || sentence === '') return whole
  const first = sentence.slice(0, 1)
  return text.indexOf(first.toLocaleLowerCase('en') + sentence.slice(1))
}
