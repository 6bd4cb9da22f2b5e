/** A draft with its words and its picture, as an answer shows it. */
import type { AnswerStatement } from '../../shared/ask/answer.ts'
import type { Chart } from '../../shared/story/chart.ts'
import type { InsightDraft } from '../../shared/story/insight.ts'
import type { ProfiledTable } from '../../shared/story/table.ts'
import type { TextsTag } from '../../shared/texts/texts.ts'
import { kindOf } from '../insights/kinds/index.ts'
import { wordingOf } from '../insights/wording-of.ts'
import { chooserFor } from '../insights/words/paraphrase.ts'
import { sentence } from '../insights/words/phrase.ts'
import type { TableSource } from '../source/table-source.ts'
import { paragraph } from '../story/statement.ts'

export async function answerStatement(
  source: TableSource,
  table: ProfiledTable,
  draft: InsightDraft,
  language: TextsTag,
): Promise<AnswerStatement> {
  const wording = wordingOf(draft, { tables: [table], choose: chooserFor(draft.id), language })
  const { claim, support, headline } = wording
  return {
    insight: { ...draft, sentence: claim.text },
    paragraph: paragraph([claim, ...support.map(sentence)], [draft.id]),
    chart: await chartOf(source, table, draft, headline.text, claim.text, language),
  }
}

async function chartOf(
  source: TableSource,
  table: ProfiledTable,
  draft: InsightDraft,
  headline: string,
  said: string,
  language: TextsTag,
): Promise<Chart | null> {
  const { picture } = kindOf(draft.type)
  const drawing = picture === null ? null : await picture.draw({ draft, table, headline, source, language })
  if (drawing === null) return null
  const { spec, columns, rows, sql, reduced, shows, title } = drawing
  return {
    id: `chart-${draft.id}`,
    insight: draft.id,
    spec: { ...spec, title: title ?? headline, horizontal: spec.horizontal ?? false, highlight: spec.highlight ?? [] },
    alt: `${shows}. ${said}`,
    data: { columns: [...columns], rows: rows.map((row) => [...row]), sql, reduced },
  }
}
