/** Whether the sum of a measure, or a percentage of it, means something, judged by the words of its name and its range. */
import type { ProfiledColumn } from '../../../shared/story/table.ts'
import type { ColumnFacts } from './column-facts.ts'
import {
  bareCountWords,
  datedWords,
  flowWords,
  has,
  inhabitantWords,
  intensiveWords,
  intervalScaleWords,
  nameWords,
  placeOfPer,
  stockWords,
} from './name-words.ts'

/**
 * Whether sums of a measure mean something: `flow` over all rows (sales), `stock` over things but not over time
 * (inhabitants), `none` never (rates, prices, temperatures, body mass).
 */
export type Additivity = 'flow' | 'stock' | 'none'

/** Whether a name says that things are counted and nothing of what they are. */
export function isBareCount({ name }: Pick<ColumnFacts, 'name'>): boolean {
  const amounts = nameWords(name).filter((word) => flowWords.has(word))
  return amounts.length > 0 && amounts.every((word) => bareCountWords.has(word))
}

type ZeroFacts = Pick<ColumnFacts, 'name' | 'format'> & {
  readonly numeric?: Pick<NonNullable<ColumnFacts['numeric']>, 'negatives' | 'integers' | 'min' | 'max'> | undefined
}

/**
 * Whether shares of a measure mean something: its zero is none of it. Not for degrees, scores and differences, nor for
 * percentages, of which a change is told in points.
 */
export function hasTrueZero({ name, format, numeric }: ZeroFacts): boolean {
  if (format === 'percent' || format === 'clock:seconds' || format?.startsWith('unit:°') === true) return false
  if (numeric === undefined || numeric.negatives > 0 || /°\s*[CF]\b/.test(name)) return false
  if (isDayNumber(nameWords(name), numeric)) return false
  return !has(nameWords(name), intervalScaleWords)
}

/** Of a column that is a measure because a person says so. */
export function additivityOf(
  name: string,
  format: string | null,
  { filled, distinct }: Pick<ColumnFacts, 'filled' | 'distinct'>,
  numeric: Pick<NonNullable<ColumnFacts['numeric']>, 'integers' | 'min' | 'max'> | null,
): Additivity {
  return judgeAdditivity({ format, filled, distinct, ...(numeric === null ? {} : { numeric }) }, nameWords(name))
}

/** The same of a column as its profile describes it, among `rows`; a code for “missing” makes its range no range. */
export function additivityOfProfiled(
  {
    name,
    format,
    formatFrom,
    nulls,
    type,
    distinct,
    missingCode,
    stats: { min, max },
  }: Pick<ProfiledColumn, 'name' | 'format' | 'formatFrom' | 'nulls' | 'type' | 'distinct' | 'missingCode' | 'stats'>,
  rows: number,
): Additivity {
  const isRange = missingCode === undefined && typeof min === 'number' && typeof max === 'number'
  const range = isRange ? { integers: type === 'integer', min, max } : null
  return additivityOf(name, formatFrom === 'name' ? null : format, { filled: rows - nulls, distinct }, range)
}

type AdditivityFacts = Pick<ColumnFacts, 'format' | 'filled'> & {
  readonly distinct?: number | undefined
  readonly numeric?: Pick<NonNullable<ColumnFacts['numeric']>, 'integers' | 'min' | 'max'>
}

/** Ten years and two centuries, in days: the numbers that days bear when they are counted from 1960, 1970 or 1900. */
const firstDayNumber = 3_650
const lastDayNumber = 73_000
/** Days that lie so close together, beside what they are counted from, are no amounts. */
const mostDaysApart = 0.5

/** Whether whole numbers are days counted from some day: named for what is dated, and all in one stretch of time. */
export function isDayNumber(
  words: readonly string[],
  { integers, min, max }: Pick<NonNullable<ColumnFacts['numeric']>, 'integers' | 'min' | 'max'>,
): boolean {
  return (
    integers &&
    has(words, datedWords) &&
    min >= firstDayNumber &&
    max <= lastDayNumber &&
    max - min <= mostDaysApart * max
  )
}

/** A size stands in that many rows, on average, where it is that of the place a row comes from. */
const rowsOfAPlace = 20
const largePlace = 1_000
const percent = 100

/**
 * Whether inhabitants are told of each row's place, and not of the row: a few large numbers again and again, or a
 * percentage of them (`UrbanPop`, 32 to 91).
 */
function isOfPlaces(
  numeric: AdditivityFacts['numeric'],
  { filled, distinct }: Pick<AdditivityFacts, 'filled' | 'distinct'>,
  words: readonly string[],
): boolean {
  if (numeric === undefined) return false
  const repeats = distinct !== undefined && filled >= rowsOfAPlace * distinct && numeric.max >= largePlace
  return repeats || (has(words, inhabitantWords) && numeric.integers && numeric.max <= percent)
}

/**
 * Judged with caution, because the sum of something that cannot be summed is a falsehood with a query behind it: only a
 * word that names an amount, or a currency format, makes a measure additive, and any word that names a ratio, a level or
 * a score overrules it. Percentages, and fractions between 0 and 1, never are.
 */
export function judgeAdditivity(
  { format, numeric, filled, distinct }: AdditivityFacts,
  words: readonly string[],
): Additivity {
  if (numeric !== undefined && isDayNumber(words, numeric)) return 'none'
  if (format === 'percent' || format === 'clock:seconds' || has(words, intensiveWords) || placeOfPer(words) > 0)
    return 'none'
  if (numeric && !numeric.integers && numeric.min >= 0 && numeric.max <= 1 && filled > 1) return 'none'
  if (has(words, stockWords)) return isOfPlaces(numeric, { filled, distinct }, words) ? 'none' : 'stock'
  if (has(words, flowWords) || format?.startsWith('currency') === true) return 'flow'
  return 'none'
}
