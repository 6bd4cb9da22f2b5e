/** The series with its highest and lowest period marked. */
import { grainOfAxis } from '../../../../shared/story/drawing/axes.ts'
import { type DrawInsight, detailText, evidenceValue } from '../../charts/drawing.ts'
import { line, periodText, write } from '../../charts/line.ts'
import { chartSeries } from '../../charts/series.ts'

export const drawRecord: DrawInsight = async (request) => {
  const series = await chartSeries(request)
  const highest = evidenceValue(request.draft, 'highest')
  if (series === null || highest === null) return null
  const at = detailText(request.draft, 'highest_period')
  return line(
    series,
    {
      highlight: [at, detailText(request.draft, 'lowest_period')],
      annotation: { x: at, y: highest, text: `${write(series, highest)} in ${periodText(series, at)}` },
    },
    `Line chart of ${series.subject} with its highest and lowest ${grainOfAxis(series.x)} marked`,
  )
}
