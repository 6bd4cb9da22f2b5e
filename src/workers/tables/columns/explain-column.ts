/** Says of a column how it is read, why, and what else it could have been. */
import { note } from '../../../shared/story/note.ts'
import type { ConvertedColumn } from '../../../shared/story/table.ts'
import type { NotedColumn } from '../read-table.ts'

/** What the values of a column are called in its reason. */
const valuesOf = { number: 'number', date: 'date', 'date and time': 'moment', 'yes or no': 'answer' } as const

/** A matrix of thousands of columns is not explained one by one. */
const mostColumns = 200

export function explainColumns(columns: readonly ConvertedColumn[], rows: number): NotedColumn[] {
  return columns.slice(0, mostColumns).map((column) => explainColumn(column, rows))
}

/** `rows` of the table; what could not be read is counted in the column. */
export function explainColumn(column: ConvertedColumn, rows: number): NotedColumn {
  const type = typeOf(column)
  const { count } = column.unreadable
  const why =
    type === 'text'
      ? note('reading.noOtherType')
      : count === 0
        ? note('reading.allRead', { type: valuesOf[type] })
        : note('reading.nearlyAllRead', { count, rows, type: valuesOf[type] })
  return {
    name: column.name,
    type,
    order: orderOf(column),
    unit: unitOf(column),
    why,
    runnerUp: runnerUpOf(column, type),
  }
}

function typeOf({ storage }: ConvertedColumn): 'number' | 'date' | 'date and time' | 'yes or no' | 'text' {
  switch (storage) {
    case 'DOUBLE':
    case 'BIGINT':
      return 'number'
    case 'DATE':
      return 'date'
    case 'TIMESTAMP':
      return 'date and time'
    case 'BOOLEAN':
      return 'yes or no'
    case 'VARCHAR':
      return 'text'
  }
}

/** Of dates: which of day, month and year comes first. */
function orderOf({ storage, format }: ConvertedColumn): string | null {
  if (storage !== 'DATE' && storage !== 'TIMESTAMP') return null
  if (format === null) return 'year first'
  const order = (['d', 'm', 'Y', 'y'] as const)
    .map((part) => ({ part, at: format.search(new RegExp(`%-?${part}`, 'u')) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0]?.part
  return order === 'd' ? 'day first' : order === 'm' ? 'month first' : order === undefined ? null : 'year first'
}

function unitOf({ storage, format }: ConvertedColumn): string | null {
  if (format === null || (storage !== 'DOUBLE' && storage !== 'BIGINT')) return null
  return format.replace(/^(?:currency|duration|unit):/u, '')
}

function runnerUpOf(column: ConvertedColumn, type: NotedColumn['type']): string | null {
  if (type === 'text') return null
  const order = orderOf(column)
  const isSlashed = /%-?[dm][/.-]%-?[dm]/u.test(column.format ?? '')
  if (isSlashed && order === 'day first') return 'month first'
  if (isSlashed && order === 'month first') return 'day first'
  return 'text'
}
