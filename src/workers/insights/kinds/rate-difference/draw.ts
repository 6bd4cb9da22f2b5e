/** The rate of each group with its interval, against the rate of all rows. */
import { type DrawInsight, detailText, evidenceValue } from '../../charts/drawing.ts'
import { drawRates } from '../../charts/rates.ts'
import { outcomePhrase } from '../../words/outcome.ts'

export const drawRateDifference: DrawInsight = (request) => {
  const { draft } = request
  const [outcome, value] = [detailText(draft, 'outcome'), detailText(draft, 'outcome_value')]
  return drawRates(request, {
    dimension: detailText(draft, 'dimension'),
    outcome,
    value,
    subject: `share of ${outcomePhrase(outcome, value).noun.text}`,
    highlight: detailText(draft, 'best'),
    overall: evidenceValue(draft, 'overall_rate'),
  })
}
