/** How many rows have either value, the rare one singled out. */
import { type DrawInsight, detailText } from '../../charts/drawing.ts'
import { drawShareOf } from '../../charts/share.ts'

export const drawImbalance: DrawInsight = (request) => drawShareOf(request, detailText(request.draft, 'rare_value'))
