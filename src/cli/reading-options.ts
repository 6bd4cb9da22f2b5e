/** Options that say how a file is to be read, over what Storyglass would decide. */
import type { Command } from 'commander'
import { type ReadingOptions, readingOptionsSchema } from '../shared/story/reading.ts'
import type { Texts } from '../shared/texts/texts.ts'
import { choiceOption, collected } from './options.ts'
import { UsageError } from './usage.ts'

export interface GivenReading {
  readonly delimiter?: string
  readonly quote?: string
  readonly encoding?: string
  readonly headerRows?: string
  readonly skip?: string
  readonly dateOrder?: string
  readonly decimal?: string
  readonly table?: string
  readonly sheetsAsOne?: boolean
  readonly join?: readonly string[]
  readonly keepTotals?: boolean
  readonly keepWide?: boolean
  readonly forgetReading?: boolean
}

export function addReadingOptions(command: Command, texts: Texts): Command {
  const { reading } = texts.terminal.help
  return command
    .option('--delimiter <mark>', reading.delimiter)
    .option('--quote <mark>', reading.quote)
    .option('--encoding <name>', reading.encoding)
    .option('--header-rows <number>', reading.headerRows)
    .option('--skip <number>', reading.skip)
    .addOption(choiceOption(texts, '--date-order <order>', reading.dateOrder, ['day-first', 'month-first']))
    .addOption(choiceOption(texts, '--decimal <mark>', reading.decimal, ['.', ',']))
    .option('--sheets-as-one', reading.sheetsAsOne)
    .option('--join <key>', reading.join, collected, [])
    .option('--keep-wide', reading.keepWide)
    .option('--keep-totals', reading.keepTotals)
}

const names: Readonly<Record<string, string>> = { tab: '\t', '\\t': '\t', space: ' ', comma: ',', semicolon: ';' }

/** Null where nothing is said. Throws `UsageError` for what cannot be meant. */
export function readingOf(given: GivenReading): ReadingOptions | null {
  const { delimiter, quote, headerRows, skip, forgetReading, join = [], ...others } = given
  const wanted = {
    ...pick(others, ['encoding', 'dateOrder', 'decimal', 'table', 'sheetsAsOne', 'keepTotals', 'keepWide']),
    ...(join.length > 0 ? { join: [...join] } : {}),
    ...(forgetReading === true ? { forget: true } : {}),
    ...(delimiter === undefined ? {} : { delimiter: names[delimiter] ?? delimiter }),
    ...(quote === undefined ? {} : { quote: quote === 'none' ? '' : quote }),
    ...(headerRows === undefined ? {} : { headerRows: wholeNumber('--header-rows', headerRows) }),
    ...(skip === undefined ? {} : { skip: wholeNumber('--skip', skip) }),
  }
  if (Object.keys(wanted).length === 0) return null
  const parsed = readingOptionsSchema.safeParse(wanted)
  if (parsed.success) return parsed.data
  const [name = ''] = parsed.error.issues[0]?.path.map(String) ?? []
  const option = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  throw new UsageError(({ reading }) => (isExplained(name, reading) ? reading[name] : reading.other)({ option }))
}

type ReadingSentences = Texts['terminal']['usage']['reading']

function isExplained(name: string, sentences: ReadingSentences): name is keyof ReadingSentences {
  return Object.hasOwn(sentences, name)
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new UsageError((usage) => usage.wholeNumber({ option }))
  return Number(text)
}

function pick(given: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]))
}
