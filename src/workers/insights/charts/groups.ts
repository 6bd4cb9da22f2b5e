/** Bars of groups, each with its interval, against the overall level: what charts of means and of rates share. */
import type { NumberForm } from '../../../shared/format/numbers.ts'
import type { ChartSpec } from '../../../shared/story/chart.ts'
import type { Scalar } from '../../../shared/story/insight.ts'
import type { ProfiledTable } from '../../../shared/story/table.ts'
import type { TextsTag } from '../../../shared/texts/texts.ts'
import { studentTQuantile } from '../../analysis/statistics/student-t-distribution.ts'
import type { GroupSummary } from '../../analysis/statistics/welch-anova.ts'
import { intervalLevel } from '../words/level.ts'
import { allNamed, named } from '../words/phrase.ts'
import { sharedWords } from '../words/shared/index.ts'
import { counted, notBelow, written } from './drawing.ts'
import { chartWords } from './words/index.ts'

const mostBars = 12

export interface Group {
  readonly category: string
  readonly rows: number
  readonly value: number
  readonly low: number
  readonly high: number
}

/** The groups with most rows, those the claim is about among them, in the order given. */
export function largest(groups: readonly Group[], always: readonly string[]): readonly Group[] {
  if (groups.length <= mostBars) return groups
  const named = groups.filter(({ category }) => always.includes(category))
  const others = groups
    .filter((group) => !named.includes(group))
    .toSorted((left, right) => right.rows - left.rows)
    .slice(0, mostBars - named.length)
  const kept = new Set([...named, ...others])
  return groups.filter((group) => kept.has(group))
}

export function shownOf(shown: readonly Group[], all: readonly Group[], language: TextsTag): string {
  if (shown.length === all.length) return ''
  return chartWords.in(language).largestGroups(allNamed({ shown: String(shown.length) })).text
}

/** Columns of the ends of an interval, and what it is called. */
export function intervalIn(language: TextsTag): NonNullable<ChartSpec['interval']> {
  return { low: 'low', high: 'high', label: intervalName(language) }
}

export function intervalName(language: TextsTag): string {
  return chartWords.in(language).interval({ level: intervalLevel(language) }).text
}

/** ` with 95 % intervals`; empty where the rows are the whole, so that none are drawn. */
export function intervalsShown({ declared }: Pick<ProfiledTable, 'declared'>, language: TextsTag): string {
  return declared?.rows === 'population'
    ? ''
    : chartWords.in(language).intervals({ level: intervalLevel(language) }).text
}

export function rowOf({ category, value, low, high, rows }: Group): readonly Scalar[] {
  return [category, value, low, high, rows]
}

/** `344 penguins`: what a chart rests on. */
export function base(rows: number, { rowNoun }: Pick<ProfiledTable, 'rowNoun'>, language: TextsTag): string {
  const words = sharedWords.in(language)
  const n = counted(rows, language)
  if (rowNoun === undefined) return words.rows({ n }).text
  return words.namedRows({ n, noun: named(rows === 1 ? rowNoun.one : rowNoun.many) }).text
}

/** What several rows are called. */
export function rowsCalled({ rowNoun }: Pick<ProfiledTable, 'rowNoun'>, language: TextsTag): string {
  return rowNoun?.many ?? sharedWords.in(language).rowPlural.text
}

/** `number of rows`, as what is drawn. */
export function numberOfRows(table: Pick<ProfiledTable, 'rowNoun'>, language: TextsTag): string {
  return chartWords.in(language).numberOfRows({ rows: named(rowsCalled(table, language)) }).text
}

/** `average price`. */
export function averageOf(measure: string, language: TextsTag): string {
  return sharedWords.in(language).series.average({ measure: named(measure) }).text
}

/** `total sales`. */
export function totalOf(measure: string, language: TextsTag): string {
  return sharedWords.in(language).series.total({ measure: named(measure) }).text
}

/**
 * 95 % interval of a mean by Student's t, as if only `share` of its rows were independent of each other; `floor`: what no
 * mean can be below, or null.
 */
export function meanInterval(
  { n, mean, variance }: GroupSummary,
  share: number,
  floor: number | null,
): { low: number; high: number } {
  const own = Math.max(2, n * share)
  const half = n > 1 ? studentTQuantile(0.975, own - 1) * Math.sqrt(variance / own) : 0
  return { low: notBelow(floor, mean - half, mean), high: mean + half }
}

/** The line of all rows. */
export function ofAll(
  y: number | null,
  form: NumberForm,
  language: TextsTag,
): { readonly reference?: { readonly y: number; readonly label: string } } {
  if (y === null) return {}
  return { reference: { y, label: chartWords.in(language).ofAll({ value: named(written(y, form, language)) }).text } }
}
