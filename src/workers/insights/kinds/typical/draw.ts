/** How the values lie with their middle marked; what each category holds. */
import { formOfColumn } from '../../../../shared/format/numbers.ts'
import { type DrawInsight, evidenceValue, written } from '../../charts/drawing.ts'
import { histogramOf, withValueMarked } from '../../charts/histogram.ts'
import { drawShare } from '../../charts/share.ts'
import { named } from '../../words/phrase.ts'
import { words } from './words/index.ts'

export const drawTypical: DrawInsight = async (request) => {
  if (request.draft.details.measure === null) return drawShare(request)
  const histogram = await histogramOf(request)
  const middle = evidenceValue(request.draft, 'middle')
  if (histogram === null || middle === null) return null
  const value = named(written(middle, formOfColumn(histogram.format), request.language))
  const drawing = withValueMarked(histogram, middle, words.in(request.language).picture.median({ value }).text)
  const [low, high] = [evidenceValue(request.draft, 'lower'), evidenceValue(request.draft, 'upper')]
  if (low === null || high === null || !(high > low)) return drawing
  return { ...drawing, spec: { ...drawing.spec, box: { low, middle, high } } }
}
