/** The end of the series, and what is expected to come with its interval. */
import { forecastPath } from '../../../analysis/derive/outlook.ts'
import { type DrawInsight, evidenceValue } from '../../charts/drawing.ts'
import { intervalIn, intervalName } from '../../charts/groups.ts'
import { line, periodText, write } from '../../charts/line.ts'
import { chartSeries } from '../../charts/series.ts'
import { stable } from '../../stable.ts'
import { allNamed } from '../../words/phrase.ts'
import { words } from './words/index.ts'

/** Periods shown before the forecast: enough for several seasons, few enough to see what comes. */
const mostShown = 72

export const drawForecast: DrawInsight = async (request) => {
  const { draft, source, language } = request
  const derivation = draft.evidence.derived.next
  const series = await chartSeries(request, (points) => points.slice(-mostShown))
  const last = evidenceValue(draft, 'last')
  if (series === null || derivation === undefined || last === null) return null
  const found = await source.columns(series.sql)
  const path = forecastPath(
    derivation.columns.map((name) => found[name] ?? []),
    derivation.parameters,
  )
  const end = path.periods.at(-1)
  const [value] = path.values.slice(-1)
  if (end === undefined || value === undefined) return null
  const known = series.points.map(({ period, value: own }, index) => {
    // The course goes on from the last value known.
    const joint = index === series.points.length - 1 ? last : null
    return [period, own, joint, joint, joint]
  })
  const said = words.in(language).picture
  const drawing = line(
    series,
    {
      overlay: { field: 'expected', label: said.expected.text },
      interval: intervalIn(language),
      annotation: { x: end, y: stable(value), text: write(series, value) },
    },
    said.shows(allNamed({ subject: series.subject, period: periodText(series, end), interval: intervalName(language) }))
      .text,
  )
  return {
    ...drawing,
    columns: ['period', 'value', 'expected', 'low', 'high'],
    rows: [
      ...known,
      ...path.periods.map((period, index) => [
        period,
        null,
        ...[path.values, path.low, path.high].map((list) => stable(list[index] ?? 0)),
      ]),
    ],
    reduced: series.points.length < (evidenceValue(draft, 'periods') ?? 0),
  }
}
