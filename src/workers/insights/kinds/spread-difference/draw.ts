/** The standard deviation of each group, widest first. */
import { readableName } from '../../../../shared/format/words.ts'
import { spokenName } from '../../../../shared/story/spoken-name.ts'
import { drawBars } from '../../charts/bars.ts'
import { columnOf, type DrawInsight, detailText } from '../../charts/drawing.ts'
import { named } from '../../words/phrase.ts'
import { words } from './words/index.ts'

export const drawSpreadDifference: DrawInsight = async ({ draft, table, source, language }) => {
  const [dimension, measure] = [detailText(draft, 'dimension'), detailText(draft, 'measure')]
  const sql = draft.evidence.sql[draft.evidence.derived.best_sd?.query ?? -1]
  if (sql === undefined) return null
  const rows = await source.rows<{ group: string; variance: number | null }>(sql)
  return drawBars({
    bars: rows.map(({ group, variance }) => ({ category: group, value: Math.sqrt(variance ?? 0) })),
    subject: words.in(language).picture.subject({ measure: named(spokenName(measure, table.columns)) }).text,
    by: readableName(dimension),
    category: readableName(dimension),
    categories: dimension,
    format: columnOf(table, measure)?.format ?? null,
    highlight: [detailText(draft, 'best')],
    sql,
    table,
    rows: draft.n,
    language,
  })
}
