/** The rows a statement is about, as a place of the data view: its table, its columns first, what it is limited to. */
import { isGrain } from '../../shared/format/periods.ts'
import type { Condition } from '../../shared/story/condition.ts'
import { allOf } from '../../shared/story/condition-parts.ts'
import type { Insight } from '../../shared/story/insight.ts'
import type { Story } from '../../shared/story/story.ts'
import type { ProfiledTable } from '../../shared/story/table.ts'
import { writeCondition } from '../../shared/story/write-condition.ts'
import { type DataRoute, wholeTable } from '../routes/route.ts'
import { asThisCell } from './grid-filters.ts'

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

function subspaceOf(table: ProfiledTable, { subspace = {} }: Stated): Condition[] {
  return Object.entries(subspace).flatMap(([name, value]) => {
    const column = table.columns.find((one) => one.name === name)
    return column === undefined ? [] : [asThisCell(name, value, false, column.format)]
  })
}

/** A category or a period at which it holds; what is neither (a place in a row, a value of a measure) limits nothing. */
function locationOf(table: ProfiledTable, { columns, location, details }: Stated): Condition[] {
  if (typeof location !== 'string') return []
  const own = table.columns.filter(({ name }) => columns.includes(name))
  const time = own.find(({ storage }) => storage === 'DATE' || storage === 'TIMESTAMP')
  const period = time === undefined ? null : periodCondition(time.name, location, details.grain)
  if (period !== null) return [period]
  const category = own.find(({ stats }) => stats.top?.some(({ value }) => value === location))
  return category === undefined ? [] : [asThisCell(category.name, location, false, category.format)]
}

const dayMs = 86_400_000

/** The rows of a calendar period by its first day; null where it is none. */
function periodCondition(column: string, location: string, grain: unknown): Condition | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)/u.exec(location) ?? []
  if (year === '' || !isGrain(grain)) return null
  const equals = (value: string): Condition => ({ kind: 'compare', column, operator: '=', value })
  const between = (low: string, high: string): Condition => ({ kind: 'between', column, low, high })
  switch (grain) {
    case 'year':
      return equals(year)
    case 'half-year':
    case 'quarter':
      return between(`${year}-${month}`, `${year}-${twoDigits(Number(month) + (grain === 'quarter' ? 2 : 5))}`)
    case 'month':
      return equals(`${year}-${month}`)
    case 'week': {
      const first = Date.UTC(Number(year), Number(month) - 1, Number(day))
      return between(`${year}-${month}-${day}`, new Date(first + 6 * dayMs).toISOString().slice(0, 10))
    }
    case 'day':
      return equals(`${year}-${month}-${day}`)
    case 'hour':
    case 'minute':
    case 'second': {
      const clock = { hour: /T\d\d/u, minute: /T\d\d:\d\d/u, second: /T\d\d:\d\d:\d\d/u }[grain].exec(location)?.[0]
      if (clock === undefined) return null
      const moment = `${year}-${month}-${day}${clock}`
      return grain === 'hour' ? between(`${moment}:00`, `${moment}:59`) : equals(moment)
    }
  }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
