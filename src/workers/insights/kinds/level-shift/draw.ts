/** The series with its two levels drawn over it. */
import { type DrawInsight, detailText, evidenceValue } from '../../charts/drawing.ts'
import { line, periodText, withOverlay, write } from '../../charts/line.ts'
import { chartSeries } from '../../charts/series.ts'

export const drawLevelShift: DrawInsight = async (request) => {
  const series = await chartSeries(request)
  const before = evidenceValue(request.draft, 'level_before')
  const after = evidenceValue(request.draft, 'level_after')
  if (series === null || before === null || after === null) return null
  const at = String(request.draft.location ?? '')
  const [start, end] = [detailText(request.draft, 'from_before'), detailText(request.draft, 'to_after')]
  const drawing = line(
    series,
    { annotation: { x: at, y: after, text: `${write(series, before)} → ${write(series, after)}` } },
    `Line chart of ${series.subject} with its levels before and after ${periodText(series, at)}`,
  )
  return withOverlay(
    drawing,
    'level',
    'Mean level',
    series.points.map(({ period }) => (period < start || period > end ? null : period < at ? before : after)),
  )
}
