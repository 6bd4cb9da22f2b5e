/** A draft with its words and its picture, as an answer shows it. */
import type { AnswerStatement } from '../../shared/ask/answer.ts'
import type { InsightDraft } from '../../shared/story/insight.ts'
import type { ProfiledTable } from '../../shared/story/table.ts'
import { localeOf, type TextsTag } from '../../shared/texts/texts.ts'
import { drawnInOrder } from '../insights/charts/in-order.ts'
import { drawnOf } from '../insights/charts/of-population.ts'
import { kindOf } from '../insights/kinds/index.ts'
import { wordingOf } from '../insights/wording-of.ts'
import { chooserFor } from '../insights/words/paraphrase.ts'
import { sentence } from '../insights/words/phrase.ts'
import type { TableSource } from '../source/table-source.ts'
import { chartOf } from '../story/charts/chart-of.ts'
import { paragraph } from '../story/statement.ts'
import { checkChart } from '../story/verify/charts.ts'

/** The picture is left out where it says a number that the statement does not rest on, as in a story. */
export async function answerStatement(
  source: TableSource,
  table: ProfiledTable,
  draft: InsightDraft,
  language: TextsTag,
): Promise<AnswerStatement> {
  const wording = wordingOf(draft, { tables: [table], choose: chooserFor(draft.id), language })
  const { claim, support, headline } = wording
  const insight = { ...draft, sentence: claim.text }
  const kind = kindOf(draft.type)
  const { picture } = kind
  const request = { draft, table, headline: headline.text, source, language }
  const drawn = picture === null ? null : await picture.draw(request)
  const drawing = drawn === null ? null : drawnInOrder(drawnOf(drawn, table, kind), table)
  const chart =
    drawing === null ? null : chartOf(draft, drawing, { headline: headline.text, sentence: claim.text }, language)
  const isSound = chart !== null && checkChart(chart, insight, localeOf(language)).failed.length === 0
  return {
    insight,
    paragraph: paragraph([claim, ...support.map(sentence)], [draft.id]),
    chart: isSound ? chart : null,
  }
}
