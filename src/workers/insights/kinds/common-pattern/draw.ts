/** What each of the siblings has changed by, from its first periods to its last; those that do otherwise singled out. */
import { readableName } from '../../../../shared/format/words.ts'
import { commonTrend, siblingsOf } from '../../../analysis/derive/common-trend.ts'
import { drawBars } from '../../charts/bars.ts'
import { columnOf, type DrawInsight, detailText } from '../../charts/drawing.ts'
import { named } from '../../words/phrase.ts'
import { words } from './words/index.ts'

export const drawCommonPattern: DrawInsight = async ({ draft, table, source, language }) => {
  const derivation = draft.evidence.derived.members
  const sql = draft.evidence.sql[derivation?.query ?? -1]
  if (derivation === undefined || sql === undefined) return null
  const found = await source.columns(sql)
  const siblings = siblingsOf(
    derivation.columns.map((name) => found[name] ?? []),
    derivation.parameters,
  )
  const { measure } = draft.details
  const said = words.in(language).picture
  const counted = typeof measure === 'string' ? named(readableName(measure)) : said.numberOfRows
  const entity = detailText(draft, 'entity')
  return drawBars({
    bars: siblings
      .map(({ name, result }) => ({ category: name, value: result.ends.last - result.ends.first }))
      .toSorted((left, right) => right.value - left.value),
    subject: said.subject({ measure: counted }).text,
    by: readableName(entity),
    category: readableName(entity),
    format: columnOf(table, measure)?.format ?? null,
    highlight: commonTrend(siblings)?.common.exceptions.map(({ name }) => name) ?? [],
    sql,
    table,
    rows: draft.n,
    language,
  })
}
