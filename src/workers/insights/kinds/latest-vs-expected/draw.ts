/** The end of the series, with its last period marked beside what was to be expected of it. */
import { type DrawInsight, evidenceValue } from '../../charts/drawing.ts'
import { line, periodText, write } from '../../charts/line.ts'
import { chartSeries } from '../../charts/series.ts'

/** Periods shown: enough to see what is usual, few enough to see the last. */
const mostShown = 180

export const drawLatest: DrawInsight = async (request) => {
  const at = String(request.draft.location ?? '')
  const series = await chartSeries(request, (points) => points.slice(-mostShown))
  const value = evidenceValue(request.draft, 'value')
  if (series === null || value === null) return null
  const expected = write(series, evidenceValue(request.draft, 'expected'))
  const drawing = line(
    series,
    { highlight: [at], annotation: { x: at, y: value, text: `${write(series, value)}, expected ${expected}` } },
    `Line chart of ${series.subject} with ${periodText(series, at)}, its last period, marked`,
  )
  return { ...drawing, reduced: series.points.length < (evidenceValue(request.draft, 'periods') ?? 0) }
}
