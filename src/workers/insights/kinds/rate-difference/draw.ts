/** The rate of each group with its interval, against the rate of all rows. */
import { type DrawInsight, detailText, evidenceValue } from '../../charts/drawing.ts'
import { drawRates } from '../../charts/rates.ts'
import { outcomePhrase } from '../../words/outcome.ts'
import { words } from './words/index.ts'

export const drawRateDifference: DrawInsight = (request) => {
  const { draft, language } = request
  const [outcome, value] = [detailText(draft, 'outcome'), detailText(draft, 'outcome_value')]
  return drawRates(request, {
    dimension: detailText(draft, 'dimension'),
    outcome,
    value,
    subject: words.in(language).picture.subject({ outcome: outcomePhrase(outcome, value, language).noun }).text,
    highlight: detailText(draft, 'best'),
    overall: evidenceValue(draft, 'overall_rate'),
  })
}
