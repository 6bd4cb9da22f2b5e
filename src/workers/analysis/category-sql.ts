/** Categories as texts in SQL: yes and no in the words of the file. */
import { wordsOfFormat } from '../../shared/format/boolean-words.ts'
import type { ConvertedColumn } from '../../shared/story/table.ts'
import { quoteIdentifier, quoteText } from '../runtime/duckdb/database.ts'

/** SQL of a column's value as it is told, NULL where there is none; `sql` is the value's own expression. */
export function categorySql(
  { name, storage, format }: Pick<ConvertedColumn, 'name' | 'storage' | 'format'>,
  sql = quoteIdentifier(name),
): string {
  if (storage === 'VARCHAR') return sql
  if (storage !== 'BOOLEAN' || format === null) return `CAST(${sql} AS VARCHAR)`
  const { yes, no } = wordsOfFormat(format)
  return `CASE WHEN ${sql} THEN ${quoteText(yes)} WHEN NOT ${sql} THEN ${quoteText(no)} END`
}
