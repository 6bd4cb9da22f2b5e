/** The series with its two levels drawn over it. */
import { type DrawInsight, detailText, evidenceValue } from '../../charts/drawing.ts'
import { line, periodText, withOverlay, write } from '../../charts/line.ts'
import { chartSeries } from '../../charts/series.ts'
import { allNamed } from '../../words/phrase.ts'
import { words } from './words/index.ts'

export const drawLevelShift: DrawInsight = async (request) => {
  const series = await chartSeries(request)
  const before = evidenceValue(request.draft, 'level_before')
  const after = evidenceValue(request.draft, 'level_after')
  if (series === null || before === null || after === null) return null
  const at = String(request.draft.location ?? '')
  const [start, end] = [detailText(request.draft, 'from_before'), detailText(request.draft, 'to_after')]
  const said = words.in(request.language).picture
  const drawing = line(
    series,
    { annotation: { x: at, y: after, text: `${write(series, before)} → ${write(series, after)}` } },
    said.shows(allNamed({ subject: series.subject, period: periodText(series, at) })).text,
  )
  return withOverlay(
    drawing,
    'level',
    said.level.text,
    series.points.map(({ period }) => (period < start || period > end ? null : period < at ? before : after)),
  )
}
