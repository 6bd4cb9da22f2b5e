/** How much each column weighs in the prediction: the part of the variance that is lost to it when its values are shuffled. */
import { readableName } from '../../../../shared/format/words.ts'
import { spokenName } from '../../../../shared/story/spoken-name.ts'
import { predictorsOf } from '../../../analysis/derive/key-drivers.ts'
import { drawBars } from '../../charts/bars.ts'
import { type DrawInsight, detailText } from '../../charts/drawing.ts'
import { stable } from '../../stable.ts'
import { named } from '../../words/phrase.ts'
import { words } from './words/index.ts'

export const drawKeyDrivers: DrawInsight = async ({ draft, table, source, language }) => {
  const derivation = draft.evidence.derived.explained
  const sql = draft.evidence.sql[derivation?.query ?? -1]
  const { predictors } = draft.details
  if (derivation === undefined || sql === undefined || typeof predictors !== 'string') return null
  const names = JSON.parse(predictors) as readonly string[]
  const found = await source.columns(sql)
  const { result } = predictorsOf(
    derivation.columns.map((name) => found[name] ?? []),
    String(derivation.parameters.kinds),
  )
  const drivers = result?.drivers ?? []
  if (!drivers.some(({ importance }) => importance > 0)) return null
  const said = words.in(language).picture
  return drawBars({
    bars: drivers.map(({ column, importance }) => ({
      category: readableName(names[column] ?? ''),
      value: stable(Math.max(0, importance)),
    })),
    subject: said.subject({ measure: named(spokenName(detailText(draft, 'measure'), table.columns)) }).text,
    by: said.column.text,
    category: said.column.text,
    format: 'percent',
    highlight: [draft.details.first, draft.details.second].flatMap((name) =>
      typeof name === 'string' ? [readableName(name)] : [],
    ),
    sql,
    table,
    rows: draft.n,
    language,
  })
}
