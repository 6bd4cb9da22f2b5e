/** How the values lie, with the place named at which one heap ends. */
import { formatNumber, formOfColumn } from '../../../../shared/format/numbers.ts'
import { type DrawInsight, evidenceValue } from '../../charts/drawing.ts'
import { histogramOf, withValueMarked } from '../../charts/histogram.ts'

export const drawMultimodal: DrawInsight = async (request) => {
  const histogram = await histogramOf(request)
  const high = evidenceValue(request.draft, 'high_place')
  if (histogram === null || high === null) return null
  const marked = withValueMarked(histogram, high, `around ${formatNumber(high, formOfColumn(histogram.format))}`)
  return { ...marked, shows: `${marked.shows}, with more than one peak` }
}
