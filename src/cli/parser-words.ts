/** What commander says by itself, its help and its errors, in the language of the terminal. */
import type { Command, CommanderError, HelpConfiguration, Option } from 'commander'
import type { Texts } from '../shared/texts/texts.ts'

/** Titles as commander hands them to be styled. */
const titles: Readonly<Record<string, keyof Texts['terminal']['help']['titles']>> = {
  'Usage:': 'usage',
  'Arguments:': 'arguments',
  'Options:': 'options',
  'Commands:': 'commands',
}

/** For `configureHelp` of the program; its commands inherit it. */
export function helpWords({ terminal: { help } }: Texts): HelpConfiguration {
  return {
    styleTitle: (title) => {
      const name = titles[title]
      return name === undefined ? title : help.titles[name]
    },
    styleUsage: (usage) => usage.replaceAll('[options]', help.usageOptions).replaceAll('[command]', help.usageCommand),
    subcommandTerm: (command) =>
      [command.name(), ...(command.options.length > 0 ? [help.usageOptions] : []), ...argumentTerms(command)].join(' '),
    optionDescription: (option) => {
      const more = [
        ...(option.argChoices === undefined
          ? []
          : [help.choices({ choices: option.argChoices.map((choice) => JSON.stringify(choice)).join(', ') })]),
        ...(isDefaultShown(option) ? [help.default({ value: JSON.stringify(option.defaultValue) })] : []),
        ...(option.envVar === undefined ? [] : [help.env({ name: option.envVar })]),
      ]
      return [option.description, ...(more.length === 0 ? [] : [`(${more.join(', ')})`])]
        .filter((part) => part !== '')
        .join(' ')
    },
  }
}

function argumentTerms(command: Command): string[] {
  return command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? '...' : ''}`
    return argument.required ? `<${name}>` : `[${name}]`
  })
}

function isDefaultShown({ defaultValue, required, optional }: Option): boolean {
  return defaultValue !== undefined && (required || optional)
}

type ParserTexts = Texts['terminal']['usage']['parser']
interface Reading {
  readonly pattern: RegExp
  readonly say: (found: readonly string[], texts: ParserTexts) => string
}

/** By the code of an error; what an error is about stands only in its message. Source: commander 14, `lib/command.js`. */
const readings: Readonly<Record<string, readonly Reading[]>> = {
  'commander.missingArgument': [
    {
      pattern: /^error: missing required argument '(.*)'$/s,
      say: ([argument = ''], texts) => texts.missingArgument({ argument }),
    },
  ],
  'commander.optionMissingArgument': [
    {
      pattern: /^error: option '(.*)' argument missing$/s,
      say: ([option = ''], texts) => texts.optionMissingArgument({ option }),
    },
  ],
  'commander.missingMandatoryOptionValue': [
    {
      pattern: /^error: required option '(.*)' not specified$/s,
      say: ([option = ''], texts) => texts.missingOption({ option }),
    },
  ],
  'commander.unknownOption': [
    { pattern: /^error: unknown option '(.*)'$/s, say: ([option = ''], texts) => texts.unknownOption({ option }) },
  ],
  'commander.unknownCommand': [
    { pattern: /^error: unknown command '(.*)'$/s, say: ([command = ''], texts) => texts.unknownCommand({ command }) },
  ],
  'commander.excessArguments': [
    {
      pattern: /^error: too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\.$/s,
      say: ([command = '', expected, given], texts) =>
        texts.tooManyArgumentsFor({ command, expected: Number(expected), given: Number(given) }),
    },
    {
      pattern: /^error: too many arguments\. Expected (\d+) arguments? but got (\d+)\.$/s,
      say: ([expected, given], texts) => texts.tooManyArguments({ expected: Number(expected), given: Number(given) }),
    },
  ],
  'commander.invalidArgument': [
    {
      pattern: /^error: option '([^']*)' argument '(.*)' is invalid\. (.*)$/s,
      say: ([option = '', value = '', why = ''], texts) => texts.invalidOption({ option, value, why }),
    },
    {
      pattern: /^error: option '([^']*)' value '(.*)' from env '([^']*)' is invalid\. (.*)$/s,
      say: ([option = '', value = '', name = '', why = ''], texts) =>
        texts.invalidFromEnv({ option, value, name, why }),
    },
  ],
}

const prefix = 'error: '
const suggestion = /\n\(Did you mean (one of )?(.*)\?\)$/

/** The sentence of an error of commander's; its own English one where it is of a kind not listed here. */
export function parserSentence({ code, message }: CommanderError, { terminal: { usage } }: Texts): string {
  const suggested = suggestion.exec(message)
  const said = message.replace(suggestion, '')
  const sentence = sentenceOf(code, said, usage.parser) ?? said.slice(said.startsWith(prefix) ? prefix.length : 0)
  const [, several, names = ''] = suggested ?? []
  const more =
    several === undefined ? usage.parser.didYouMean({ name: names }) : usage.parser.didYouMeanOneOf({ names })
  return `${usage.error({ message: sentence })}${suggested === null ? '' : `\n${more}`}`
}

function sentenceOf(code: string, message: string, texts: ParserTexts): string | null {
  for (const { pattern, say } of readings[code] ?? []) {
    const found = pattern.exec(message)
    if (found !== null) return say(found.slice(1), texts)
  }
  return null
}
