// biome-ignore-all lint/a11y/useSemanticElements: cells are placed freely, which those of a table would not survive.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself has the focus and names the active cell.
/** A row of the grid: its number, the first column held in place, and the columns in sight. */
import { memo } from 'react'
import type { Scalar } from '../../../shared/story/insight.ts'
import { useTexts } from '../../stores/language.ts'
import { cellText, isNumberColumn } from '../../words/grid-cells.ts'
import classes from './data-grid.module.css'
import type { GridColumnPlace } from './use-grid-columns.ts'

export const rowHeight = 30

interface GridRowProps {
  readonly gridId: string
  /** Place in the view, from 0. */
  readonly row: number
  /** From the top of the rows that are drawn, CSS pixels. */
  readonly top: number
  readonly number: number | undefined
  readonly places: readonly GridColumnPlace[]
  /** Of all columns: the first is always drawn, these of the others. */
  readonly first: number
  readonly last: number
  readonly numberWidth: number
  readonly cellAt: (row: number, column: string) => Scalar | undefined
  /** Columns of the row that are selected, none where the first is beyond the last. */
  readonly selectedFrom: number
  readonly selectedTo: number
  /** The column that has the focus; −1 where it is in another row. */
  readonly focused: number
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { gridId, row, top, number, places, first, last, numberWidth } = props
  const texts = useTexts()
  const cell = (at: number) => {
    const place = places[at]
    if (place === undefined) return null
    const { column, width, start } = place
    const value = props.cellAt(row, column.name)
    return (
      <div
        key={column.name}
        role="gridcell"
        id={cellId(gridId, row, at)}
        aria-colindex={at + 2}
        aria-selected={(at >= props.selectedFrom && at <= props.selectedTo) || undefined}
        className={classes.cell}
        data-row={row}
        data-column={at}
        data-first={at === 0 || undefined}
        data-number={isNumberColumn(column) || undefined}
        data-missing={value === null || undefined}
        data-focused={at === props.focused || undefined}
        style={at === 0 ? { width, left: numberWidth } : { width, transform: `translateX(${numberWidth + start}px)` }}
      >
        {value === undefined ? (
          <span className={classes.ghost} />
        ) : value === null ? (
          texts.grid.missing
        ) : (
          cellText(value, column, texts.locale)
        )}
      </div>
    )
  }
  return (
    <div role="row" aria-rowindex={row + 2} className={classes.row} style={{ transform: `translateY(${top}px)` }}>
      <div role="rowheader" aria-colindex={1} className={classes.number} style={{ width: numberWidth }}>
        {number?.toLocaleString(texts.locale)}
      </div>
      {cell(0)}
      {Array.from({ length: Math.max(0, last - Math.max(1, first) + 1) }, (_, at) => cell(Math.max(1, first) + at))}
    </div>
  )
})

export function cellId(gridId: string, row: number, column: number): string {
  return `${gridId}-${row}-${column}`
}
