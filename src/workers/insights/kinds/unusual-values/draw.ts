/** How the values lie, those outside the usual range singled out. */
import { formOfColumn } from '../../../../shared/format/numbers.ts'
import { type DrawInsight, evidenceValue, written } from '../../charts/drawing.ts'
import { histogramOf } from '../../charts/histogram.ts'
import { named } from '../../words/phrase.ts'
import { words } from './words/index.ts'

export const drawUnusualValues: DrawInsight = async (request) => {
  const histogram = await histogramOf(request)
  const [low, high] = [evidenceValue(request.draft, 'lowest_usual'), evidenceValue(request.draft, 'highest_usual')]
  const extreme = evidenceValue(request.draft, 'most_extreme')
  if (histogram === null || low === null || high === null || extreme === null) return null
  const { bins: found, drawing, format } = histogram
  const unusual = found.filter(({ from, to, rows }) => rows > 0 && (to <= low || from >= high))
  const at = found.find(({ from, to }) => from <= extreme && extreme < to) ?? found.at(-1)
  return {
    ...drawing,
    spec: {
      ...drawing.spec,
      highlight: unusual.map(({ from }) => from),
      annotation: {
        x: extreme,
        y: at?.rows ?? 0,
        text: written(extreme, formOfColumn(format), request.language),
      },
    },
    shows: words.in(request.language).picture.shows({ histogram: named(drawing.shows) }).text,
  }
}
