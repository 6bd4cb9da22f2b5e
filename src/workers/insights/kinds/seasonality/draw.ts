/** One cycle: the mean of each of its phases with an interval, in calendar order. */

import { formOfColumn } from '../../../../shared/format/numbers.ts'
import { cyclePosition, type Grain, parseInstant } from '../../../../shared/format/periods.ts'
import { grainOfAxis } from '../../../../shared/story/drawing/axes.ts'
import type { TextsTag } from '../../../../shared/texts/texts.ts'
import { seriesOf, withoutTrend } from '../../../analysis/derive/series.ts'
import { mean } from '../../../analysis/statistics/mean.ts'
import { studentTQuantile } from '../../../analysis/statistics/student-t-distribution.ts'
import {
  columnOf,
  type DrawInsight,
  detailText,
  evidenceValue,
  floorOfColumn,
  notBelow,
  written,
} from '../../charts/drawing.ts'
import { line } from '../../charts/line.ts'
import { chartSeries } from '../../charts/series.ts'
import { intervalLevel } from '../../words/level.ts'
import { allNamed } from '../../words/phrase.ts'
import { phaseCalled, shortPhase } from './phases.ts'
import { words } from './words/index.ts'

interface Phase {
  readonly name: string
  readonly values: readonly number[]
  /** By the year of a cycle of the calendar. */
  readonly byYear: ReadonlyMap<number, number>
}

/** More courses than this hide each other. */
const mostYears = 12

export const drawSeasonality: DrawInsight = async (request) => {
  const series = await chartSeries(request)
  if (series !== null && detailText(request.draft, 'cycle') === 'swings') {
    const { swings } = words.in(request.language).picture
    return line(series, {}, swings(allNamed({ subject: series.subject.toLowerCase() })).text)
  }
  const length = evidenceValue(request.draft, 'period')
  const derivation = request.draft.evidence.derived.peak_mean
  if (series === null || length === null || derivation === undefined) return null
  const grain = grainOfAxis(series.x)
  // The very numbers the sentence states: of even lengths, with the trend taken out.
  const columns = await request.source.columns(series.sql)
  const grid = seriesOf(
    derivation.columns.map((name) => columns[name] ?? []),
    derivation.parameters,
  )
  const levels = withoutTrend(grid)
  const phases = phasesOf(
    grid.starts.map((period, index) => ({ period: String(period), value: levels[index] ?? null })),
    grain,
    length,
    request.language,
  )
  const floor = floorOfColumn(columnOf(request.table, request.draft.details.measure))
  const rows = phases.map(({ name, values }) => {
    const [low, high] = intervalOfMean(values)
    const middle = mean(values)
    const end = low === null || middle === null ? low : notBelow(floor, low, middle)
    return [name, middle, end, high]
  })
  // What is said of every year is seen in every year.
  const years = isWithinYear(grain) ? yearsOf(phases) : []
  const peak = shortPhase(detailText(request.draft, 'peak'), request.language)
  const trough = shortPhase(detailText(request.draft, 'trough'), request.language)
  const highest = evidenceValue(request.draft, 'peak_mean')
  const ends = {
    peak: phaseCalled(detailText(request.draft, 'peak'), request.language),
    trough: phaseCalled(detailText(request.draft, 'trough'), request.language),
  }
  const said = words.in(request.language).picture
  const value = written(highest, formOfColumn(series.y.format), request.language)
  return {
    spec: {
      kind: 'line',
      subtitle: said.subtitle(allNamed({ subject: series.subject, series: series.subtitle })).text,
      x: { field: 'phase', label: said.phase.text, type: 'category', format: null },
      y: { ...series.y, field: 'mean' },
      interval: { low: 'low', high: 'high', label: said.interval({ level: intervalLevel(request.language) }).text },
      ...(years.length === 0
        ? {}
        : { series: [{ field: 'mean', label: said.mean.text, tone: 'accent' as const }, ...years.map(quietYear)] }),
      highlight: [peak, trough].filter((name) => phases.some((phase) => phase.name === name)),
      ...(highest === null || !phases.some((phase) => phase.name === peak)
        ? {}
        : {
            annotation: {
              x: peak,
              y: highest,
              text: said.highest(allNamed({ phase: ends.peak, value })).text,
            },
          }),
    },
    columns: ['phase', 'mean', 'low', 'high', ...years.map((year) => quietYear(year).field)],
    rows: rows.map((row, index) => [...row, ...years.map((year) => phases[index]?.byYear.get(year) ?? null)]),
    sql: series.sql,
    reduced: true,
    shows: said.shows(allNamed({ subject: series.subject.toLowerCase(), ...ends })).text,
  }
}

function phasesOf(
  points: readonly { readonly period: string; readonly value: number | null }[],
  grain: Grain,
  length: number,
  language: TextsTag,
): readonly Phase[] {
  const phases = new Map<number, { name: string; values: number[]; byYear: Map<number, number> }>()
  for (const [index, { period, value }] of points.entries()) {
    const { order, name } = phaseOf(period, index, grain, length, language)
    const phase = phases.get(order) ?? { name, values: [], byYear: new Map<number, number>() }
    if (value !== null) {
      phase.values.push(value)
      phase.byYear.set(new Date(parseInstant(period) ?? 0).getUTCFullYear(), value)
    }
    phases.set(order, phase)
  }
  return [...phases].sort(([left], [right]) => left - right).map(([, phase]) => phase)
}

function isWithinYear(grain: Grain): boolean {
  return grain === 'month' || grain === 'quarter' || grain === 'half-year'
}

/** Empty where they are too many. */
function yearsOf(phases: readonly Phase[]): readonly number[] {
  const years = [...new Set(phases.flatMap(({ byYear }) => [...byYear.keys()]))].sort((left, right) => left - right)
  return years.length < 2 || years.length > mostYears ? [] : years
}

function quietYear(year: number) {
  return { field: String(year), label: String(year), tone: 'quiet' as const }
}

/** The calendar's own phase where the cycle has one; weeks start on Monday. Otherwise the place counted from 1. */
function phaseOf(
  period: string,
  index: number,
  grain: Grain,
  length: number,
  language: TextsTag,
): { order: number; name: string } {
  const date = new Date(parseInstant(period) ?? 0)
  const position =
    grain === 'month'
      ? date.getUTCMonth()
      : grain === 'quarter'
        ? Math.floor(date.getUTCMonth() / 3)
        : grain === 'half-year'
          ? Math.floor(date.getUTCMonth() / 6)
          : grain === 'day'
            ? date.getUTCDay()
            : date.getUTCHours()
  const name = cyclePosition(position, grain, length)
  if (name === null) return { order: index % length, name: String((index % length) + 1) }
  return { order: grain === 'day' ? (position + 6) % 7 : position, name: shortPhase(name, language) }
}

/** 95 % interval of a mean by Student's t; null for fewer than two values. */
function intervalOfMean(values: readonly number[]): readonly [number | null, number | null] {
  const center = mean(values)
  if (values.length < 2 || center === null) return [null, null]
  const variance = values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (values.length - 1)
  const half = studentTQuantile(0.975, values.length - 1) * Math.sqrt(variance / values.length)
  return [center - half, center + half]
}
