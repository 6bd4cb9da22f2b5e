/** From ranked insights to a titled story in sections: all words, no input or output. */
import type { StageInput, StageOutput } from '../../shared/contract/stages.ts'
import type { InsightDraft } from '../../shared/story/insight.ts'
import { wordingOf } from '../insights/wording-of.ts'
import { chooserFor } from '../insights/words/paraphrase.ts'
import { sectionsOf } from './sections.ts'
import type { Told } from './statement.ts'
import { scopeOf, titleOf } from './title.ts'

/** What makes the choice of words: the content, not the name or place of the file. */
export function contentKey(input: Pick<StageInput<'narrate'>, 'source' | 'analysis'>): string {
  const tables = input.analysis.tables.map(
    (table) => `${table.rows}:${table.columns.map(({ name }) => name).join(',')}`,
  )
  return `${input.source.bytes}\n${tables.join('\n')}`
}

/** Words for every insight of an analysis, its numbers not yet checked against the tables. Pure. */
export function tell(
  input: Pick<StageInput<'narrate'>, 'source' | 'analysis'>,
): Omit<StageOutput<'narrate'>, 'verified'> {
  const { analysis, source } = input
  const choose = chooserFor(contentKey(input))
  const told: readonly Told[] = analysis.insights.map((draft) => ({
    draft,
    wording: wordingOf(draft, { tables: analysis.tables, choose }),
  }))
  return {
    title: titleOf(told, analysis.tables, source.name),
    subtitle: scopeOf(told, analysis.tables, source.name),
    insights: told.map(({ draft, wording }) => ({ ...draft, n: rowsOf(draft), sentence: wording.claim.text })),
    sections: [...sectionsOf({ told, tables: analysis.tables, method: analysis.method, choose })],
  }
}

/** The rows shown beside a statement are those of its evidence: one number, one source. */
function rowsOf({ evidence, n }: InsightDraft): number {
  const rows = evidence.values.n
  return typeof rows === 'number' ? rows : n
}
