/** How the values lie, with the place named at which one heap ends. */
import { formatNumber, formOfColumn } from '../../../../shared/format/numbers.ts'
import { type DrawInsight, evidenceValue } from '../../charts/drawing.ts'
import { histogramOf } from '../../charts/histogram.ts'

export const drawMultimodal: DrawInsight = async (request) => {
  const histogram = await histogramOf(request)
  const high = evidenceValue(request.draft, 'high_place')
  if (histogram === null || high === null) return null
  const { bins, drawing, format } = histogram
  const at = bins.find(({ from, to }) => from <= high && high < to)
  if (at === undefined) return drawing
  return {
    ...drawing,
    spec: {
      ...drawing.spec,
      highlight: [at.from],
      annotation: { x: high, y: at.rows, text: `around ${formatNumber(high, formOfColumn(format))}` },
    },
    shows: `${drawing.shows}, with more than one peak`,
  }
}
