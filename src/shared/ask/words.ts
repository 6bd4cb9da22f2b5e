/** Words as they are compared: folded, their forms in English and German, and how far two are apart. */

/** Lower case without accents: `Überstunden` is `uberstunden`, `groß` is `gross`. */
export function folded(text: string): string {
  return text.toLowerCase().replace(/ß/g, 'ss').normalize('NFKD').replace(/\p{M}/gu, '')
}

/** Words of a column's name or of a value, folded: `Miles_per_Gallon`, `tempMax`, `Dauer (min)`. */
export function wordsOfName(name: string): string[] {
  return folded(name.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2'))
    .split(/[^\p{L}\p{N}%]+/u)
    .filter((word) => word !== '')
}

const endings = ['ern', 'en', 'em', 'er', 'es', 'ed', 'ing', 'e', 'n', 's', 'r'] as const
const leastStem = 3

/** A folded word and what it may be a form of: `kunden` of `kunde`, `cities` of `city`. */
export function formsOf(word: string): readonly string[] {
  const forms = [word]
  if (word.endsWith('ies') && word.length > 4) forms.push(`${word.slice(0, -3)}y`)
  for (const ending of endings) {
    if (word.endsWith(ending) && word.length - ending.length >= leastStem) forms.push(word.slice(0, -ending.length))
  }
  return forms
}

/** Whether two folded words are forms of one. */
export function sameWord(one: string, other: string): boolean {
  if (one === other) return true
  const forms = formsOf(other)
  return formsOf(one).some((form) => forms.includes(form))
}

/** Whether two words share their beginning and differ in a short ending: `survival` and `survived`. */
export function sameRoot(one: string, other: string): boolean {
  let shared = 0
  while (shared < one.length && one[shared] === other[shared]) shared++
  return shared >= 5 && one.length - shared <= 4 && other.length - shared <= 4
}

/** Typing errors forgiven in a word: none in short ones. */
export function forgiven(word: string): number {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2
}

/**
 * Letters added, left out, changed or swapped with their neighbour to make one word of the other (the restricted
 * Damerau-Levenshtein distance); `most + 1` where it takes more than `most`.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1
      let value = Math.min((last[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        value = Math.min(value, (before[j - 2] ?? 0) + 1)
      }
      next.push(value)
      least = Math.min(least, value)
    }
    if (least > most) return most + 1
    before = last
    last = next
  }
  return Math.min(last[other.length] ?? 0, most + 1)
}

/** Whether one word is the other with a typing error: of the same first letter, which is seldom wrong. */
export function isMistyped(one: string, other: string): boolean {
  if (one[0] !== other[0]) return false
  const most = Math.min(forgiven(one), forgiven(other))
  return most > 0 && editDistance(one, other, most) <= most
}
