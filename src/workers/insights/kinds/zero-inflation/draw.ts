/** How the values lie, the zeros singled out. */
import { counted, type DrawInsight, evidenceValue } from '../../charts/drawing.ts'
import { histogramOf, withValueMarked } from '../../charts/histogram.ts'
import { words } from './words/index.ts'

export const drawZeroInflation: DrawInsight = async (request) => {
  const histogram = await histogramOf(request)
  const zeros = evidenceValue(request.draft, 'zeros')
  if (histogram === null || zeros === null) return null
  return withValueMarked(
    histogram,
    0,
    words.in(request.language).picture.zeros({ zeros: counted(zeros, request.language) }).text,
  )
}
