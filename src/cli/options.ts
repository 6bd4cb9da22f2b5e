/** Options that several commands have, and how their values are read. */
import { InvalidArgumentError, Option } from 'commander'
import type { Texts } from '../shared/texts/texts.ts'

/** Each use of an option adds to those before. */
export function collected(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}

/** An option that takes one of a few values, which its help lists. */
export function choiceOption(texts: Texts, flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices).argParser((value: string) => {
    if (choices.includes(value)) return value
    throw new InvalidArgumentError(texts.terminal.usage.parser.choices({ choices: choices.join(', ') }))
  })
}

export function dataDirOption(texts: Texts): Option {
  return new Option('--data-dir <folder>', texts.terminal.help.dataDir).env('STORYGLASS_DATA_DIR')
}

export function passwordStdinOption(texts: Texts): Option {
  return new Option('--password-stdin', texts.terminal.help.passwordStdin)
}

/** Kept for scripts that have it. */
export function passwordOption(texts: Texts): Option {
  return new Option('--password <text>', texts.terminal.help.password).hideHelp()
}

export function formatOption(texts: Texts): Option {
  return choiceOption(texts, '--format <format>', texts.terminal.help.format, ['json', 'text'])
}

export function wholeNumber(texts: Texts, largest: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!/^\d+$/.test(text) || value > largest) {
      throw new InvalidArgumentError(texts.terminal.usage.wholeNumberTo({ largest }))
    }
    return value
  }
}

/** What a command is made with: where its status goes, and in which words it is described. */
export interface Frame {
  readonly report: (status: number) => void
  readonly texts: Texts
}
