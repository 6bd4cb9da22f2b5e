/** The cells in sight: windows of rows asked for as they come into view, those left behind no longer waited for. */
import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { GridView } from '../../../shared/contract/grid.ts'
import type { Failure } from '../../../shared/failure/failure.ts'
import type { Scalar } from '../../../shared/story/insight.ts'
import { gridWindowQuery, windowRows } from '../../queries/grid.ts'

/** Columns that are asked for together. */
const blockColumns = 12

export interface RowWindows {
  /** Undefined where it has not been read yet. */
  readonly cellAt: (row: number, column: string) => Scalar | undefined
  /** The row's place in the stored table, from 1. */
  readonly numberAt: (row: number) => number | undefined
  /** Of the view; null before the first rows are there. */
  readonly total: number | null
  readonly failure: Failure | null
  readonly isReading: boolean
  /** Changes whenever something was read. */
  readonly version: string
}

export interface InSight {
  readonly firstRow: number
  readonly lastRow: number
  /** Names of the columns in sight. */
  readonly columns: readonly string[]
}

/** `names`: all columns of the table. */
export function useRowWindows(
  storyId: string,
  view: GridView,
  names: readonly string[],
  { firstRow, lastRow, columns }: InSight,
): RowWindows {
  const placeOf = useMemo(() => new Map(names.map((name, place) => [name, place])), [names])
  const blocks = [...new Set(columns.map((name) => Math.floor((placeOf.get(name) ?? 0) / blockColumns)))].toSorted(
    (one, other) => one - other,
  )
  const first = Math.floor(Math.max(0, firstRow) / windowRows)
  const last = Math.floor(Math.max(0, lastRow) / windowRows)
  const wanted = Array.from({ length: last - first + 1 }, (_, at) => first + at).flatMap((window) =>
    blocks.map((block) => ({ window, block })),
  )
  const results = useQueries({
    queries: wanted.map(({ window, block }) =>
      gridWindowQuery(storyId, view, names.slice(block * blockColumns, (block + 1) * blockColumns), window),
    ),
  })
  const version = results
    .map(({ dataUpdatedAt }, at) => `${wanted[at]?.window}.${wanted[at]?.block}.${dataUpdatedAt}`)
    .join()
  const failure = results.find(({ error }) => error !== null)?.error?.failure ?? null
  const isReading = results.some(({ isFetching }) => isFetching)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the results are new with each render; the version says when they differ.
  return useMemo(() => {
    const found = new Map(wanted.map(({ window, block }, at) => [`${window}.${block}`, results[at]?.data]))
    const total = results.find(({ data }) => data !== undefined)?.data?.total ?? null
    return {
      total,
      failure,
      isReading,
      version,
      cellAt: (row, column) => {
        const place = placeOf.get(column) ?? 0
        const block = Math.floor(place / blockColumns)
        const data = found.get(`${Math.floor(row / windowRows)}.${block}`)
        return data?.rows[row % windowRows]?.[place - block * blockColumns]
      },
      numberAt: (row) => {
        const window = Math.floor(row / windowRows)
        for (const block of blocks) {
          const number = found.get(`${window}.${block}`)?.numbers[row % windowRows]
          if (number !== undefined) return number
        }
        return undefined
      },
    } satisfies RowWindows
  }, [version, failure, isReading, placeOf, view])
}
