/** Which insights get a picture: the best first, no picture twice, and not so many that nobody looks. */
import type { InsightClass, InsightDraft } from '../../../shared/story/insight.ts'
import { isWorded } from '../sentences/index.ts'
import { builders, pictureOf } from './builders/index.ts'

const mostCharts = 16
const mostLeads = 3
const classOrder: readonly InsightClass[] = ['finding', 'fact', 'lead', 'quality']

/** In the order in which they are to be drawn. */
export function chooseForCharts(insights: readonly InsightDraft[]): readonly InsightDraft[] {
  const drawn = new Set<string>()
  let leads = 0
  const chosen: InsightDraft[] = []
  for (const draft of classOrder.flatMap((wanted) => insights.filter((insight) => insight.class === wanted))) {
    if (!isWorded(draft.type) || builders[draft.type] === null || chosen.length >= mostCharts) continue
    const key = keyOf(draft, pictureOf[draft.type])
    // The highest and lowest point can be read off any other line of the same series.
    const lines = ['trend', 'level', 'outlier'].map((picture) => keyOf(draft, picture))
    if (drawn.has(key) || (draft.type === 'record' && lines.some((line) => drawn.has(line)))) continue
    if (draft.class === 'lead' && ++leads > mostLeads) continue
    drawn.add(key)
    chosen.push(draft)
  }
  return chosen
}

function keyOf(draft: InsightDraft, picture: string): string {
  const columns = draft.type === 'missing' ? [] : draft.columns
  return JSON.stringify([draft.table, picture, columns, draft.subspace ?? null])
}
