/**
 * Of several categories of both columns, all their shares as a heat map; else the rate of the category that stands out, by
 * the other dimension, against the rate of all rows.
 */
import { readableName } from '../../../../shared/format/words.ts'
import { type DrawInsight, detailText, evidenceValue } from '../../charts/drawing.ts'
import { drawHeatMap } from '../../charts/heat-map.ts'
import { drawRates } from '../../charts/rates.ts'
import { allNamed } from '../../words/phrase.ts'
import { words } from './words/index.ts'

export const drawAssociation: DrawInsight = async (request) => {
  const { draft } = request
  const [dimension, group] = [detailText(draft, 'first'), detailText(draft, 'first_value')]
  const [outcome, value] = [detailText(draft, 'second'), detailText(draft, 'second_value')]
  const heatMap = await drawHeatMap(request, {
    within: dimension,
    across: outcome,
    highlight: { within: group, across: value },
  })
  if (heatMap !== null) return heatMap
  return drawRates(request, {
    dimension,
    outcome,
    value,
    subject: words.in(request.language).picture.subject(allNamed({ outcome: readableName(outcome), value })).text,
    highlight: group,
    overall: evidenceValue(draft, 'overall_share'),
  })
}
