/** What else a column could be read or used as: what came second when it was decided. */
import type { ColumnReading } from '../../shared/story/reading.ts'
import type { ColumnType, ProfiledColumn } from '../../shared/story/table.ts'

/** Names of types as a reading is explained with them. */
const explained: Readonly<Record<string, ColumnType>> = {
  number: 'number',
  date: 'date',
  'date and time': 'timestamp',
  'yes or no': 'boolean',
  text: 'text',
}

/** Numbers of few different values may be codes. */
const mostCodes = 30

/** In the order in which they are offered; none is what the column is already. */
export function alternativesOf(column: ProfiledColumn, reading: ColumnReading | null): readonly ColumnType[] {
  const second = reading?.runnerUp == null ? undefined : explained[reading.runnerUp]
  return [...new Set([...(second === undefined ? [] : [second]), ...byUse(column)])].filter(
    (type) => type !== column.type,
  )
}

function byUse({ type, distinct }: ProfiledColumn): readonly ColumnType[] {
  switch (type) {
    case 'integer':
      return distinct <= mostCodes ? ['category'] : ['identifier']
    case 'identifier':
      return ['category']
    case 'category':
      return ['text']
    case 'text':
      return ['category']
    case 'number':
    case 'date':
    case 'timestamp':
    case 'boolean':
      return []
  }
}
