/** The picture of a change: its parts, where they account for it; else how what changed ran, and those that did otherwise. */
import { isGrain } from '../../../../shared/format/periods.ts'
import { type DrawInsight, evidenceValue } from '../../charts/drawing.ts'
import { drawParts } from './draw-parts.ts'
import { drawEnds, drawRuns, drawSetback } from './draw-runs.ts'

export const drawChange: DrawInsight = async (request) => {
  const { draft } = request
  const { form, grain } = draft.details
  if (!isGrain(grain)) return null
  switch (form) {
    case 'setback':
      return drawSetback(request)
    case 'common_setback':
    case 'mover':
      return drawEnds(request)
    case 'total':
    case 'level':
      return evidenceValue(draft, 'best_part') === null ? drawRuns(request) : drawParts(request)
    default:
      return drawRuns(request)
  }
}
