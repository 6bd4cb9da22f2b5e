/**
 * Decides from a column's texts how it is to be read. Pure: what is decided on a sample is confirmed on every value by
 * `write-table.ts`, which asks again with what did not fit.
 */

import type { BooleanWords } from '../../../shared/format/boolean-words.ts'
import { decideCompound } from './decide-compound.ts'
import { decideLength } from './decide-length.ts'
import { decideNumber } from './decide-number.ts'
import { decideTime } from './decide-time.ts'
import { type Decision, noHints, type Present, type WritingHints } from './decision.ts'
import { foreignDigits, withAsciiDigits } from './digits.ts'
import { isMissingAmongFigures, spokenMissing, trimmed } from './missing.ts'
import type { ColumnReading, TextReading } from './reading.ts'

export interface ColumnSample {
  readonly name: string
  /** Text to how many values of the column it stands for; weights may be fractions. */
  readonly values: ReadonlyMap<string, number>
  /** What a person says of how its values are written; it holds over what other columns say. */
  readonly asked?: Partial<WritingHints>
}

export const textReading: TextReading = { kind: 'text', keepsNa: false }
export function decideColumn(sample: ColumnSample, shared: WritingHints = noHints): Decision {
  const hints = { ...shared, ...sample.asked }
  const digits = foreignDigits(sample.values.keys())
  const merged = new Map<string, number>()
  let total = 0
  for (const [text, weight] of sample.values) {
    if (isMissingAmongFigures(text)) continue
    const word = telling(trimmed(withAsciiDigits(text, digits)))
    merged.set(word, (merged.get(word) ?? 0) + weight)
    total += weight
  }
  if (total === 0) return settled({ kind: 'text', keepsNa: false })
  const present: Present = { entries: [...merged], total }
  const decision =
    (saysUnknown(sample) ? null : decideBoolean(present)) ??
    decideTime(present.entries, total, sample.name, hints) ??
    decideCompound(present) ??
    decideLength(present.entries, total, sample.name) ??
    decideNumber(present, sample.name, hints)
  if (decision === null) return settled({ kind: 'text', keepsNa: looksLikeCodes(present) })
  return digits === '' || decision.reading.kind === 'text'
    ? decision
    : { ...decision, reading: { ...decision.reading, digits } }
}

/**
 * Characters of a value that are looked at. No number, date or length is longer, and some patterns take time by the square
 * of it. What is cut keeps a mark, so that its beginning alone is not taken for one of them.
 */
const longestTelling = 400

function telling(word: string): string {
  return word.length <= longestTelling ? word : `${word.slice(0, longestTelling)}…`
}

function settled(reading: ColumnReading, evidence: Partial<WritingHints> = {}): Decision {
  return { reading, notes: [], evidence, ambiguous: null }
}

/** Two capital letters each, as country and state codes are: then NA is Namibia, or North America. */
function looksLikeCodes(present: Present): boolean {
  const codes = present.entries.filter(([text]) => /^[A-Z]{2}$/u.test(text))
  return codes.length >= 2 && weightOf(codes) >= 0.9 * present.total
}

function weightOf(entries: readonly (readonly [string, number])[]): number {
  return entries.reduce((sum, [, weight]) => sum + weight, 0)
}

const pairs: readonly (readonly [yes: string, no: string, alone: boolean])[] = [
  ['true', 'false', true],
  ['yes', 'no', true],
  ['t', 'f', false],
  ['y', 'n', false],
  ['wahr', 'falsch', true],
  ['ja', 'nein', true],
  ['vrai', 'faux', true],
  ['oui', 'non', true],
  ['j', 'n', false],
  ['on', 'off', false],
  ['✓', '✗', false],
  ['✓', '✘', false],
  ['✔', '✗', false],
  ['✔', '✘', false],
  ['✔', '✖', false],
  ['☑', '☐', false],
  ['✅', '❌', false],
  ['○', '×', false],
  ...(
    [
      ...[
        'sì no',
        'sí no',
        'si no',
        'sim não',
        'sim nao',
        'ja nee',
        'ja nej',
        'ja nei',
        'kyllä ei',
        'tak nie',
        'ano ne',
      ],
      ...['áno nie', 'igen nem', 'da nu', 'da ne', 'evet hayır', 'да нет', 'да не', 'так ні', 'ναι όχι', 'ya tidak'],
      ...[
        'có không',
        'はい いいえ',
        '是 否',
        '예 아니오',
        '네 아니요',
        'vero falso',
        'verdadero falso',
        'verdadeiro falso',
      ],
      ...['waar onwaar', 'sant falskt', 'prawda fałsz', 'истина ложь', 'doğru yanlış'],
    ] as const
  ).map((pair) => {
    const [yes = '', no = ''] = pair.split(' ')
    return [yes, no, false] as const
  }),
]

/** Beside yes and no, `unknown` and its like are a third answer. */
function saysUnknown({ values }: ColumnSample): boolean {
  return values.size <= 12 && [...values.keys()].some((text) => spokenMissing.includes(trimmed(text).toLowerCase()))
}

/** Every value must fit: a third answer makes it a category. */
function decideBoolean(present: Present): Decision | null {
  if (present.entries.length > 8) return null
  const words = new Set(present.entries.map(([text]) => text.toLowerCase()))
  for (const [yes, no, alone] of pairs) {
    const both = words.has(yes) && words.has(no)
    const enough = both ? words.size === 2 : alone && words.size === 1 && (words.has(yes) || words.has(no))
    if (enough) return settled({ kind: 'boolean', yes, no, written: writtenWords(present, yes, no) })
  }
  return null
}

/** As the file writes them; a word that was not met is written as the other is. */
function writtenWords(present: Present, yes: string, no: string): BooleanWords {
  const met = (word: string): string | null => {
    const ways = present.entries.filter(([text]) => text.toLowerCase() === word)
    return ways.toSorted((left, right) => right[1] - left[1])[0]?.[0] ?? null
  }
  const [writtenYes, writtenNo] = [met(yes), met(no)]
  return {
    yes: writtenYes ?? inCaseOf(writtenNo ?? no, yes),
    no: writtenNo ?? inCaseOf(writtenYes ?? yes, no),
  }
}

function inCaseOf(example: string, word: string): string {
  if (example === example.toLowerCase()) return word
  return example === example.toUpperCase() ? word.toUpperCase() : word.slice(0, 1).toUpperCase() + word.slice(1)
}
