/** What is said once where it holds of all that follows. */
import type { Phrase } from '../insights/words/phrase.ts'

export type Unsaid = (phrases: readonly Phrase[]) => readonly Phrase[]

/** Passes on what was not said before. */
export function onlyOnce(): Unsaid {
  const said = new Set<string>()
  return (phrases) =>
    phrases.filter(({ text }) => {
      const fresh = !said.has(text)
      said.add(text)
      return fresh
    })
}
