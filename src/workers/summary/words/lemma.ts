/** A word without its plural and the like, for comparing: light, so that two words that differ are seldom made one. */

/** Lower case, possessives (`'s`) cut off. `language`: BCP 47 or null. */
export function lemma(text: string, language: string | null): string {
  let word = text.normalize('NFKC').toLowerCase().replaceAll('’', "'")
  const code = (language ?? 'en').slice(0, 2)
  word = word.replace(/'s?$/u, '')
  if (word.length < 4) return word
  switch (code) {
    case 'en':
      return english(word)
    case 'de':
    case 'nl':
      return word.length > 5 ? word.replace(/(?:ern|em|en|er|es|e|n|s)$/u, '') : word.replace(/(?:en|e|s)$/u, '')
    case 'fr':
      return word.replace(/aux$/u, 'al').replace(/(?:es|s|x|e)$/u, '')
    case 'es':
    case 'pt':
      return word
        .replace(/(?:ões|ães)$/u, 'ão')
        .replace(/([^aeiou])es$/u, '$1')
        .replace(/(?:as|os|es|a|o|e|s)$/u, '')
    case 'it':
      return word.replace(/(?:he|hi|ie|a|e|i|o)$/u, '')
    default:
      return word
  }
}

/** Harman's S-stemmer (1991, "How effective is suffixing?"). */
function english(word: string): string {
  if (/(?<![ea])ies$/u.test(word)) return `${word.slice(0, -3)}y`
  if (/(?<![aeo])es$/u.test(word)) return word.slice(0, -1)
  if (/(?<![us])s$/u.test(word) && !word.endsWith('is')) return word.slice(0, -1)
  return word
}
