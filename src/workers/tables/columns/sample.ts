/** Collects the values of columns a decision is made on. */
import { type Database, quoteIdentifier } from '../../runtime/duckdb/database.ts'
import type { ColumnSample } from './decide.ts'
import type { TextRelation } from './text-relation.ts'

/** Rows looked at before deciding; every value is confirmed after, so a larger sample only saves second looks. */
export const sampleRows = 2000

/** One sample a column from rows of text, null or absent standing for nothing written. */
export function sampleFromRows(
  names: readonly string[],
  rows: Iterable<readonly (string | null | undefined)[]>,
): ColumnSample[] {
  const values = names.map(() => new Map<string, number>())
  for (const row of rows) {
    for (const [index, column] of values.entries()) {
      const text = row[index]
      if (text !== null && text !== undefined && text !== '') column.set(text, (column.get(text) ?? 0) + 1)
    }
  }
  return names.map((name, index) => ({ name, values: values[index] ?? new Map<string, number>() }))
}

/** From the head of a relation, for those that cannot sample more cheaply themselves. */
export async function sampleRelation(database: Database, relation: TextRelation): Promise<ColumnSample[]> {
  const list = relation.columns.map((column, index) => `${quoteIdentifier(column.source)} AS c${index}`).join(', ')
  const columns = await database.columns(`SELECT ${list} FROM ${relation.from} LIMIT ${sampleRows}`)
  return relation.columns.map((column, index) => {
    const values = new Map<string, number>()
    for (const text of columns[`c${index}`] ?? []) {
      if (typeof text === 'string' && text !== '') values.set(text, (values.get(text) ?? 0) + 1)
    }
    return { name: column.name, values }
  })
}
