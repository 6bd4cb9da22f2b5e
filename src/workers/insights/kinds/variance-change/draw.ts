/** The series with the period marked from which it scatters differently. */
import type { DrawInsight } from '../../charts/drawing.ts'
import { line, periodText } from '../../charts/line.ts'
import { chartSeries } from '../../charts/series.ts'

export const drawVarianceChange: DrawInsight = async (request) => {
  const series = await chartSeries(request)
  if (series === null) return null
  const at = request.draft.location
  if (typeof at !== 'string') return line(series, {}, `Line chart of ${series.subject}`)
  return line(series, { highlight: [at] }, `Line chart of ${series.subject} with ${periodText(series, at)} marked`)
}
