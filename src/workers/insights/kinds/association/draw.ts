/** The rate of the category that stands out, by the other dimension, against the rate of all rows. */
import { readableName } from '../../../../shared/format/words.ts'
import { type DrawInsight, detailText, evidenceValue } from '../../charts/drawing.ts'
import { drawRates } from '../../charts/rates.ts'
import { allNamed } from '../../words/phrase.ts'
import { words } from './words/index.ts'

export const drawAssociation: DrawInsight = (request) => {
  const { draft } = request
  const [outcome, value] = [detailText(draft, 'second'), detailText(draft, 'second_value')]
  return drawRates(request, {
    dimension: detailText(draft, 'first'),
    outcome,
    value,
    subject: words.in(request.language).picture.subject(allNamed({ outcome: readableName(outcome), value })).text,
    highlight: detailText(draft, 'first_value'),
    overall: evidenceValue(draft, 'overall_share'),
  })
}
