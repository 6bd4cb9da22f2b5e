/** How the values lie, with the place named at which one heap ends. */
import { formOfColumn } from '../../../../shared/format/numbers.ts'
import { type DrawInsight, evidenceValue, written } from '../../charts/drawing.ts'
import { histogramOf, withValueMarked } from '../../charts/histogram.ts'
import { named } from '../../words/phrase.ts'
import { words } from './words/index.ts'

export const drawMultimodal: DrawInsight = async (request) => {
  const histogram = await histogramOf(request)
  const high = evidenceValue(request.draft, 'high_place')
  if (histogram === null || high === null) return null
  const said = words.in(request.language).picture
  const marked = withValueMarked(
    histogram,
    high,
    said.around({ place: named(written(high, formOfColumn(histogram.format), request.language)) }).text,
  )
  return { ...marked, shows: said.shows({ histogram: named(marked.shows) }).text }
}
