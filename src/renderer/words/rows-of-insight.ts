/** The rows a statement is about, as a place of the data view: its table, its columns first, what it is limited to. */
import { allOf } from '../../shared/story/condition-parts.ts'
import type { Insight } from '../../shared/story/insight.ts'
import { locationOf, subspaceOf } from '../../shared/story/mark/insight-rows.ts'
import type { Story } from '../../shared/story/story.ts'
import { writeCondition } from '../../shared/story/write-condition.ts'
import { type DataRoute, wholeTable } from '../routes/route.ts'

type Stated = Pick<Insight, 'table' | 'columns' | 'subspace' | 'location' | 'details'>

/** Null where the story has not the table any more. `from`: the part of the story to come back to. */
export function rowsOfInsight(story: Pick<Story, 'id' | 'tables'>, insight: Stated, from: string): DataRoute | null {
  const table = story.tables.find(({ name }) => name === insight.table)
  if (table === undefined) return null
  const condition = allOf([...subspaceOf(table, insight), ...locationOf(table, insight)])
  const names = table.columns.map(({ name }) => name)
  const own = [...new Set(insight.columns)].filter((name) => names.includes(name))
  const columns = [...own, ...names.filter((name) => !own.includes(name))]
  return {
    ...wholeTable(story.id, table.name),
    filter: condition === null ? '' : writeCondition(condition),
    columns: own.length === 0 || columns.every((name, at) => name === names[at]) ? [] : columns,
    from,
  }
}
