/** The commands of the data view, answered from rows made up on the way. */
import type { CommandInput, CommandName, CommandOutput } from '../../src/shared/contract/commands.ts'
import type { GridFilter } from '../../src/shared/contract/grid.ts'
import type { Scalar } from '../../src/shared/story/insight.ts'
import type { Story } from '../../src/shared/story/story.ts'
import type { ProfiledColumn, ProfiledTable } from '../../src/shared/story/table.ts'
import { missing } from './fake-failure.ts'

type GridCommand = Extract<CommandName, `grid/${string}`>

/** Searched for, this is found nowhere. */
const foundNowhere = 'zebra'

const days = 86_400_000

function valueAt(column: ProfiledColumn, row: number): Scalar {
  if (row % 11 === 3 && column.nulls > 0) return null
  switch (column.storage) {
    case 'BIGINT':
      return (row * 7) % 317
    case 'DOUBLE':
      return ((row * 37) % 4_001) / 10
    case 'DATE':
      return new Date(Date.UTC(2023, 0, 1) + (row % 365) * days).toISOString().slice(0, 10)
    case 'TIMESTAMP':
      return new Date(Date.UTC(2023, 0, 1) + row * 1_000).toISOString()
    case 'BOOLEAN':
      return row % 3 === 0
    case 'VARCHAR': {
      const { top = [] } = column.stats
      return top[row % Math.max(1, top.length)]?.value ?? `${column.name} ${row}`
    }
  }
}

export function createFakeGrid(needStory: (id: string) => Story): {
  readonly handlers: { [Name in GridCommand]: (input: CommandInput<Name>) => CommandOutput<Name> }
} {
  const tableOf = (storyId: string, name: string): ProfiledTable => {
    const table = needStory(storyId).tables.find((one) => one.name === name)
    if (table === undefined) throw missing('There is no table of this name.')
    return table
  }
  const rowsIn = (table: ProfiledTable, { where, search }: GridFilter): number =>
    search === foundNowhere ? 0 : where === null && search === '' ? table.rows : Math.ceil(table.rows / 3)
  return {
    handlers: {
      'grid/rows': ({ storyId, view, columns, offset, limit }) => {
        const table = tableOf(storyId, view.table)
        const total = rowsIn(table, view)
        const shown = columns.flatMap((name) => table.columns.find((column) => column.name === name) ?? [])
        const places = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, at) =>
          view.sort[0]?.descending === true ? total - 1 - offset - at : offset + at,
        )
        return {
          rows: places.map((place) => shown.map((column) => valueAt(column, place))),
          numbers: places.map((place) => place + 1),
          total,
        }
      },
      'grid/column': ({ storyId, filter, column: name, values, holding }) => {
        const table = tableOf(storyId, filter.table)
        const column = table.columns.find((one) => one.name === name)
        if (column === undefined) throw missing('There is no column of this name.')
        const rows = rowsIn(table, filter)
        const { stats } = column
        const isTime = column.storage === 'DATE' || column.storage === 'TIMESTAMP'
        const [from, to] = [stats.min, stats.max].map((end) => (typeof end === 'string' ? Date.parse(end) : (end ?? 0)))
        const hasShape =
          (isTime || typeof stats.min === 'number') && from !== undefined && to !== undefined && to > from
        return {
          rows,
          missing: Math.min(rows, column.nulls),
          distinct: column.distinct,
          isDistinctExact: true,
          least: stats.min ?? null,
          most: stats.max ?? null,
          mean: stats.mean ?? null,
          median: stats.median ?? null,
          bins: hasShape
            ? Array.from({ length: 24 }, (_, bin) => ({
                from: from + ((to - from) / 24) * bin,
                to: from + ((to - from) / 24) * (bin + 1),
                count: Math.round((rows / 60) * (1 + 3 * Math.exp(-((bin - 9) ** 2) / 18))),
              }))
            : [],
          common: (stats.top ?? [])
            .filter(({ value }) => value.toLowerCase().includes(holding.toLowerCase()))
            .slice(0, values),
        }
      },
      'grid/selection': ({ columns, rows }) => ({
        cells: rows * columns.length,
        filled: rows * columns.length,
        numbers: rows,
        sum: rows * 12.5,
        mean: 12.5,
        least: 1,
        most: 24,
      }),
      'grid/export': ({ view, format }) => ({ saved: { name: `${view.table}.${format}`, downloadUrl: null } }),
      'grid/copy': ({ rows }) => ({ text: '', rows }),
    },
  }
}
