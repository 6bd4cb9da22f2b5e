/**
 * What a mark before exactly three digits means (`1,234`, `1.234`): it parts thousands, or it begins a fraction. Pieces
 * of evidence are log odds (natural logarithm), positive where the mark parts thousands, and are added up: how values
 * are written in the column itself, then how the same author writes elsewhere.
 */
import type { NumberShape } from './number-shape.ts'

export interface WrittenNumber {
  /** As it stands, trimmed. */
  readonly text: string
  readonly form: NumberShape
}

/** Nothing but this value's notation could be meant. */
export const certain = 8
/** Odds below some 7 to 1 are close, and told. */
export const closeOdds = 2
/** One column that settles it speaks louder for another than any habit of most files. */
export const columnOdds = 4

/** In most files a comma parts thousands and a point begins a fraction. */
export function habitOdds(mark: '.' | ','): number {
  return mark === ',' ? 1.5 : -1.5
}

/** Currencies of a thousand parts, whose amounts are written with three decimals. */
const threeDecimals = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'])

/** `numbers`: of one column, in each of which `mark`, where it stands, stands once, before exactly three digits. */
export function writtenOdds(numbers: readonly WrittenNumber[], mark: '.' | ','): number {
  const marked = numbers.filter(({ form }) => form.body.includes(mark))
  const bare = numbers.filter(({ form }) => !form.body.includes(mark)).map(({ form }) => form.body)
  if (marked.length === 0) return 0
  // No group leads with a nought: `0,125` is an eighth.
  if (marked.some(({ form }) => form.body.startsWith('0'))) return -certain
  return ungroupedOdds(bare, shortest(marked, mark)) + wholeOdds(marked, bare, mark) + amountOdds(marked)
}

function shortest(marked: readonly WrittenNumber[], mark: string): number {
  return Math.min(...marked.map(({ form }) => form.body.replaceAll(mark, '').length))
}

/** Who groups `12,345` does not write 12345; 4 digits go without in some countries, and years everywhere. */
function ungroupedOdds(bare: readonly string[], fewestGroupedDigits: number): number {
  if (bare.some((body) => body.length > 4)) return -columnOdds
  const four = bare.filter((body) => body.length === 4 && !/^(?:19|20)/u.test(body))
  return four.length > 0 && fewestGroupedDigits <= 4 ? -3 : 0
}

/**
 * Small whole numbers beside the marked ones: whoever writes each fraction to three places would have written
 * `310,000`, and whoever leaves out trailing noughts ends a fraction in one of ten times with fewer than three digits.
 */
function wholeOdds(marked: readonly WrittenNumber[], bare: readonly string[], mark: string): number {
  const fractions = marked.map(({ form }) => form.body.slice(form.body.indexOf(mark) + 1))
  const rounded = fractions.every((digits) => digits === '000') ? 1.5 : 0
  if (!bare.some((body) => body.length <= 3 && !/^0+$/u.test(body))) return rounded
  if (fractions.some((digits) => digits.endsWith('0'))) return columnOdds
  return Math.min(columnOdds, new Set(fractions).size * Math.log(10 / 9)) + rounded
}

/**
 * Sums of money seldom have three decimals, percentages seldom thousands; brackets for a minus are how accounts, in
 * whole units, are written.
 */
function amountOdds(marked: readonly WrittenNumber[]): number {
  if (marked.some(({ form }) => form.percent)) return -columnOdds
  const money = marked.some(({ form }) => form.currency !== null && !threeDecimals.has(form.currency)) ? 2 : 0
  return money + (marked.some(({ text }) => text.startsWith('(')) ? 1 : 0)
}
