/**
 * Amounts of money in running text: a number and the currency it belongs to. Where numbers and currencies follow each
 * other (`50 € 60 $`), all of the run decide which belongs to which; where nothing does, none is valued.
 */
import { anyCase } from '../../../shared/format/any-case.ts'
import { literalPattern } from '../../../shared/format/literal-pattern.ts'
import { currencyCodes, currencyOf, currencySigns, currencyWords } from '../../../shared/quantity/currencies.ts'
import { scaleBesideMoney, scaled, scaleWords } from '../../../shared/quantity/scales.ts'
import { numberSource, readWrittenNumber } from './written-number.ts'

export interface FoundAmount {
  readonly start: number
  readonly end: number
  readonly value: number
  /** ISO 4217 for money, `%`, else the unit as it stands; empty where the number counts nothing named. */
  readonly unit: string
}

interface Token {
  readonly kind: 'number' | 'currency'
  readonly start: number
  readonly end: number
  /** Of a currency: its code. */
  readonly currency: string
  /** Of a number; null where it is none after all. */
  readonly value: number | null
  /** Written like a year: four digits and nothing else. */
  readonly yearLike: boolean
}
type Pair = readonly [amount: Token, currency: Token]

const longestFirst = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(literalPattern)
    .join('|')

const lettered = (word: string): boolean => /^\p{L}/u.test(word)
const lastLettered = (word: string): boolean => /\p{L}$/u.test(word)
const signs = Object.keys(currencySigns)
const eastAsian = scaleWords.filter((word) => /^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(word))
const spoken = scaleWords.filter((word) => !eastAsian.includes(word))
// Signs of letters stand apart from other letters: `Fr.`, `kr`, `USD`; in East Asia words do not stand apart.
const currencySource = [
  longestFirst(signs.filter((sign) => !lettered(sign) || /^[\p{Script=Han}\p{Script=Hangul}]/u.test(sign))),
  `(?<!\\p{L})(?:${longestFirst([...signs.filter((sign) => lettered(sign) && !lastLettered(sign))])})`,
  `(?<!\\p{L})(?:${longestFirst([...signs.filter((sign) => lettered(sign) && lastLettered(sign)), ...currencyCodes])})(?![\\p{L}-])`,
  `(?<!\\p{L})(?:${anyCase(Object.keys(currencyWords))})(?![\\p{L}-])`,
].join('|')
const scaleSource = `${longestFirst(eastAsian)}|(?:(?:${anyCase(spoken)})\\.?|[KkMmBbT]|MM|mm)(?![\\p{L}\\p{N}])`
/** `4’500.–` has a dash for the hundredths. */
const amountSource = `(?<open>\\()?(?<minus>[-−–](?=\\d))?(?<digits>${numberSource})(?:[.,](?:–|—|-{1,2})(?!\\d))?(?<close>\\))?(?:[\\s\\u00a0]?(?<scale>${scaleSource}))?`
const token = new RegExp(`(?<currency>${currencySource})|(?<amount>${amountSource})`, 'gu')
const gap = /^[ \t\u00a0\u2009\u202f]{0,2}$/u

/** Letters that stand apart from a number where words have spaces, and what parts versions, dates and longer numbers. */
const withinAWord =
  /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}]$|[\p{N}.,/:_]$|[\p{N}][-–]$/u

/** In order of place, none within another. */
export function findMoney(text: string, decimalComma: boolean): FoundAmount[] {
  const runs = runsOf(tokensOf(text, decimalComma), text)
  const pairs: Pair[] = []
  const open: Token[][] = []
  const habit = { before: 0, behind: 0 }
  for (const run of runs) {
    const found = settled(run)
    if (found === null) open.push(run)
    else {
      pairs.push(...found)
      for (const [amount, currency] of found) habit[currency.start < amount.start ? 'before' : 'behind'] += 1
    }
  }
  // What the rest of the text always does, this run does too.
  if ((habit.before === 0) !== (habit.behind === 0)) {
    for (const run of open) pairs.push(...pairedFrom(run, (run[0]?.kind === 'number') === habit.before > 0 ? 1 : 0))
  }
  return pairs.flatMap((pair) => amountOf(pair, text)).sort((a, b) => a.start - b.start)
}

function tokensOf(text: string, decimalComma: boolean): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(token)) {
    const { currency, amount, digits = '', minus, open, close, scale } = match.groups ?? {}
    const start = match.index
    const end = start + match[0].length
    if (currency !== undefined) {
      tokens.push({ kind: 'currency', start, end, currency: currencyOf(currency), value: null, yearLike: false })
      continue
    }
    const before = tokens.at(-1)
    const attached = before?.kind === 'currency' && before.end === start
    // Part of a code, a version, a date or a longer number.
    const within = !attached && withinAWord.test(text.slice(Math.max(0, start - 2), start))
    const unbalanced = (open === undefined) !== (close === undefined)
    if (amount === undefined || within || /^(?:[\p{N}%‰]|[.,:/]\p{N}|\s?%)/u.test(text.slice(end))) continue
    const size = readWrittenNumber(digits, decimalComma)
    const exponent = scale === undefined ? 0 : (scaleBesideMoney(scale) ?? 0)
    const sized = size === null || exponent === 0 ? size : scaled(String(size), exponent)
    const negative = minus !== undefined || (open !== undefined && close !== undefined)
    const value = sized === null ? null : negative ? -sized : sized
    // A bracket that is not closed behind the number belongs to the sentence.
    const from = unbalanced && open !== undefined ? start + 1 : start
    const to = unbalanced && close !== undefined ? start + match[0].indexOf(')') : end
    tokens.push({
      kind: 'number',
      start: from,
      end: to,
      currency: '',
      value,
      yearLike: /^(?:19|20)\d{2}$/u.test(match[0]),
    })
  }
  return tokens
}

/** Numbers and currencies in turn, with no more than a space between. */
function runsOf(tokens: readonly Token[], text: string): Token[][] {
  const runs: Token[][] = []
  for (const one of tokens) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const joined = last !== undefined && last.kind !== one.kind && gap.test(text.slice(last.end, one.start))
    if (joined) run?.push(one)
    else runs.push([one])
  }
  return runs.filter((run) => run.length > 1)
}

/** The pairs of a run that can be paired in one way only; null where there are two. */
function settled(run: readonly Token[]): Pair[] | null {
  if (run.length % 2 === 0) return pairedFrom(run, 0)
  const [first, second, third] = run
  if (run.length !== 3 || first === undefined || second === undefined || third === undefined) return null
  if (first.kind === 'currency') {
    // `US$ 50 USD` names one currency twice.
    return first.currency === third.currency ? [[second, first]] : null
  }
  const [left, right] = [second.start - first.end, third.start - second.end]
  if (left !== right && Math.min(left, right) === 0) return left < right ? [[first, second]] : [[third, second]]
  if (first.yearLike !== third.yearLike) return first.yearLike ? [[third, second]] : [[first, second]]
  return null
}

function pairedFrom(run: readonly Token[], from: number): Pair[] {
  const pairs: Pair[] = []
  for (let index = from; index + 1 < run.length; index += 2) {
    const [one, other] = [run[index], run[index + 1]]
    if (one === undefined || other === undefined) break
    pairs.push(one.kind === 'number' ? [one, other] : [other, one])
  }
  return pairs
}

function amountOf([amount, currency]: Pair, text: string): FoundAmount[] {
  if (amount.value === null) return []
  const end = Math.max(amount.end, currency.end)
  let start = Math.min(amount.start, currency.start)
  let { value } = amount
  // A minus before the sign: −$5.
  if (currency.start < amount.start && /(?:^|[^\p{L}\p{N}])[-−]$/u.test(text.slice(Math.max(0, start - 2), start))) {
    start -= 1
    value = -value
  }
  return [{ start, end, value, unit: currency.currency }]
}
