/** Words that a statement may not use, because the data cannot bear them out, and the check that none does. */

/**
 * Claims of cause. No test here can show a cause, so no sentence may name one. The one exception is the caveat `assigned`,
 * beside a comparison by what a person declared to be assigned in an experiment.
 */
export const bannedWords = [
  'cause',
  'causes',
  'caused',
  'drive',
  'drives',
  'driven by',
  'lead to',
  'leads to',
  'led to',
  'impact',
  'impacts',
  'because',
  'due to',
  'thanks to',
  'effect of',
  'results in',
  'proves',
] as const

/** The banned words in a text, outside the quoted ranges: a column may be called “impact”. */
export function bannedWordsIn(text: string, names: readonly { start: number; end: number }[] = []): readonly string[] {
  let bare = text
  for (const { start, end } of names) bare = bare.slice(0, start) + ' '.repeat(end - start) + bare.slice(end)
  return bannedWords.filter((word) => new RegExp(`\\b${word}\\b`, 'i').test(bare))
}
