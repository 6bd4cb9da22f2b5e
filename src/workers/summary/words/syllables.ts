/** Syllables of a word, estimated from its vowels, as readability formulas count them. */

export function syllablesOf(word: string, language: string): number {
  const text = word.normalize('NFC').toLowerCase()
  switch (language) {
    case 'en':
      return english(text)
    case 'de':
      return groups(text, /[aeiouyäöü]+/gu, /(?:ie|ei|ai|au|eu|äu|aa|ee|oo)/gu)
    case 'es':
      return spanish(text)
    default:
      return Math.max(1, text.match(/[aeiouyáéíóúàèìòùâêîôûäëïöüãõæœ]+/gu)?.length ?? 0)
  }
}

/** Groups of vowels; a final `e` and `-ed` that are not spoken do not count. */
function english(word: string): number {
  if (!/[a-z]/u.test(word)) return 1
  let count = word.match(/[aeiouy]+/gu)?.length ?? 0
  if (/[^aeiouyl]e$|[aeiouy]le$/u.test(word)) count -= 1
  if (/[^aeiouytd]ed$/u.test(word)) count -= 1
  if (/[^aeiouysxzcg]es$/u.test(word)) count -= 1
  count +=
    word.match(/i[aou](?!u)|[^q]ua|eo(?!u)|[aeiou]ing\b/gu)?.filter((found) => !/^(?:tio|sio|cia|tia)/u.test(found))
      .length ?? 0
  count -= word.match(/[tscgx]i(?:o|a)/gu)?.length ?? 0
  return Math.max(1, count)
}

/** Each vowel is a syllable but for those written with two letters. */
function groups(word: string, vowels: RegExp, digraphs: RegExp): number {
  const all = word.match(vowels) ?? []
  const count = all.reduce((sum, run) => sum + run.length - (run.match(digraphs)?.length ?? 0), 0)
  return Math.max(1, count)
}

/** Strong vowels and accented weak ones make a syllable; a weak one beside them does not. */
function spanish(word: string): number {
  const spoken = word.replaceAll(/qu(?=[eiéí])|gu(?=[eiéí])/gu, 'k').replaceAll(/y(?![aeiouáéíóú])/gu, 'i')
  const strong = spoken.match(/[aeoáéíóú]/gu)?.length ?? 0
  const weakAlone = spoken.match(/(?<![aeoáéíóúiuü])[iuü]+(?![aeoáéíóúiuü])/gu)?.length ?? 0
  return Math.max(1, strong + weakAlone)
}
