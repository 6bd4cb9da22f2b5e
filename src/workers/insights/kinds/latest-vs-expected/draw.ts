/** The end of the series, with its last period marked beside what was to be expected of it. */
import { type DrawInsight, evidenceValue } from '../../charts/drawing.ts'
import { besideExpected, line, periodText } from '../../charts/line.ts'
import { chartSeries } from '../../charts/series.ts'
import { allNamed } from '../../words/phrase.ts'
import { words } from './words/index.ts'

/** Periods shown: enough to see what is usual, few enough to see the last. */
const mostShown = 180

export const drawLatest: DrawInsight = async (request) => {
  const at = String(request.draft.location ?? '')
  const series = await chartSeries(request, (points) => points.slice(-mostShown))
  const value = evidenceValue(request.draft, 'value')
  if (series === null || value === null) return null
  const text = besideExpected(series, value, evidenceValue(request.draft, 'expected'))
  const shown = allNamed({ subject: series.subject, period: periodText(series, at) })
  const drawing = line(
    series,
    { highlight: [at], annotation: { x: at, y: value, text } },
    words.in(request.language).picture.shows(shown).text,
  )
  return { ...drawing, reduced: series.points.length < (evidenceValue(request.draft, 'periods') ?? 0) }
}
