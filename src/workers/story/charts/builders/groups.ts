/** Means and rates by group, each with its interval, against the overall level. */
import { formatNumber, formOfColumn } from '../../../../shared/format/numbers.ts'
import { capitalise, plural, readableName } from '../../../../shared/format/words.ts'
import type { Scalar } from '../../../../shared/story/insight.ts'
import { studentTQuantile } from '../../../analysis/statistics/student-t-distribution.ts'
import { quoteIdentifier, quoteText } from '../../../runtime/duckdb/database.ts'
import { type BuildChart, columnOf, detailText, evidenceValue } from '../builder.ts'

const mostBars = 12
const interval = { low: 'low', high: 'high', label: '95% interval' } as const

interface Group {
  readonly category: string
  readonly rows: number
  readonly value: number
  readonly low: number
  readonly high: number
}

export const buildGroupDifference: BuildChart = async ({ draft, table, database }) => {
  const dimension = detailText(draft, 'dimension')
  const measure = detailText(draft, 'measure')
  const derivation = draft.evidence.derived.difference
  const sql = draft.evidence.sql[derivation?.query ?? -1]
  if (sql === undefined) return null
  // Intervals as the test saw them: of rows that repeat each other, only a share counts.
  const share = Number(derivation?.parameters.independent ?? 1)
  const found = await database.rows<{ group: string; n: number; mean: number; variance: number | null }>(sql)
  if (found.length < 2) return null
  const groups = found.map(({ group, n, mean, variance }): Group => {
    const own = Math.max(2, n * share)
    const half = n > 1 ? studentTQuantile(0.975, own - 1) * Math.sqrt((variance ?? 0) / own) : 0
    return { category: group, rows: n, value: mean, low: mean - half, high: mean + half }
  })
  const best = detailText(draft, 'best')
  const shown = largest(groups, [best, detailText(draft, 'worst')])
  const format = columnOf(table, measure)?.format ?? null
  const subject = `average ${readableName(measure)}`
  const overall = evidenceValue(draft, 'overall_mean')
  return {
    spec: {
      kind: 'bar',
      subtitle: `${capitalise(subject)} by ${readableName(dimension)}${shownOf(shown, groups)}; ${base(draft.n)}`,
      horizontal: true,
      x: { field: 'category', label: readableName(dimension), type: 'category', format: null },
      y: { field: 'mean', label: capitalise(subject), type: 'number', format },
      interval,
      highlight: [best],
      ...reference(overall, `all: ${formatNumber(overall, formOfColumn(format))}`),
    },
    columns: ['category', 'mean', 'low', 'high', 'rows'],
    rows: shown.map(rowOf),
    sql,
    reduced: shown.length < groups.length,
    shows: `Bar chart of ${subject} by ${readableName(dimension)} with 95% intervals, highest first`,
  }
}

export const buildAssociation: BuildChart = async ({ draft, table, database }) => {
  const [first, second] = [detailText(draft, 'first'), detailText(draft, 'second')]
  const wanted = detailText(draft, 'second_value')
  const [group, other] = [quoteIdentifier(first), quoteIdentifier(second)]
  const sql = `SELECT CAST(${group} AS VARCHAR) AS category, count(*) AS rows, count_if(CAST(${other} AS VARCHAR) = ${quoteText(wanted)}) AS hits FROM ${quoteIdentifier(table.name)} WHERE ${group} IS NOT NULL AND ${other} IS NOT NULL GROUP BY ${group} ORDER BY hits / rows DESC, category`
  const found = await database.rows<{ category: string; rows: number; hits: number }>(sql)
  if (found.length < 2) return null
  const groups = found.map(
    ({ category, rows, hits }): Group => ({ category, rows, value: hits / rows, ...wilson(hits, rows) }),
  )
  const here = detailText(draft, 'first_value')
  const shown = largest(groups, [here])
  const overall = evidenceValue(draft, 'overall_share')
  const subject = `share of rows with ${readableName(second)} “${wanted}”`
  return {
    spec: {
      kind: 'bar',
      subtitle: `${capitalise(subject)} by ${readableName(first)}${shownOf(shown, groups)}; ${base(draft.n)}`,
      horizontal: true,
      x: { field: 'category', label: readableName(first), type: 'category', format: null },
      y: { field: 'share', label: capitalise(subject), type: 'number', format: 'percent' },
      interval,
      highlight: [here],
      ...reference(overall, `all: ${formatNumber(overall, { kind: 'percent' })}`),
    },
    columns: ['category', 'share', 'low', 'high', 'rows'],
    rows: shown.map(rowOf),
    sql,
    reduced: shown.length < groups.length,
    shows: `Bar chart of the ${subject} by ${readableName(first)} with 95% intervals, highest first`,
  }
}

/** The groups with most rows, those the claim is about among them, in the order given. */
function largest(groups: readonly Group[], always: readonly string[]): readonly Group[] {
  if (groups.length <= mostBars) return groups
  const named = groups.filter(({ category }) => always.includes(category))
  const others = groups
    .filter((group) => !named.includes(group))
    .toSorted((left, right) => right.rows - left.rows)
    .slice(0, mostBars - named.length)
  const kept = new Set([...named, ...others])
  return groups.filter((group) => kept.has(group))
}

function shownOf(shown: readonly Group[], all: readonly Group[]): string {
  return shown.length === all.length ? '' : ` (${shown.length} of ${all.length} groups, those with most rows)`
}

function rowOf({ category, value, low, high, rows }: Group): readonly Scalar[] {
  return [category, value, low, high, rows]
}

function base(rows: number): string {
  return `${formatNumber(rows, { kind: 'count' })} ${plural(rows, 'row')}`
}

function reference(y: number | null, label: string): { reference?: { y: number; label: string } } {
  return y === null ? {} : { reference: { y, label } }
}

/** Wilson's score interval of a rate, 95 %: honest near 0 and 1 and for few rows. */
function wilson(hits: number, rows: number): { low: number; high: number } {
  const z = 1.959963984540054
  const rate = hits / rows
  const center = (rate + z ** 2 / (2 * rows)) / (1 + z ** 2 / rows)
  const half = (z / (1 + z ** 2 / rows)) * Math.sqrt((rate * (1 - rate)) / rows + z ** 2 / (4 * rows ** 2))
  return { low: Math.max(0, center - half), high: Math.min(1, center + half) }
}
