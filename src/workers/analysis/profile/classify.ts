/** What a column holds and what it is for, judged from exact facts about its values and the words of its name. */
import type { ColumnRole, ColumnType, ProfiledColumn, StorageType } from '../../../shared/story/table.ts'
import {
  bareCountWords,
  calendarWords,
  codeWords,
  coordinateWords,
  datedWords,
  flowWords,
  groupWords,
  has,
  identifierWords,
  intensiveWords,
  intervalScaleWords,
  listedGroupWords,
  nameWords,
  placeOfPer,
  sequenceWords,
  stockWords,
  timeWords,
  weakIdentifierWords,
  yearWords,
} from './name-words.ts'
import type { Repeats } from './numeric-stats.ts'

/** Exact facts of a column that the judgement rests on. */
export interface ColumnFacts {
  readonly name: string
  readonly storage: StorageType
  readonly format: string | null
  readonly rows: number
  /** Rows with a (finite) value. */
  readonly filled: number
  readonly distinct: number
  /** Of numeric columns. */
  readonly numeric?: {
    readonly integers: boolean
    readonly ascending: boolean
    readonly min: number
    readonly max: number
    readonly negatives: number
    readonly repeats?: Repeats | null
  }
  /** Of text columns. */
  readonly text?: { readonly meanLength: number; readonly withSpaces: number }
}

/**
 * Whether sums of a measure mean something: `flow` over all rows (sales), `stock` over things but not over time
 * (inhabitants), `none` never (rates, prices, temperatures, body mass).
 */
export type Additivity = 'flow' | 'stock' | 'none'

export interface Judgement {
  readonly type: ColumnType
  readonly role: ColumnRole
  readonly additivity: Additivity
}

const fewGroups = 12
const rowsToJudgeKeys = 20

export function classify(facts: ColumnFacts): Judgement {
  switch (facts.storage) {
    case 'DATE':
      return { type: 'date', role: 'time', additivity: 'none' }
    case 'TIMESTAMP':
      return { type: 'timestamp', role: 'time', additivity: 'none' }
    case 'BOOLEAN':
      return { type: 'boolean', role: 'dimension', additivity: 'none' }
    case 'VARCHAR':
      return classifyText(facts)
    case 'BIGINT':
    case 'DOUBLE':
      return classifyNumber(facts)
  }
}

function classifyText({ name, rows, filled, distinct, text }: ColumnFacts): Judgement {
  const length = text?.meanLength ?? 0
  const wordy = filled > 0 && (text?.withSpaces ?? 0) / filled > 0.5
  const key = distinct === filled && filled === rows && filled >= rowsToJudgeKeys
  const named = has(nameWords(name), identifierWords) || has(nameWords(name), codeWords)
  if (key && length <= 64 && (named || !wordy)) return { type: 'identifier', role: 'identifier', additivity: 'none' }
  const repeats = distinct <= Math.max(20, filled / 2)
  if (length > 80 || !repeats) return { type: 'text', role: 'text', additivity: 'none' }
  return { type: 'category', role: 'dimension', additivity: 'none' }
}

function classifyNumber(facts: ColumnFacts): Judgement {
  const { name, rows, filled, distinct, numeric, storage } = facts
  const words = nameWords(name)
  const integers = numeric?.integers ?? storage === 'BIGINT'
  const type: ColumnType = integers ? 'integer' : 'number'
  const none = { additivity: 'none' } as const
  if (numeric === undefined) return { type, role: 'measure', ...none }
  const { min, max } = numeric
  if (has(words, coordinateWords) && min >= -180 && max <= 360) return { type, role: 'dimension', ...none }
  if (integers) {
    if (isYears(facts, words)) return { type, role: 'time', ...none }
    const unique = distinct === filled && filled === rows && distinct > 1
    const span = max - min + 1
    const dense = unique && numeric.ascending && span <= 1.1 * distinct
    const named = has(words, identifierWords)
    const measured = has(words, flowWords) || has(words, stockWords) || has(words, intensiveWords)
    const namedKey = named || has(words, codeWords) || has(words, weakIdentifierWords)
    if (unique && namedKey && !measured) {
      return { type: 'identifier', role: 'identifier', ...none }
    }
    if (dense && (!measured || has(words, weakIdentifierWords)) && filled >= rowsToJudgeKeys)
      return { type: 'identifier', role: 'identifier', ...none }
    if (named && !measured) {
      return distinct > filled / 2 && filled >= rowsToJudgeKeys
        ? { type: 'identifier', role: 'identifier', ...none }
        : { type: 'category', role: 'dimension', ...none }
    }
    if (has(words, codeWords) && !measured) return { type: 'category', role: 'dimension', ...none }
    const few = distinct <= fewGroups && filled >= 5 * distinct
    if (has(words, calendarWords) && min >= 0 && max <= 366 && !has(words, flowWords)) {
      return { type, role: 'dimension', ...none }
    }
    if (few && has(words, groupWords)) return { type: 'category', role: 'dimension', ...none }
    // Classes 180 to 25,880, each with its pupils: a list of classes, and no amount of class.
    const [last = ''] = words.slice(-1)
    if (listedGroupWords.has(last) && !measured && distinct > fewGroups && filled >= rowsPerListed * distinct)
      return distinct <= mostNumberedGroups
        ? { type: 'category', role: 'dimension', ...none }
        : { type: 'identifier', role: 'identifier', ...none }
    // Years of two digits, or of a course: nobody averages them.
    if (words.length === 1 && singularYears.has(last) && min >= 0 && max <= 99 && few)
      return { type, role: 'dimension', ...none }
    // 0 and 1 are a yes and a no written as numbers; 1 and 2 are two sorts.
    if (distinct <= 2 && min >= 0 && max <= 1) return { type, role: 'dimension', ...none }
    // Of a design with two periods nobody wants the middle one.
    if (distinct === 2 && min >= 0 && !measured && filled >= 5 * distinct)
      return { type: 'category', role: 'dimension', ...none }
    // An "index" is a level of prices or a number on a list: as evenly repeated as a list, it is the latter.
    const amount = measured && !(distinct > fewGroups && words.every((word) => weakIdentifierWords.has(word)))
    if (!amount && !has(words, sequenceWords) && numbersThings(distinct, numeric.repeats ?? null)) {
      return few || distinct <= mostNumberedGroups
        ? { type: 'category', role: 'dimension', ...none }
        : { type: 'identifier', role: 'identifier', ...none }
    }
  }
  return { type, role: 'measure', additivity: judgeAdditivity(facts, words) }
}

/** Rows a number on a list has at least, on average. */
const rowsPerListed = 3
const singularYears = new Set(['year', 'yr', 'jahr', 'annee', 'ano', 'anno', 'jaar'])

/** More numbered things than this are followed by nobody one by one: a key, not groups. */
const mostNumberedGroups = 50
/** Few sorts are as good as equally many: the rarest is there half as often as the commonest. */
const leastEvenness = 0.5
/** Chance brings so many counts to exactly the same number only where they are small and few. */
const leastAlike = 0.6

/**
 * Whether the numbers from 0 or 1 on are names of things (chicks, plots, diets, sexes) and no amounts: each is there as
 * often as the others, as in a design. Amounts that are counted pile up somewhere.
 */
function numbersThings(distinct: number, repeats: Repeats | null): boolean {
  if (repeats === null) return false
  if (distinct <= 2) return true
  return distinct <= fewGroups ? repeats.evenness >= leastEvenness : repeats.alike >= leastAlike
}

/** Whether a name says that things are counted and nothing of what they are. */
export function isBareCount({ name }: Pick<ColumnFacts, 'name'>): boolean {
  const amounts = nameWords(name).filter((word) => flowWords.has(word))
  return amounts.length > 0 && amounts.every((word) => bareCountWords.has(word))
}

/** Fewer consecutive numbers than this are years only where the name says so. */
const fewestYears = 8

/**
 * Whether whole numbers are years: by the name; under a name of time (`t`, `period`), where they leave hardly a year
 * out; under any name but a key's or an amount's, where each row has the next.
 */
function isYears({ numeric, distinct, filled, rows }: ColumnFacts, words: readonly string[]): boolean {
  if (numeric === undefined || numeric.min < 1500 || numeric.max > 2200) return false
  if (has(words, yearWords)) return true
  const span = numeric.max - numeric.min + 1
  if (has(words, timeWords)) return distinct >= 2 && distinct >= 0.8 * span
  const other = [identifierWords, weakIdentifierWords, codeWords, flowWords, stockWords, intensiveWords, groupWords]
  const next = distinct === filled && filled === rows && numeric.ascending && distinct === span
  return (
    next &&
    distinct >= fewestYears &&
    numeric.min >= 1700 &&
    numeric.max <= 2100 &&
    !other.some((set) => has(words, set))
  )
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
  filled: number,
  numeric: Pick<NonNullable<ColumnFacts['numeric']>, 'integers' | 'min' | 'max'> | null,
): Additivity {
  return judgeAdditivity({ format, filled, ...(numeric === null ? {} : { numeric }) }, nameWords(name))
}

/** The same of a column as its profile describes it, among `rows`; a code for “missing” makes its range no range. */
export function additivityOfProfiled(
  {
    name,
    format,
    formatFrom,
    nulls,
    type,
    missingCode,
    stats: { min, max },
  }: Pick<ProfiledColumn, 'name' | 'format' | 'formatFrom' | 'nulls' | 'type' | 'missingCode' | 'stats'>,
  rows: number,
): Additivity {
  const isRange = missingCode === undefined && typeof min === 'number' && typeof max === 'number'
  const range = isRange ? { integers: type === 'integer', min, max } : null
  return additivityOf(name, formatFrom === 'name' ? null : format, rows - nulls, range)
}

type AdditivityFacts = Pick<ColumnFacts, 'format' | 'filled'> & {
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

/**
 * Judged with caution, because the sum of something that cannot be summed is a falsehood with a query behind it: only a
 * word that names an amount, or a currency format, makes a measure additive, and any word that names a ratio, a level or
 * a score overrules it. Percentages, and fractions between 0 and 1, never are.
 */
function judgeAdditivity({ format, numeric, filled }: AdditivityFacts, words: readonly string[]): Additivity {
  if (numeric !== undefined && isDayNumber(words, numeric)) return 'none'
  if (format === 'percent' || format === 'clock:seconds' || has(words, intensiveWords) || placeOfPer(words) > 0)
    return 'none'
  if (numeric && !numeric.integers && numeric.min >= 0 && numeric.max <= 1 && filled > 1) return 'none'
  if (has(words, stockWords)) return 'stock'
  if (has(words, flowWords) || format?.startsWith('currency') === true) return 'flow'
  return 'none'
}
