/** Bars of the four parts into which two conditions cut the rows: both, either alone, neither. */
import { formatNumber, formOfColumn } from '../../../../shared/format/numbers.ts'
import { capitalise, readableName } from '../../../../shared/format/words.ts'
import type { InsightDraft } from '../../../../shared/story/insight.ts'
import { cornerColumns, cornersFrom } from '../../../analysis/derive/segment.ts'
import { studentTQuantile } from '../../../analysis/statistics/student-t-distribution.ts'
import type { GroupSummary } from '../../../analysis/statistics/welch-anova.ts'
import { wilsonInterval } from '../../../analysis/statistics/wilson-interval.ts'
import { columnOf, type DrawInsight, detailText, evidenceValue } from '../../charts/drawing.ts'
import { base, type Group, interval, reference, rowOf } from '../../charts/groups.ts'
import { outcomePhrase } from '../../words/outcome.ts'

export const drawSegment: DrawInsight = async ({ draft, table, source }) => {
  const [sql] = draft.evidence.sql
  if (sql === undefined) return null
  const found = await source.columns(sql)
  const corners = cornersFrom(cornerColumns.map((name) => found[name] ?? []))
  if (corners === null) return null
  const rate = draft.details.measure === null
  const share = Number(draft.evidence.derived.checked_inside?.parameters.independent ?? 1)
  const group = (category: string, part: GroupSummary): Group => ({
    category,
    rows: part.n,
    value: part.mean,
    ...(rate ? ofShare(part) : ofMean(part, share)),
  })
  const [first, second] = [conditionText(draft, 'first'), conditionText(draft, 'second')]
  const both = `${first}, ${second}`
  const groups = [
    group(both, corners.both),
    group(`only ${first}`, corners.firstOnly),
    group(`only ${second}`, corners.secondOnly),
    group('neither', corners.neither),
  ]
  const format = rate ? 'percent' : (columnOf(table, draft.details.measure)?.format ?? null)
  const subject = rate
    ? `share of ${outcomePhrase(detailText(draft, 'outcome'), detailText(draft, 'outcome_value')).noun.text}`
    : `average ${readableName(detailText(draft, 'measure'))}`
  const overall = evidenceValue(draft, 'overall')
  const form = rate ? ({ kind: 'percent' } as const) : formOfColumn(format)
  return {
    spec: {
      kind: 'bar',
      subtitle: `${capitalise(subject)} by whether the conditions hold; ${base(draft.n, table)}`,
      horizontal: true,
      x: { field: 'category', label: 'Rows', type: 'category', format: null },
      y: { field: 'value', label: capitalise(subject), type: 'number', format },
      interval,
      highlight: [both],
      ...reference(overall, `all: ${formatNumber(overall, form)}`),
    },
    columns: ['category', 'value', 'low', 'high', 'rows'],
    rows: groups.map(rowOf),
    sql,
    reduced: false,
    shows: `Bar chart of ${subject} with 95% intervals, where both conditions hold, one or neither`,
  }
}

function conditionText(draft: InsightDraft, which: 'first' | 'second'): string {
  const name = detailText(draft, which)
  return `${readableName(name)} ${String(draft.subspace?.[name] ?? '')}`
}

function ofShare({ n, mean }: GroupSummary): { low: number; high: number } {
  return wilsonInterval({ successes: Math.round(n * mean), n }) ?? { low: mean, high: mean }
}

function ofMean({ n, mean, variance }: GroupSummary, share: number): { low: number; high: number } {
  const own = Math.max(2, n * share)
  const half = n > 1 ? studentTQuantile(0.975, own - 1) * Math.sqrt(variance / own) : 0
  return { low: mean - half, high: mean + half }
}
