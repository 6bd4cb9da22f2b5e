/** How what changed ran over its periods: all of it, and each of the things it is made of or was followed in. */
import { formOfColumn, formOfDifference } from '../../../../shared/format/numbers.ts'
import { isGrain, namingOfColumn } from '../../../../shared/format/periods.ts'
import { capitalise, readableName } from '../../../../shared/format/words.ts'
import type { Tone } from '../../../../shared/story/chart.ts'
import { spokenName } from '../../../../shared/story/spoken-name.ts'
import { entityRows, movesOf } from '../../../analysis/derive/movers.ts'
import { formNamed, periodTable, periodValue, wholeOf } from '../../../analysis/derive/period-change.ts'
import { type Grain, periodIndex, periodStart } from '../../../analysis/series/grid.ts'
import { timeAxis } from '../../charts/axes.ts'
import {
  type ChartRequest,
  columnOf,
  type DrawInsight,
  type Drawing,
  detailText,
  evidenceValue,
  written,
} from '../../charts/drawing.ts'
import { averageOf, base, numberOfRows, totalOf } from '../../charts/groups.ts'
import { line, withOverlay } from '../../charts/line.ts'
import { manySeries, mostSeries, type OneSeries } from '../../charts/many-series.ts'
import { asPanels } from '../../charts/panels.ts'
import { chartSeries } from '../../charts/series.ts'
import { stable } from '../../stable.ts'
import { periodPhrase } from '../../words/periods.ts'
import { allNamed, named, nothing } from '../../words/phrase.ts'
import { option } from '../../words/word-book.ts'
import { coursesWithin } from './entity-query.ts'
import { leastTimes } from './say-sizes.ts'
import { words } from './words/index.ts'

/** Largest value over smallest from which ratios are read off a logarithmic scale only. */
const wideRange = 50

/** The whole over the periods, with its groups behind it where the statement counts them. */
export const drawRuns: DrawInsight = async (request) => {
  const { draft, source, language } = request
  const derivation = draft.evidence.derived.change
  const sql = draft.evidence.sql[derivation?.query ?? -1]
  const grain = derivation?.parameters.grain
  if (derivation === undefined || sql === undefined || typeof grain !== 'string') return null
  const form = formNamed(derivation.parameters.form)
  const found = await source.columns(sql)
  const table = periodTable(
    derivation.columns.map((name) => found[name] ?? []),
    grain as Grain,
  )
  const whole = new Map<string, number>()
  const groups = new Map<string, Map<string, number>>()
  for (const start of [...table.keys()].sort()) {
    const all = wholeOf(table, start)
    const value = all === null ? null : periodValue(all, form)
    if (all === null || value === null) continue
    whole.set(start, stable(value))
    for (const [group, cell] of table.get(start) ?? []) {
      const own = group === null ? null : periodValue(cell, form, all.times)
      if (group === null || own === null) continue
      groups.set(group, (groups.get(group) ?? new Map<string, number>()).set(start, stable(own)))
    }
  }
  const said = words.in(language).picture
  const followed = evidenceValue(draft, 'entities') !== null && form === 'average' && groups.size < mostSeries
  const exception = detailText(draft, 'best')
  const behind = followed
    ? [...groups].map(
        ([label, values]): OneSeries => ({ label, values, tone: label === exception ? 'second' : 'quiet' }),
      )
    : []
  const own = { label: said[form === 'average' ? 'average' : 'all'].text, tone: 'accent', values: whole } as const
  if (behind.length === 0) return alone(request, whole, sql)
  return runs(request, [own, ...behind], sql, { compared: own.label })
}

/** The values of each thing followed, the one that moved most before all others. */
export const drawEnds: DrawInsight = async (request) => {
  const { draft, source } = request
  const derivation = draft.evidence.derived.change
  const [ends = ''] = draft.evidence.sql
  const courses = coursesWithin(ends)
  const grain = draft.details.grain
  if (derivation === undefined || courses === null || !isGrain(grain)) return null
  const [found, moves] = [await source.columns(courses), await source.columns(ends)]
  const series = new Map<string, Map<string, number>>()
  for (const [index, group] of (found.group ?? []).entries()) {
    const value = found.value?.[index]
    if (typeof value !== 'number' || !Number.isFinite(value)) continue
    const values = series.get(String(group)) ?? new Map<string, number>()
    series.set(String(group), values.set(startOf(found.period?.[index], grain), value))
  }
  const ratio = derivation.parameters.ratio === true
  const counted = movesOf(entityRows(derivation.columns.map((name) => moves[name] ?? [])), ratio)
  const best = detailText(draft, 'best')
  const tone = (label: string): Tone => (label === best ? 'accent' : 'quiet')
  const all = [...series].map(([label, values]): OneSeries => ({ label, values, tone: tone(label) }))
  const values = all.flatMap((one) => [...one.values.values()])
  const wide = ratio && Math.min(...values) > 0 && Math.max(...values) / Math.min(...values) >= wideRange
  const drawing = runs(request, all, courses, { logarithmic: wide })
  const marked = [draft.details.peak_period, draft.details.low_period].filter((at) => typeof at === 'string')
  const at = counted.find(({ group }) => group === best)
  if (drawing === null) return null
  return {
    ...drawing,
    spec: { ...drawing.spec, highlight: marked.length > 0 ? marked : at === undefined ? [] : [at.start, at.end] },
  }
}

/** The series with its fall drawn over it. */
export const drawSetback: DrawInsight = async (request) => {
  const { draft, language } = request
  const series = await chartSeries(request)
  const [first, last] = [evidenceValue(draft, 'first'), evidenceValue(draft, 'last')]
  if (series === null || first === null || last === null) return null
  const [peak, low] = [detailText(draft, 'peak_period'), detailText(draft, 'low_period')]
  const said = words.in(language).picture
  const drawing = line(
    series,
    { highlight: [peak, low], annotation: { x: low, y: last, text: changeText(request) } },
    said.runs({
      ...allNamed({ subject: series.subject }),
      by: nothing,
      ...ends(
        request,
        series.points.map(({ period }) => period),
      ),
    }).text,
  )
  return withOverlay(
    drawing,
    'fall',
    said.fall.text,
    series.points.map(({ period }) => (period === peak ? first : period === low ? last : null)),
  )
}

/** A single course with the whole change at its end. */
function alone(request: ChartRequest, whole: ReadonlyMap<string, number>, sql: string): Drawing | null {
  const { draft } = request
  const to = detailText(draft, 'to')
  const last = whole.get(to)
  const drawing = runs(request, [{ label: subjectOf(request), tone: 'accent', values: whole }], sql)
  if (drawing === null || last === undefined) return null
  const { series: _, ...spec } = drawing.spec
  return { ...drawing, spec: { ...spec, annotation: { x: to, y: last, text: changeText(request) } } }
}

interface Lines {
  readonly logarithmic?: boolean
  /** The line that all others are compared with. */
  readonly compared?: string | null
}

function runs(
  request: ChartRequest,
  all: readonly OneSeries[],
  sql: string,
  { logarithmic = false, compared = null }: Lines = {},
): Drawing | null {
  const { draft, table, language } = request
  const { grain, dimension } = draft.details
  const data = manySeries(all)
  if (data === null || !isGrain(grain)) return null
  const said = words.in(language).picture
  const measure = columnOf(table, draft.details.measure)
  const subject = subjectOf(request)
  const by =
    all.length < 2 || typeof dimension !== 'string'
      ? nothing
      : said.byEach(allNamed({ dimension: readableName(dimension) }))
  const periods = data.rows.map(([at]) => String(at))
  const drawing: Drawing = {
    spec: {
      kind: 'line',
      subtitle: said.subtitleOfRuns({
        ...allNamed({ subject: capitalise(subject), base: base(draft.n, table, language) }),
        grain: option(grain),
        by,
        scale: logarithmic ? said.logarithmic : nothing,
      }).text,
      x: timeAxis({ draft, table }, { field: 'period', label: '', grain }),
      y: {
        field: data.field,
        label: capitalise(subject),
        type: 'number',
        format: measure?.format ?? null,
        ...(logarithmic ? { scale: 'log' as const } : {}),
      },
      series: data.series,
    },
    columns: data.columns,
    rows: data.rows,
    sql,
    reduced: false,
    ...(typeof dimension === 'string' ? { series: dimension } : {}),
    shows: said.runs({ ...allNamed({ subject }), by, ...ends(request, periods) }).text,
  }
  if (typeof dimension !== 'string') return drawing
  return asPanels(drawing, {
    entity: readableName(dimension),
    subject,
    ...ends(request, periods),
    compared: data.series.find(({ label }) => label === compared)?.field ?? null,
    language,
  })
}

function ends({ draft, table, language }: ChartRequest, periods: readonly string[]) {
  const grain = isGrain(draft.details.grain) ? draft.details.grain : 'day'
  const naming = namingOfColumn(columnOf(table, draft.details.time)?.format)
  return {
    from: periodPhrase(periods[0] ?? '', grain, naming, language),
    to: periodPhrase(periods.at(-1) ?? '', grain, naming, language),
  }
}

function subjectOf({ draft, table, language }: ChartRequest): string {
  const { measure, form, numerator, denominator } = draft.details
  if (typeof measure !== 'string') return numberOfRows(table, language)
  const name = spokenName(measure, table.columns)
  if (form === 'total' || (form === 'level' && draft.details.aggregate !== 'mean')) return totalOf(name, language)
  if (form === 'level') return words.in(language).combined({ measure: named(name) }).text
  const single =
    ['mover', 'common_setback'].includes(String(form)) || evidenceValue(draft, 'n') === evidenceValue(draft, 'periods')
  if (form === 'rate')
    return words.in(language).overall(
      allNamed({
        measure: name,
        numerator: spokenName(String(numerator), table.columns),
        denominator: spokenName(String(denominator), table.columns),
      }),
    ).text
  return single ? name : averageOf(name, language)
}

/** `−6.3%`, `2.37 times`, or the difference where neither means anything: as the sentence says it. */
function changeText({ draft, table, language }: ChartRequest): string {
  const [share, times] = [evidenceValue(draft, 'change_share'), evidenceValue(draft, 'times')]
  if (times !== null && times >= leastTimes) {
    return words.in(language).picture.times({ times: named(written(times, { kind: 'number' }, language)) }).text
  }
  const form = formOfDifference(formOfColumn(columnOf(table, draft.details.measure)?.format ?? null))
  const text =
    share === null
      ? written(evidenceValue(draft, 'change'), form, language)
      : written(share, { kind: 'percent' }, language)
  return text.startsWith('−') ? text : `+${text}`
}

function startOf(period: unknown, grain: string): string {
  return periodStart(periodIndex(period, grain as Grain), grain as Grain)
}
