/** Options that say how a file is to be read, over what Storyglass would decide. */
import { type Command, Option } from 'commander'
import { type ReadingOptions, readingOptionsSchema } from '../shared/story/reading.ts'
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
  readonly keepTotals?: boolean
  readonly keepWide?: boolean
  readonly forgetReading?: boolean
}

export function addReadingOptions(command: Command): Command {
  return command
    .option('--delimiter <mark>', 'what stands between cells; "tab" for a tab')
    .option('--quote <mark>', 'what is put around cells: " or \', or "none"')
    .option('--encoding <name>', 'of a text: utf-8, windows-1252, shift_jis …')
    .option('--header-rows <number>', 'rows of names; 0 where the first row is a record')
    .option('--skip <number>', 'rows above the table')
    .addOption(new Option('--date-order <order>', 'of dates like 03/04/2024').choices(['day-first', 'month-first']))
    .addOption(new Option('--decimal <mark>', 'what fractions begin with').choices(['.', ',']))
    .option('--sheets-as-one', 'tables of the same columns as one')
    .option('--keep-wide', 'months or years that stand side by side stay columns')
    .option('--keep-totals', 'rows that are totals stay rows')
}

const names: Readonly<Record<string, string>> = { tab: '\t', '\\t': '\t', space: ' ', comma: ',', semicolon: ';' }

/** Null where nothing is said. Throws `UsageError` for what cannot be meant. */
export function readingOf(given: GivenReading): ReadingOptions | null {
  const { delimiter, quote, headerRows, skip, forgetReading, ...others } = given
  const wanted = {
    ...pick(others, ['encoding', 'dateOrder', 'decimal', 'table', 'sheetsAsOne', 'keepTotals', 'keepWide']),
    ...(forgetReading === true ? { forget: true } : {}),
    ...(delimiter === undefined ? {} : { delimiter: names[delimiter] ?? delimiter }),
    ...(quote === undefined ? {} : { quote: quote === 'none' ? '' : quote }),
    ...(headerRows === undefined ? {} : { headerRows: wholeNumber('--header-rows', headerRows) }),
    ...(skip === undefined ? {} : { skip: wholeNumber('--skip', skip) }),
  }
  if (Object.keys(wanted).length === 0) return null
  const parsed = readingOptionsSchema.safeParse(wanted)
  if (parsed.success) return parsed.data
  const [option = ''] = parsed.error.issues[0]?.path.map(String) ?? []
  throw new UsageError(
    `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${expected[option] ?? 'cannot be that.'}`,
  )
}

const expected: Readonly<Record<string, string>> = {
  delimiter: 'takes one to three characters.',
  quote: 'takes ", \' or none.',
  encoding: 'takes the name of an encoding.',
  headerRows: 'takes a whole number from 0 to 9.',
  skip: 'takes a whole number from 0 to 1000000.',
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new UsageError(`${option} takes a whole number.`)
  return Number(text)
}

function pick(given: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]))
}
