/** Which insights get a picture: the best first, no picture twice, and not so many that nobody looks. */
import type { InsightClass, InsightDraft } from '../../../shared/story/insight.ts'
import { kindOf } from '../../insights/kinds/index.ts'

const mostCharts = 16
const mostLeads = 3
const classOrder: readonly InsightClass[] = ['finding', 'fact', 'lead', 'quality']

/** In the order in which they are to be drawn. */
export function chooseForCharts(insights: readonly InsightDraft[]): readonly InsightDraft[] {
  const drawn = new Set<string>()
  let leads = 0
  const chosen: InsightDraft[] = []
  for (const draft of classOrder.flatMap((wanted) => insights.filter((insight) => insight.class === wanted))) {
    const { picture } = kindOf(draft.type)
    if (picture === null || chosen.length >= mostCharts) continue
    const key = keyOf(draft, picture.name, picture.ofTable)
    const seenIn = (picture.seenIn ?? []).map((name) => keyOf(draft, name))
    if ([key, ...seenIn].some((one) => drawn.has(one))) continue
    if (draft.class === 'lead' && ++leads > mostLeads) continue
    drawn.add(key)
    chosen.push(draft)
  }
  return chosen
}

function keyOf(draft: InsightDraft, picture: string, ofTable = false): string {
  const columns = ofTable ? [] : draft.columns
  return JSON.stringify([draft.table, picture, columns, draft.subspace ?? null])
}
