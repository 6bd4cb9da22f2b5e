/** The series with the period out of line marked, its neighbourhood where the whole is too long to see it. */
import { type DrawInsight, evidenceValue } from '../../charts/drawing.ts'
import { besideExpected, line, markedIn } from '../../charts/line.ts'
import { type ChartSeries, chartSeries } from '../../charts/series.ts'

/** Periods on each side of the marked one: single days of many years are lost in all of them. */
const around = 90
const mostShownWhole = 400

export const drawTimeOutlier: DrawInsight = async (request) => {
  const at = String(request.draft.location ?? '')
  const series = await chartSeries(request, (points) => neighbourhood(points, at))
  const value = evidenceValue(request.draft, 'value')
  if (series === null || value === null) return null
  const expected = evidenceValue(request.draft, 'expected')
  const drawing = line(
    series,
    {
      highlight: [at],
      annotation: { x: at, y: value, text: besideExpected(series, value, expected) },
    },
    markedIn(series, at),
  )
  return { ...drawing, reduced: series.points.length < (evidenceValue(request.draft, 'periods') ?? 0) }
}

function neighbourhood(points: ChartSeries['points'], at: string): ChartSeries['points'] {
  const index = points.findIndex((point) => point.period === at)
  if (points.length <= mostShownWhole || index < 0) return points
  return points.slice(Math.max(0, index - around), index + around + 1)
}
