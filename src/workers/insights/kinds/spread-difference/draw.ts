/** The standard deviation of each group, widest first. */
import { readableName } from '../../../../shared/format/words.ts'
import { drawBars } from '../../charts/bars.ts'
import { columnOf, type DrawInsight, detailText } from '../../charts/drawing.ts'

export const drawSpreadDifference: DrawInsight = async ({ draft, table, source }) => {
  const [dimension, measure] = [detailText(draft, 'dimension'), detailText(draft, 'measure')]
  const sql = draft.evidence.sql[draft.evidence.derived.best_sd?.query ?? -1]
  if (sql === undefined) return null
  const rows = await source.rows<{ group: string; variance: number | null }>(sql)
  return drawBars({
    bars: rows.map(({ group, variance }) => ({ category: group, value: Math.sqrt(variance ?? 0) })),
    subject: `standard deviation of ${readableName(measure)}`,
    by: `by ${readableName(dimension)}`,
    category: dimension,
    format: columnOf(table, measure)?.format ?? null,
    highlight: [detailText(draft, 'best')],
    sql,
    table,
    rows: draft.n,
  })
}
