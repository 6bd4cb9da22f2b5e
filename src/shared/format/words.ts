/** Lists, plurals, sentence case, and names of columns as people say them. */

/** `a`, `a and b`, `a, b and c`. */
export function formatList(items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (items.length <= 1) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`
}

/** The same in the language of a locale. */
export function listIn(locale: string, items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  return new Intl.ListFormat(locale, { type: conjunction === 'or' ? 'disjunction' : 'conjunction' }).format(items)
}

/** As the language has it; itself where it is none of those that are named. */
export function namedIn(names: Readonly<Record<string, string>>, text: string): string {
  return (Object.hasOwn(names, text) ? names[text] : undefined) ?? text
}

const irregular: Readonly<Record<string, string>> = {
  person: 'people',
  child: 'children',
  this: 'these',
  is: 'are',
  series: 'series',
  species: 'species',
}

/** The word in the number asked for: `plural(2, 'day')` is `days`. */
export function plural(count: number, word: string, many?: string): string {
  if (count === 1) return word
  if (many !== undefined) return many
  const special = irregular[word]
  if (special !== undefined) return special
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`
}

/** `a row`, `an order`, `a user`, `an hour`. */
export function withArticle(word: string): string {
  const isVowel =
    /^(?:[aefhilmnorsx]\b|[aeiou]|hour|honest|heir)/i.test(word) && !/^(?:uni|us[aeiou]|eu|one)/i.test(word)
  return `${isVowel ? 'an' : 'a'} ${word}`
}

/** First letter in upper case, unless the word is written its own way (iPhone, eBay). */
export function capitalise(text: string): string {
  if (/^\p{Ll}+\p{Lu}/u.test(text)) return text
  const [first = ''] = text
  const upper = first.toLocaleUpperCase('en')
  return upper.length === first.length ? upper + text.slice(first.length) : text
}

/**
 * A column's name as a person says it in a sentence: `unit_price` and `unitPrice` become `unit price`, abbreviations
 * stay (`GDP`, `IMDB rating`), and what is not a chain of words is left as it is.
 */
export function readableName(name: string): string {
  const trimmed = name.trim()
  const spaced = trimmed
    .replace(/(?<=[\p{L}\d])[_.]+(?=[\p{L}\d])/gu, ' ')
    .replace(/(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})/gu, ' ')
    .replace(/^[_\s]+|[_\s]+$/g, '')
    .replace(/\s+/g, ' ')
  if (spaced === '') return trimmed === '' ? 'the unnamed column' : trimmed
  const words = spaced.split(' ')
  // SHOUTED_NAMES are a convention of databases, not abbreviations, once there is more than one word.
  const shouted =
    words.length > 1 && words.every((word) => !/\p{Ll}/u.test(word)) && words.some((word) => word.length > 4)
  return words.map((word) => spoken(word, shouted)).join(' ')
}

function spoken(word: string, shouted: boolean): string {
  if (/^ids?$/i.test(word)) return word.length === 2 ? 'ID' : 'IDs'
  return shouted || isTitleWord(word) ? word.toLocaleLowerCase('en') : word
}

function isTitleWord(word: string): boolean {
  return /^\p{Lu}\p{Ll}+\p{P}*$/u.test(word)
}

/** Words that end like a plural and are none, or may be either. */
const singular = /(?:ss|us|is|ous|news|gas|lens|series|species|means)$/iu

/** Whether an English name says several things (`IMDB votes`, `orders (net)`), as far as the word it is about tells. */
export function isPlural(name: string): boolean {
  const bare = name.trim()
  const unit = bare.endsWith(')') ? bare.lastIndexOf('(') : -1
  const said = (unit > 0 ? bare.slice(0, unit) : bare).trim()
  // What comes after says in what, of what or a what it is: `speed in knots` is one thing, `hours per week` are several.
  const [head = ''] = said.split(/\s(?:in|of|per)\s/iu)
  const last = head.trim().split(' ').at(-1) ?? ''
  // Capitals are an abbreviation (GPS), and the shortest words are seldom plurals (gps, abs).
  return last.length > 3 && /\p{Ll}s$/u.test(last) && !singular.test(last)
}
