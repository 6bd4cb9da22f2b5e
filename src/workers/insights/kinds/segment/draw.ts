/** Bars of the four parts into which two conditions cut the rows: both, either alone, neither. */
import { formOfColumn } from '../../../../shared/format/numbers.ts'
import { capitalise, readableName } from '../../../../shared/format/words.ts'
import type { InsightDraft } from '../../../../shared/story/insight.ts'
import { spokenName } from '../../../../shared/story/spoken-name.ts'
import { cornerColumns, cornersFrom } from '../../../analysis/derive/segment.ts'
import type { GroupSummary } from '../../../analysis/statistics/welch-anova.ts'
import { wilsonInterval } from '../../../analysis/statistics/wilson-interval.ts'
import { columnOf, type DrawInsight, detailText, evidenceValue, floorOfColumn } from '../../charts/drawing.ts'
import {
  averageOf,
  base,
  type Group,
  intervalIn,
  intervalsShown,
  meanInterval,
  ofAll,
  rowOf,
} from '../../charts/groups.ts'
import { outcomePhrase } from '../../words/outcome.ts'
import { allNamed, named } from '../../words/phrase.ts'
import { words } from './words/index.ts'

export const drawSegment: DrawInsight = async ({ draft, table, source, language }) => {
  const [sql] = draft.evidence.sql
  if (sql === undefined) return null
  const found = await source.columns(sql)
  const corners = cornersFrom(cornerColumns.map((name) => found[name] ?? []))
  if (corners === null) return null
  const rate = draft.details.measure === null
  const share = Number(draft.evidence.derived.checked_inside?.parameters.independent ?? 1)
  const column = columnOf(table, draft.details.measure)
  const floor = floorOfColumn(column)
  const group = (category: string, part: GroupSummary): Group => ({
    category,
    rows: part.n,
    value: part.mean,
    ...(rate ? ofShare(part) : meanInterval(part, share, floor)),
  })
  const [first, second] = [conditionText(draft, 'first'), conditionText(draft, 'second')]
  const said = words.in(language).picture
  const both = `${first}, ${second}`
  const groups = [
    group(both, corners.both),
    group(said.only({ condition: named(first) }).text, corners.firstOnly),
    group(said.only({ condition: named(second) }).text, corners.secondOnly),
    group(said.neither.text, corners.neither),
  ]
  const format = rate ? 'percent' : (column?.format ?? null)
  const subject = rate
    ? said.shareOf({
        outcome: outcomePhrase(detailText(draft, 'outcome'), detailText(draft, 'outcome_value'), language).noun,
      }).text
    : averageOf(spokenName(detailText(draft, 'measure'), table.columns), language)
  const overall = evidenceValue(draft, 'overall')
  const form = rate ? ({ kind: 'percent' } as const) : formOfColumn(format)
  return {
    spec: {
      kind: 'bar',
      subtitle: said.subtitle(allNamed({ subject: capitalise(subject), base: base(draft.n, table, language) })).text,
      horizontal: true,
      mark: 'dot',
      x: { field: 'category', label: said.rows.text, type: 'category', format: null },
      y: { field: 'value', label: capitalise(subject), type: 'number', format },
      interval: intervalIn(language),
      highlight: [both],
      ...ofAll(overall, form, language),
    },
    columns: ['category', 'value', 'low', 'high', 'rows'],
    rows: groups.map(rowOf),
    sql,
    reduced: false,
    shows: said.shows(allNamed({ subject, intervals: intervalsShown(table, language) })).text,
  }
}

function conditionText(draft: InsightDraft, which: 'first' | 'second'): string {
  const name = detailText(draft, which)
  return `${readableName(name)} ${String(draft.subspace?.[name] ?? '')}`
}

function ofShare({ n, mean }: GroupSummary): { low: number; high: number } {
  return wilsonInterval({ successes: Math.round(n * mean), n }) ?? { low: mean, high: mean }
}
