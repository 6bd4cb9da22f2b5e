/** How the values lie, the zeros singled out. */
import { formatNumber } from '../../../../shared/format/numbers.ts'
import { type DrawInsight, evidenceValue } from '../../charts/drawing.ts'
import { histogramOf, withValueMarked } from '../../charts/histogram.ts'

export const drawZeroInflation: DrawInsight = async (request) => {
  const histogram = await histogramOf(request)
  const zeros = evidenceValue(request.draft, 'zeros')
  if (histogram === null || zeros === null) return null
  return withValueMarked(histogram, 0, `${formatNumber(zeros, { kind: 'count' })} zeros`)
}
