/** How many rows each category has, against what it would have if all had as many. */
import { type DrawInsight, evidenceValue } from '../../charts/drawing.ts'
import { drawShareOf } from '../../charts/share.ts'
import { words } from './words/index.ts'

export const drawEvenness: DrawInsight = async (request) => {
  const drawing = await drawShareOf(request, null)
  const groups = evidenceValue(request.draft, 'groups')
  if (drawing === null || drawing.reduced || groups === null || groups < 2) return drawing
  const label = words.in(request.language).picture.equalShares.text
  return { ...drawing, spec: { ...drawing.spec, reference: { y: request.draft.n / groups, label } } }
}
