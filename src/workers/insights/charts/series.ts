/** The series behind a statement about time, on its regular grid, with gaps left open. */

import { isGrain, namingOfColumn, type PeriodNaming } from '../../../shared/format/periods.ts'
import { capitalise } from '../../../shared/format/words.ts'
import type { ChartSpec } from '../../../shared/story/chart.ts'
import type { InsightDraft } from '../../../shared/story/insight.ts'
import { spokenName } from '../../../shared/story/spoken-name.ts'
import type { ProfiledTable } from '../../../shared/story/table.ts'
import type { TextsTag } from '../../../shared/texts/texts.ts'
import { type Grain, type Grid, periodIndex, periodStart } from '../../analysis/series/grid.ts'
import { partPhrase } from '../words/categories.ts'
import { shortPeriodPhrase } from '../words/periods.ts'
import { allNamed } from '../words/phrase.ts'
import { option } from '../words/word-book.ts'
import { timeAxis } from './axes.ts'
import { type ChartRequest, columnOf, detailText, evidenceValue } from './drawing.ts'
import { averageOf, base, numberOfRows, totalOf } from './groups.ts'
import { chartWords } from './words/index.ts'

export interface ChartSeries {
  readonly sql: string
  /** Period starts (ISO), regular; null where the table has nothing. */
  readonly points: readonly { readonly period: string; readonly value: number | null }[]
  readonly subject: string
  readonly x: ChartSpec['x']
  readonly y: ChartSpec['y']
  readonly subtitle: string
  readonly language: TextsTag
}

const gridGrains: readonly Grain[] = ['hour', 'day', 'week', 'month', 'quarter', 'year']

/** The points that `choose` keeps, all by default. Null when the statement has no period query. */
export async function chartSeries(
  { draft, table, source, language }: ChartRequest,
  choose: (points: ChartSeries['points']) => ChartSeries['points'] = (points) => points,
): Promise<ChartSeries | null> {
  const derivation = Object.values(draft.evidence.derived).find(({ parameters }) => parameters.grain !== undefined)
  const sql = draft.evidence.sql[derivation?.query ?? -1]
  const grain = gridGrains.find((one) => one === derivation?.parameters.grain)
  if (derivation === undefined || sql === undefined || grain === undefined) return null
  const columns = await source.columns(sql)
  const [periods = [], values = []] = derivation.columns.map((name) => columns[name] ?? [])
  const grid: Grid = { grain, step: Number(derivation.parameters.step ?? 1) || 1 }
  const points = choose(onGrid(periods, values, grid, derivation.parameters.fill === 'zero' ? 0 : null))
  if (points.length < 2) return null
  const subject = subjectOf(draft, table, language)
  const label = isGrain(draft.details.grain) ? draft.details.grain : grain
  const measure = columnOf(table, draft.details.measure)
  const naming = namingOfColumn(columnOf(table, draft.details.time)?.format)
  return {
    sql,
    points,
    subject,
    language,
    x: timeAxis(
      { draft, table },
      { field: 'period', label: chartWords.in(language).series.grain({ grain: option(label) }).text, grain: label },
    ),
    y: { field: 'value', label: capitalise(subject), type: 'number', format: measure?.format ?? null },
    subtitle: subtitleOf({ draft, table, language }, subject, points, label, naming),
  }
}

function onGrid(
  periods: readonly unknown[],
  values: readonly unknown[],
  grid: Grid,
  hole: number | null,
): ChartSeries['points'] {
  const known = new Map<number, number>()
  for (const [position, period] of periods.entries()) {
    const value = values[position]
    if (typeof value === 'number' && Number.isFinite(value)) known.set(periodIndex(period, grid.grain), value)
  }
  const indexes = [...known.keys()].sort((left, right) => left - right)
  const [first, last] = [indexes[0], indexes.at(-1)]
  if (first === undefined || last === undefined) return []
  const length = Math.floor((last - first) / grid.step) + 1
  return Array.from({ length }, (_, position) => {
    const index = first + position * grid.step
    return { period: periodStart(index, grid.grain), value: known.get(index) ?? hole }
  })
}

function subjectOf(draft: InsightDraft, table: ProfiledTable, language: TextsTag): string {
  return `${wholeSubjectOf(draft, table, language)}${partPhrase(draft.subspace, language).text}`
}

function wholeSubjectOf(draft: InsightDraft, table: ProfiledTable, language: TextsTag): string {
  if (draft.details.measure === null || draft.details.measure === undefined) return numberOfRows(table, language)
  const measure = spokenName(detailText(draft, 'measure'), table.columns)
  if (draft.evidence.values.n === draft.evidence.values.periods) return measure
  const isMean = draft.details.aggregate === 'mean'
  if (measure.toLowerCase().startsWith(isMean ? 'average' : 'total')) return measure
  return isMean ? averageOf(measure, language) : totalOf(measure, language)
}

function subtitleOf(
  { draft, table, language }: Pick<ChartRequest, 'draft' | 'table' | 'language'>,
  subject: string,
  points: ChartSeries['points'],
  grain: NonNullable<ReturnType<typeof grainOf>>,
  naming: PeriodNaming | null,
): string {
  const [from = '', to = ''] = [points[0], points.at(-1)].map(
    (point) => shortPeriodPhrase(point?.period ?? '', grain, naming, language).text,
  )
  const rows = evidenceValue(draft, 'n') ?? draft.n
  return chartWords.in(language).series.subtitle({
    ...allNamed({ subject: capitalise(subject), from, to, base: base(rows, table, language) }),
    grain: option(grain),
  }).text
}

function grainOf(draft: InsightDraft) {
  return isGrain(draft.details.grain) ? draft.details.grain : null
}
