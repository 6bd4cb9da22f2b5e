/** The series with the period marked from which it scatters differently. */
import type { DrawInsight } from '../../charts/drawing.ts'
import { line, markedIn } from '../../charts/line.ts'
import { chartSeries } from '../../charts/series.ts'
import { chartWords } from '../../charts/words/index.ts'
import { named } from '../../words/phrase.ts'

export const drawVarianceChange: DrawInsight = async (request) => {
  const series = await chartSeries(request)
  if (series === null) return null
  const at = request.draft.location
  if (typeof at !== 'string') {
    return line(series, {}, chartWords.in(request.language).series.shows({ subject: named(series.subject) }).text)
  }
  return line(series, { highlight: [at] }, markedIn(series, at))
}
