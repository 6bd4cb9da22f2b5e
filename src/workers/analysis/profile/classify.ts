/** What a column holds and what it is for, judged from exact facts about its values and the words of its name. */
import type { ColumnRole, ColumnType } from '../../../shared/story/table.ts'
import { type Additivity, judgeAdditivity } from './additivity.ts'
import type { ColumnFacts } from './column-facts.ts'
import {
  calendarWords,
  codeWords,
  coordinateWords,
  flowWords,
  groupWords,
  has,
  identifierWords,
  intensiveWords,
  listedGroupWords,
  listedKeyWords,
  nameWords,
  sequenceWords,
  stockWords,
  timeWords,
  weakIdentifierWords,
  wordsInId,
  yearWords,
} from './name-words.ts'
import type { Repeats } from './numeric-stats.ts'

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
  const calledKey = has(words, identifierWords) || endsInId(name)
  if (numeric === undefined) return { type, role: 'measure', ...none }
  const { min, max } = numeric
  if (has(words, coordinateWords) && min >= -180 && max <= 360) return { type, role: 'dimension', ...none }
  if (integers) {
    if (isYears(facts, words)) return { type, role: 'time', ...none }
    const unique = distinct === filled && filled === rows && distinct > 1
    const span = max - min + 1
    const dense = unique && numeric.ascending && span <= 1.1 * distinct
    const named = calledKey
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
    const listed = listedGroupWords.has(last) || listedKeyWords.has(last)
    if (listed && !measured && distinct > fewGroups && filled >= rowsPerListed * distinct)
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

/** `PID`, `CUSTID`: the letters of a key's name run into one; words in capitals that merely end so do not. */
function endsInId(name: string): boolean {
  const whole = name.trim()
  return /^\p{Lu}{1,8}ID$/u.test(whole) && !wordsInId.has(whole.toLowerCase())
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

/** Fewer consecutive numbers than this are years only where the name says so. */
const fewestYears = 8

/**
 * Whether fractions are years with the part of the year that has passed (2000.083 for the end of January): under a name
 * of time. Beside another time they say the same again.
 */
export function isDecimalYear(
  name: string,
  numeric: Pick<NonNullable<ColumnFacts['numeric']>, 'integers' | 'min' | 'max'> | null,
): boolean {
  if (numeric === null || numeric.integers || numeric.min < 1500 || numeric.max > 2200) return false
  const words = nameWords(name)
  return (has(words, yearWords) || has(words, timeWords)) && !has(words, flowWords) && !has(words, intensiveWords)
}

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
