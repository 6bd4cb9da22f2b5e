/** The series with the line fitted to it. */
import { formOfColumn, formOfDifference } from '../../../../shared/format/numbers.ts'
import { type DrawInsight, evidenceValue, written } from '../../charts/drawing.ts'
import { line, withOverlay } from '../../charts/line.ts'
import { chartSeries } from '../../charts/series.ts'
import { named } from '../../words/phrase.ts'
import { words } from './words/index.ts'

export const drawTrend: DrawInsight = async (request) => {
  const series = await chartSeries(request)
  const [first, last] = [evidenceValue(request.draft, 'first_level'), evidenceValue(request.draft, 'last_level')]
  const end = series?.points.at(-1)
  const fitted = [evidenceValue(request.draft, 'fitted_first'), evidenceValue(request.draft, 'fitted_last')]
  const [from, to] = fitted
  if (series === null || first === null || last === null || end === undefined) return null
  if (from === null || from === undefined || to === null || to === undefined) return null
  const steps = series.points.length - 1
  const share = evidenceValue(request.draft, 'change_share')
  const change =
    share === null
      ? written(
          evidenceValue(request.draft, 'change'),
          formOfDifference(formOfColumn(series.y.format)),
          request.language,
        )
      : written(share, { kind: 'percent' }, request.language)
  const said = words.in(request.language).picture
  const drawing = line(
    series,
    { annotation: { x: end.period, y: last, text: `${change.startsWith('−') ? '' : '+'}${change}` } },
    said.shows({ subject: named(series.subject) }).text,
  )
  return withOverlay(
    drawing,
    'fitted',
    said.fitted.text,
    series.points.map((_, index) => from + ((to - from) * index) / steps),
  )
}
