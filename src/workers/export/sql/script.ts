/** The queries of a story as one script: its tables as they were read, then each statement with what made its numbers. */

import { everyInsight } from '../../../shared/story/every-insight.ts'
import type { Story } from '../../../shared/story/story.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import { duckdbDialect } from '../../source/duckdb/dialect.ts'
import { viewSql } from '../../source/duckdb/view-sql.ts'
import { storyFooter } from '../footer.ts'
import { remarksOnStatements } from '../hand-remarks.ts'
import type { TableFile } from '../table-files.ts'

/** `file`: what the script will be called. Its tables are found beside it. */
export function storyToSql(story: Story, texts: Texts, tables: readonly TableFile[], file: string): string {
  const { script } = texts.written
  const remarks = remarksOnStatements(story, texts)
  const statements = everyInsight(story).map(({ id, class: kind, sentence, evidence }, index) =>
    [
      comment(script.statement({ number: index + 1, kind: texts.evidence.classes[kind].name, sentence })),
      ...(remarks.get(id) ?? []).map(comment),
      ...evidence.sql.map(ended),
    ].join('\n'),
  )
  const charts = story.charts.map(
    ({ spec, data }) => `${comment(script.chart({ title: spec.title }))}\n${ended(data.sql)}`,
  )
  return `${[
    [story.title, story.subtitle, storyFooter(story, texts), script.run({ file })].map(comment).join('\n'),
    [comment(script.tables), ...tables.map(opened)].join('\n'),
    ...statements,
    ...charts,
  ].join('\n\n')}\n`
}

function opened({ table, path }: TableFile): string {
  const stored = `read_parquet(${duckdbDialect.text(path)})`
  return `CREATE OR REPLACE VIEW ${duckdbDialect.identifier(table.name)} AS ${ended(viewSql(stored, table))}`
}

/** The end on a line of its own where the query could end in a comment. */
function ended(sql: string): string {
  const query = sql.trim().replace(/;+$/u, '')
  return query.includes('--') ? `${query}\n;` : `${query};`
}

/** No line end of a text may end its comment. */
function comment(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return `-- ${text.replace(/[\u0000-\u001f\u0085\u2028\u2029]+/gu, ' ')}`
}
