/** The series with its highest and lowest period marked. */
import { grainOfAxis } from '../../../../shared/story/drawing/axes.ts'
import { type DrawInsight, detailText, evidenceValue } from '../../charts/drawing.ts'
import { line, valueAt } from '../../charts/line.ts'
import { chartSeries } from '../../charts/series.ts'
import { named } from '../../words/phrase.ts'
import { option } from '../../words/word-book.ts'
import { words } from './words/index.ts'

export const drawRecord: DrawInsight = async (request) => {
  const series = await chartSeries(request)
  const highest = evidenceValue(request.draft, 'highest')
  if (series === null || highest === null) return null
  const at = detailText(request.draft, 'highest_period')
  return line(
    series,
    {
      highlight: [at, detailText(request.draft, 'lowest_period')],
      annotation: { x: at, y: highest, text: valueAt(series, highest, at) },
    },
    words.in(request.language).picture.shows({
      subject: named(series.subject),
      grain: option(grainOfAxis(series.x)),
    }).text,
  )
}
