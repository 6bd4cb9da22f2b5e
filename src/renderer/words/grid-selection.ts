/** A rectangle of cells that is selected: the cell it began at, and the one that has the focus. */

export interface GridPlace {
  /** Of the view, from 0; −1 is the header. */
  readonly row: number
  /** Of the columns shown, from 0. */
  readonly column: number
}

export interface GridSelected {
  readonly anchor: GridPlace
  readonly focus: GridPlace
}

export interface CellRectangle {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

export interface GridSize {
  readonly rows: number
  readonly columns: number
  /** Rows in sight. */
  readonly page: number
}

export const startPlace: GridSelected = { anchor: { row: 0, column: 0 }, focus: { row: 0, column: 0 } }

/** Null in the header: its cells hold nothing that could be summed. */
export function rectangleOf({ anchor, focus }: GridSelected): CellRectangle | null {
  if (focus.row < 0) return null
  const firstRow = Math.max(0, Math.min(anchor.row, focus.row))
  return {
    firstRow,
    lastRow: Math.max(firstRow, anchor.row, focus.row),
    firstColumn: Math.min(anchor.column, focus.column),
    lastColumn: Math.max(anchor.column, focus.column),
  }
}

export interface GridKey {
  readonly key: string
  /** Ctrl, or Cmd. */
  readonly control: boolean
  readonly shift: boolean
}

/** Where a key leads (WAI-ARIA grid pattern); null where it leads nowhere. */
export function moved(selected: GridSelected, { key, control, shift }: GridKey, size: GridSize): GridSelected | null {
  if (control && key.toLowerCase() === 'a') {
    return {
      anchor: { row: 0, column: 0 },
      focus: { row: Math.max(0, size.rows - 1), column: Math.max(0, size.columns - 1) },
    }
  }
  const to = placeAfter(selected.focus, key, control, size)
  if (to === null) return null
  const focus = {
    row: Math.max(-1, Math.min(size.rows - 1, to.row)),
    column: Math.max(0, Math.min(size.columns - 1, to.column)),
  }
  return { anchor: shift && focus.row >= 0 ? selected.anchor : focus, focus }
}

function placeAfter({ row, column }: GridPlace, key: string, control: boolean, size: GridSize): GridPlace | null {
  switch (key) {
    case 'ArrowDown':
      return { row: control ? size.rows - 1 : row + 1, column }
    case 'ArrowUp':
      return { row: control && row > 0 ? 0 : row - 1, column }
    case 'ArrowRight':
      return { row, column: control ? size.columns - 1 : column + 1 }
    case 'ArrowLeft':
      return { row, column: control ? 0 : column - 1 }
    case 'PageDown':
      return { row: row + size.page, column }
    case 'PageUp':
      return { row: Math.max(row < 0 ? -1 : 0, row - size.page), column }
    case 'Home':
      return { row: control ? 0 : row, column: 0 }
    case 'End':
      return { row: control ? size.rows - 1 : row, column: size.columns - 1 }
    default:
      return null
  }
}
