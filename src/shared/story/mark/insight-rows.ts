/** The rows a statement is limited to: its part of the table, and the category or the period at which it holds. */
import type { Condition } from '../condition.ts'
import type { Insight } from '../insight.ts'
import type { ProfiledTable } from '../table.ts'
import { asThisCell } from './cell-condition.ts'
import { periodCondition } from './period-condition.ts'

type Stated = Pick<Insight, 'columns' | 'subspace' | 'location' | 'details'>

export function subspaceOf(table: ProfiledTable, { subspace = {} }: Pick<Stated, 'subspace'>): Condition[] {
  return Object.entries(subspace).flatMap(([name, value]) => {
    const column = table.columns.find((one) => one.name === name)
    return column === undefined ? [] : [asThisCell(name, value, false, column.format)]
  })
}

/** A category or a period at which it holds; what is neither (a place in a row, a value of a measure) limits nothing. */
export function locationOf(table: ProfiledTable, { columns, location, details }: Stated): Condition[] {
  if (typeof location !== 'string') return []
  const own = table.columns.filter(({ name }) => columns.includes(name))
  const time = own.find(({ storage }) => storage === 'DATE' || storage === 'TIMESTAMP')
  const period = time === undefined ? null : periodCondition(time.name, location, details.grain)
  if (period !== null) return [period]
  const category = own.find(({ stats }) => stats.top?.some(({ value }) => value === location))
  return category === undefined ? [] : [asThisCell(category.name, location, false, category.format)]
}
