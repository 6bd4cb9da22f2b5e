/** The command was not one that can be understood: told with how to ask, and a status of its own. */
import { type Texts, textsIn } from '../shared/texts/texts.ts'

/** What is wrong with it, in the language of whoever is told. */
export type UsageSentence = (usage: Texts['terminal']['usage'], texts: Texts) => string

export class UsageError extends Error {
  readonly #say: UsageSentence

  constructor(say: UsageSentence) {
    const english = textsIn('en')
    super(say(english.terminal.usage, english))
    this.name = 'UsageError'
    this.#say = say
  }

  sayIn(texts: Texts): string {
    return this.#say(texts.terminal.usage, texts)
  }
}
