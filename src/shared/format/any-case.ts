import { literalPattern } from './literal-pattern.ts'

/**
 * Alternatives of a regular expression for these words in whatever case, longest first. Letter by letter: the modifier
 * `(?i:…)` would say the same, but V8 forgets it for words as soon as it compiles without optimising, which it does by
 * itself in a process that has compiled much (V8 13.6 in Node 24; `node --no-regexp-optimization` shows it at once).
 */
export function anyCase(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => Array.from(word, inAnyCase).join(''))
    .join('|')
}

function inAnyCase(character: string): string {
  const forms = new Set([character, character.toLowerCase(), character.toUpperCase()])
  // `ß` in capitals is two letters.
  const single = [...forms].filter((form) => [...form].length === 1)
  return single.length > 1 ? `[${single.join('')}]` : literalPattern(character)
}
