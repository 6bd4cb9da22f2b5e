/** The columns of the grid: which are shown, in which order and how wide (TanStack Table keeps them). */
import {
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useEffect, useMemo, useState } from 'react'
import type { ProfiledColumn, ProfiledTable } from '../../../shared/story/table.ts'

const features = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnResizingFeature,
  columnVisibilityFeature,
  columnPinningFeature,
})

export const leastWidth = 60
export const mostWidth = 900

export interface GridColumnPlace {
  readonly column: ProfiledColumn
  /** CSS pixels. */
  readonly width: number
  /** From the left edge of the first column. */
  readonly start: number
  readonly startResize: (event: unknown) => void
}

interface ColumnChoices {
  readonly table: ProfiledTable
  /** Names in their order; empty: all. */
  readonly shown: readonly string[]
  readonly widths: Readonly<Record<string, number>>
  readonly narrow: boolean
  readonly onWidths: (widths: Readonly<Record<string, number>>) => void
}

export interface GridColumns {
  readonly places: readonly GridColumnPlace[]
  /** Of all together, CSS pixels. */
  readonly totalWidth: number
}

const noRows: never[] = []

export function useGridColumns({ table, shown, widths, narrow, onWidths }: ColumnChoices): GridColumns {
  const definitions = useMemo(
    () =>
      table.columns.map((column) => ({
        id: column.name,
        accessorFn: () => null,
        size: usualWidth(column, narrow),
        minSize: leastWidth,
        maxSize: mostWidth,
      })),
    [table, narrow],
  )
  const order = useMemo(() => {
    const names = table.columns.map(({ name }) => name)
    const known = shown.filter((name) => names.includes(name))
    return known.length === 0 ? names : known
  }, [table, shown])
  const visibility = useMemo(() => {
    const wanted = new Set(order)
    return Object.fromEntries(table.columns.map(({ name }) => [name, wanted.has(name)]))
  }, [table, order])
  const pinning = useMemo(() => ({ start: order.slice(0, 1), end: [] }), [order])
  // While an edge is dragged the address stays as it is.
  const [dragged, setDragged] = useState<Readonly<Record<string, number>> | null>(null)
  const grid = useTable({
    features,
    columns: definitions,
    data: noRows,
    columnResizeMode: 'onChange',
    state: {
      columnOrder: order,
      columnVisibility: visibility,
      columnPinning: pinning,
      columnSizing: dragged ?? widths,
    },
    onColumnSizingChange: (update) => {
      setDragged((before) => {
        const next = typeof update === 'function' ? update({ ...(before ?? widths) }) : update
        return next
      })
    },
  })
  const resizing = grid.state.columnResizing.isResizingColumn
  useEffect(() => {
    if (resizing !== false || dragged === null) return
    onWidths(dragged)
    setDragged(null)
  }, [resizing, dragged, onWidths])
  const byName = useMemo(() => new Map(table.columns.map((column) => [column.name, column])), [table])
  const headers = grid.getHeaderGroups()[0]?.headers ?? []
  const sizes = headers.map((header) => header.getSize()).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the headers are new with each render; these say when they differ.
  return useMemo(() => {
    let start = 0
    const places: GridColumnPlace[] = []
    for (const header of headers) {
      const column = byName.get(header.column.id)
      if (column === undefined) continue
      const width = header.getSize()
      places.push({ column, width, start, startResize: header.getResizeHandler() })
      start += width
    }
    return { places, totalWidth: start }
  }, [byName, order, sizes])
}

function usualWidth(column: ProfiledColumn, narrow: boolean): number {
  const named = Math.min(220, 48 + column.name.length * 8)
  return Math.round(Math.max(named, contentWidth(column)) * (narrow ? 0.8 : 1))
}

function contentWidth({ type }: ProfiledColumn): number {
  switch (type) {
    case 'number':
    case 'integer':
    case 'date':
      return 126
    case 'timestamp':
      return 172
    case 'boolean':
      return 104
    case 'identifier':
    case 'category':
      return 150
    case 'text':
      return 220
  }
}
