/** Categories as texts in SQL: yes and no in the words of the file. */

import { wordsOfFormat } from '../../shared/format/boolean-words.ts'
import type { ConvertedColumn } from '../../shared/story/table.ts'
import type { Dialect } from '../source/dialect.ts'

/** SQL of a column's value as it is told, NULL where there is none; `sql` is the value's own expression. */
export function categorySql(
  dialect: Dialect,
  { name, storage, format }: Pick<ConvertedColumn, 'name' | 'storage' | 'format'>,
  sql = dialect.identifier(name),
): string {
  if (storage === 'VARCHAR') return sql
  if (storage !== 'BOOLEAN' || format === null) return dialect.asText(sql)
  const { yes, no } = wordsOfFormat(format)
  return `CASE WHEN ${sql} THEN ${dialect.text(yes)} WHEN NOT ${sql} THEN ${dialect.text(no)} END`
}

/** SQL of a value's place among `texts`, from 0 and in double precision; below 0 or NULL where it is none of them. */
export function placeSql(dialect: Dialect, texts: readonly string[], text: string): string {
  return dialect.double(`${dialect.positionIn(texts, text)} - 1`)
}
