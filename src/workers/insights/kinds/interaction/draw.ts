/** Both groups side by side in each level, or the points with a line of their own for the group that does otherwise. */
import type { DrawInsight } from '../../charts/drawing.ts'
import { drawGaps } from './draw-gaps.ts'
import { drawSlopes } from './draw-slopes.ts'

export const drawInteraction: DrawInsight = (request) =>
  request.draft.details.form === 'slopes' ? drawSlopes(request) : drawGaps(request)
