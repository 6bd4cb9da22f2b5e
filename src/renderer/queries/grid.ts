/** What the data view asks of a stored table. Rows come a window at a time, each for a block of columns. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { GridFilter, GridView } from '../../shared/contract/grid.ts'
import { fetchOutput } from './client.ts'
import { createSlots } from './slots.ts'

/** Rows of a window. */
export const windowRows = 200
/** Windows left behind are kept this long, ms: scrolling to and fro asks for nothing. */
const windowKeptMs = 60_000
/** What is known of columns is small and costs a scan. */
const columnKeptMs = 10 * 60_000

/** The engine reads two things of tables at once: rows never wait behind what is said of columns. */
const rowSlots = createSlots(2)
const columnSlots = createSlots(1)

export function gridWindowQuery(storyId: string, view: GridView, columns: readonly string[], window: number) {
  return queryOptions({
    queryKey: ['story', storyId, 'grid', 'rows', view, columns, window],
    queryFn: ({ signal }) =>
      rowSlots(signal, () =>
        fetchOutput('grid/rows', {
          storyId,
          view,
          columns: [...columns],
          offset: window * windowRows,
          limit: windowRows,
        }),
      ),
    gcTime: windowKeptMs,
  })
}

interface ColumnQuestion {
  readonly column: string
  readonly values: number
  readonly holding: string
}

export function gridColumnQuery(storyId: string, filter: GridFilter, { column, values, holding }: ColumnQuestion) {
  return queryOptions({
    queryKey: ['story', storyId, 'grid', 'column', filter, column, values, holding],
    queryFn: ({ signal }) =>
      columnSlots(signal, () => fetchOutput('grid/column', { storyId, filter, column, values, holding })),
    gcTime: columnKeptMs,
  })
}

export interface GridRange {
  readonly columns: readonly string[]
  readonly offset: number
  readonly rows: number
}

export function gridSelectionQuery(storyId: string, view: GridView, { columns, offset, rows }: GridRange) {
  return queryOptions({
    queryKey: ['story', storyId, 'grid', 'selection', view, columns, offset, rows],
    queryFn: ({ signal }) =>
      columnSlots(signal, () => fetchOutput('grid/selection', { storyId, view, columns: [...columns], offset, rows })),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}
