/** The series with the levels at the ends of its two parts joined by lines. */
import { type DrawInsight, detailText, evidenceValue } from '../../charts/drawing.ts'
import { line, periodText, valueAt, withOverlay } from '../../charts/line.ts'
import { chartSeries } from '../../charts/series.ts'
import { allNamed } from '../../words/phrase.ts'
import { words } from './words/index.ts'

export const drawSlopeBreak: DrawInsight = async (request) => {
  const series = await chartSeries(request)
  const [from, middle, to] = ['level_from', 'level_at', 'level_to'].map((name) => evidenceValue(request.draft, name))
  if (series === null || typeof from !== 'number' || typeof middle !== 'number' || typeof to !== 'number') return null
  const at = String(request.draft.location ?? '')
  const position = (period: string): number => series.points.findIndex((point) => point.period === period)
  const [start, bend, end] = [
    position(detailText(request.draft, 'from_before')),
    position(at),
    position(detailText(request.draft, 'to_after')),
  ]
  if (start < 0 || bend <= start || end <= bend) return null
  const said = words.in(request.language).picture
  const drawing = line(
    series,
    {
      highlight: [at],
      annotation: { x: at, y: middle, text: valueAt(series, middle, at) },
    },
    said.shows(allNamed({ subject: series.subject, period: periodText(series, at) })).text,
  )
  return withOverlay(
    drawing,
    'course',
    said.course.text,
    series.points.map((_, index) => {
      if (index < start || index > end) return null
      if (index <= bend) return from + ((middle - from) * (index - start)) / (bend - start)
      return middle + ((to - middle) * (index - bend)) / (end - bend)
    }),
  )
}
