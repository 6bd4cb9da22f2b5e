/** What each category holds, those that together hold half singled out. */
import { type DrawInsight, evidenceValue } from '../../charts/drawing.ts'
import { drawShareOf } from '../../charts/share.ts'

export const drawConcentration: DrawInsight = async (request) => {
  const drawing = await drawShareOf(request, null)
  const top = evidenceValue(request.draft, 'top_groups')
  if (drawing === null || top === null) return drawing
  const largest = drawing.rows.slice(0, top).map(([category]) => category ?? null)
  // The rest are folded into one bar: where it would be among them, none is singled out.
  const isFolded = drawing.reduced && top >= drawing.rows.length
  return { ...drawing, spec: { ...drawing.spec, highlight: isFolded ? [] : largest } }
}
