/** The series behind a statement about time, on its regular grid, with gaps left open. */

import {
  formatPeriodShort,
  grainAdverb,
  isGrain,
  namingOfColumn,
  type PeriodNaming,
} from '../../../shared/format/periods.ts'
import { capitalise, readableName } from '../../../shared/format/words.ts'
import type { ChartSpec } from '../../../shared/story/chart.ts'
import { formatOfTimeAxis } from '../../../shared/story/drawing/axes.ts'
import type { InsightDraft } from '../../../shared/story/insight.ts'
import { type ProfiledTable, rowNounOf } from '../../../shared/story/table.ts'
import { type Grain, type Grid, periodIndex, periodStart } from '../../analysis/series/grid.ts'
import { partText } from '../words/voice.ts'
import { type ChartRequest, columnOf, detailText, evidenceValue } from './drawing.ts'
import { base } from './groups.ts'

export interface ChartSeries {
  readonly sql: string
  /** Period starts (ISO), regular; null where the table has nothing. */
  readonly points: readonly { readonly period: string; readonly value: number | null }[]
  readonly subject: string
  readonly x: ChartSpec['x']
  readonly y: ChartSpec['y']
  readonly subtitle: string
}

const gridGrains: readonly Grain[] = ['hour', 'day', 'week', 'month', 'quarter', 'year']

/** The points that `choose` keeps, all by default. Null when the statement has no period query. */
export async function chartSeries(
  { draft, table, source }: ChartRequest,
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
  const subject = subjectOf(draft, table)
  const label = isGrain(draft.details.grain) ? draft.details.grain : grain
  const measure = columnOf(table, draft.details.measure)
  const naming = namingOfColumn(columnOf(table, draft.details.time)?.format)
  return {
    sql,
    points,
    subject,
    x: { field: 'period', label: capitalise(label), type: 'time', format: formatOfTimeAxis(label, naming) },
    y: { field: 'value', label: capitalise(subject), type: 'number', format: measure?.format ?? null },
    subtitle: subtitleOf(draft, table, subject, points, label, naming),
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

export function subjectOf(draft: InsightDraft, table: ProfiledTable): string {
  return `${wholeSubjectOf(draft, table)}${partText(draft.subspace)}`
}

function wholeSubjectOf(draft: InsightDraft, table: ProfiledTable): string {
  if (draft.details.measure === null || draft.details.measure === undefined) return `number of ${rowNounOf(table).many}`
  const measure = readableName(detailText(draft, 'measure'))
  if (draft.evidence.values.n === draft.evidence.values.periods) return measure
  const word = draft.details.aggregate === 'mean' ? 'average' : 'total'
  return measure.toLowerCase().startsWith(word) ? measure : `${word} ${measure}`
}

function subtitleOf(
  draft: InsightDraft,
  table: ProfiledTable,
  subject: string,
  points: ChartSeries['points'],
  grain: NonNullable<ReturnType<typeof grainOf>>,
  naming: PeriodNaming | null,
): string {
  const ends = [points[0], points.at(-1)].map((point) => formatPeriodShort(point?.period ?? '', grain, naming))
  const rows = evidenceValue(draft, 'n') ?? draft.n
  return `${capitalise(subject)}, ${grainAdverb(grain)}, ${ends.join(' to ')}; ${base(rows, table)}`
}

function grainOf(draft: InsightDraft) {
  return isGrain(draft.details.grain) ? draft.details.grain : null
}
