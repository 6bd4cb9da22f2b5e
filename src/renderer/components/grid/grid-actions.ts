/** What a person does with the view: each is a new address, so that back takes it back and a reload keeps it. */
import type { GridSort } from '../../../shared/contract/grid.ts'
import type { Condition } from '../../../shared/story/condition.ts'
import { writeCondition } from '../../../shared/story/write-condition.ts'
import { navigate, replaceRoute } from '../../routes/navigation.ts'
import type { DataRoute } from '../../routes/route.ts'

export interface GridActions {
  readonly filterBy: (condition: Condition | null) => void
  readonly searchFor: (search: string) => void
  readonly showAllRows: () => void
  /** By this column alone, or also by it: least first, then greatest first, then not at all. */
  readonly sortBy: (column: string, also: boolean) => void
  readonly setSort: (sort: readonly GridSort[]) => void
  readonly showTable: (table: string) => void
  /** In their order; those that are not named are hidden. */
  readonly showColumns: (columns: readonly string[]) => void
  readonly setWidths: (widths: Readonly<Record<string, number>>) => void
}

/** `names`: the columns of the table in its order. */
export function gridActions(route: DataRoute, names: readonly string[]): GridActions {
  const go = (change: Partial<DataRoute>): void => navigate({ ...route, row: 1, ...change })
  const stay = (change: Partial<DataRoute>): void => replaceRoute({ ...route, ...change })
  return {
    filterBy: (condition) => go({ filter: condition === null ? '' : writeCondition(condition) }),
    searchFor: (search) => go({ search }),
    showAllRows: () => go({ filter: '', search: '' }),
    sortBy: (column, also) => go({ sort: nextSort(route.sort, column, also) }),
    setSort: (sort) => go({ sort }),
    showTable: (table) =>
      navigate({ ...route, table, filter: '', search: '', sort: [], columns: [], widths: {}, row: 1 }),
    showColumns: (columns) => stay({ columns: isSame(columns, names) ? [] : columns }),
    setWidths: (widths) => stay({ widths }),
  }
}

export function nextSort(sort: readonly GridSort[], column: string, also: boolean): readonly GridSort[] {
  const before = sort.find((one) => one.column === column)
  const next =
    before === undefined ? { column, descending: false } : before.descending ? null : { column, descending: true }
  if (!also) return next === null ? [] : [next]
  if (before === undefined) return [...sort, { column, descending: false }]
  return sort.flatMap((one) => (one.column === column ? (next === null ? [] : [next]) : [one]))
}

/** The columns with one of them before another. */
export function movedBefore(columns: readonly string[], column: string, before: string): readonly string[] {
  const others = columns.filter((name) => name !== column)
  const at = columns.indexOf(column) < columns.indexOf(before) ? others.indexOf(before) + 1 : others.indexOf(before)
  return [...others.slice(0, at), column, ...others.slice(at)]
}

/** The columns with one of them a place further to the right (`by` 1) or to the left (−1). */
export function movedBy(columns: readonly string[], column: string, by: 1 | -1): readonly string[] {
  const neighbour = columns[columns.indexOf(column) + by]
  return neighbour === undefined ? columns : movedBefore(columns, column, neighbour)
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, place) => name === other[place])
}
