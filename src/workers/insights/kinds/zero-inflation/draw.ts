/** How the values lie, the zeros singled out. */
import { formatNumber } from '../../../../shared/format/numbers.ts'
import { type DrawInsight, evidenceValue } from '../../charts/drawing.ts'
import { histogramOf } from '../../charts/histogram.ts'

export const drawZeroInflation: DrawInsight = async (request) => {
  const histogram = await histogramOf(request)
  const zeros = evidenceValue(request.draft, 'zeros')
  if (histogram === null || zeros === null) return null
  const { bins, drawing } = histogram
  const at = bins.find(({ from, to }) => from <= 0 && 0 < to)
  if (at === undefined) return drawing
  return {
    ...drawing,
    spec: {
      ...drawing.spec,
      highlight: [at.from],
      annotation: { x: at.from, y: at.rows, text: `${formatNumber(zeros, { kind: 'count' })} zeros` },
    },
  }
}
