// biome-ignore-all lint/a11y/useSemanticElements: cells are placed freely, which those of a table would not survive.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself has the focus and names the active cell.
/**
 * The grid: a head that stays, a first column that stays, and only the rows and columns in sight drawn between them. It
 * has the focus itself and names the active cell, so that scrolling never takes the focus away.
 */
import { useEffect, useId, useMemo, useRef } from 'react'
import type { GridFilter, GridSort } from '../../../shared/contract/grid.ts'
import { useTexts } from '../../stores/language.ts'
import { type GridPlace, type GridSelected, moved, rectangleOf } from '../../words/grid-selection.ts'
import classes from './data-grid.module.css'
import { cellId, GridRow, rowHeight } from './grid-row.tsx'
import { type HeaderActions, HeaderCell } from './header-cell.tsx'
import type { GridColumns } from './use-grid-columns.ts'
import type { GridScroll } from './use-grid-scroll.ts'
import type { RowWindows } from './use-row-windows.ts'

export const headHeight = 78
/** Rows drawn beyond the edge, so that a short scroll finds them there. */
const beyond = 6
/** Rows are placed from one in so many, so that a scroll by a few leaves the place of each as it is, and draws none again. */
const placedFrom = 64

export interface GridProps extends HeaderActions {
  readonly frame: React.RefObject<HTMLDivElement | null>
  readonly label: string
  readonly storyId: string
  readonly filter: GridFilter
  readonly sort: readonly GridSort[]
  readonly columns: GridColumns
  readonly total: number
  readonly scroll: GridScroll
  readonly windows: RowWindows
  readonly numberWidth: number
  readonly selected: GridSelected
  readonly onSelect: (selected: GridSelected) => void
  /** Enter on a cell, or on a column's head (row −1). */
  readonly onEnter: (place: GridPlace) => void
  readonly onCopy: () => void
}

export function DataGrid(props: GridProps) {
  const { frame, columns, total, scroll, windows, numberWidth, selected, onSelect, onEnter, onCopy } = props
  const texts = useTexts()
  const gridId = useId()
  const { places, totalWidth } = columns
  const bodyHeight = Math.max(0, scroll.viewHeight - headHeight)
  const firstRow = Math.max(0, Math.floor(scroll.top / rowHeight) - beyond)
  const lastRow = Math.min(total - 1, Math.ceil((scroll.top + bodyHeight) / rowHeight) + beyond)
  const [firstColumn, lastColumn] = useMemo(
    () => columnsInSight(columns, scroll.left, scroll.viewWidth - numberWidth),
    [columns, scroll.left, scroll.viewWidth, numberWidth],
  )
  const rectangle = rectangleOf(selected)
  const active = selected.focus
  const isDrawn =
    active.row === -1
      ? active.column === 0 || (active.column >= firstColumn && active.column <= lastColumn)
      : active.row >= firstRow &&
        active.row <= lastRow &&
        (active.column === 0 || (active.column >= firstColumn && active.column <= lastColumn))

  useShowPlace(active, props, bodyHeight)

  const size = { rows: total, columns: places.length, page: Math.max(1, Math.floor(bodyHeight / rowHeight) - 1) }
  const hearKey = (event: React.KeyboardEvent): void => {
    if (event.altKey || event.target !== event.currentTarget) return
    const control = event.ctrlKey || event.metaKey
    if (control && event.key.toLowerCase() === 'c') {
      event.preventDefault()
      onCopy()
      return
    }
    if (event.key === 'Enter' || (event.key === ' ' && active.row === -1)) {
      event.preventDefault()
      onEnter(active)
      return
    }
    const next = moved(selected, { key: event.key, control, shift: event.shiftKey }, size)
    if (next === null) return
    event.preventDefault()
    onSelect(next)
  }

  const dragging = useRef(false)
  const placeAt = (target: EventTarget): GridPlace | null => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
    return cell === null ? null : { row: Number(cell.dataset.row), column: Number(cell.dataset.column) }
  }
  const base = firstRow - (firstRow % placedFrom)
  const top = base * rowHeight + scroll.shift
  return (
    <div
      ref={frame}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-description={texts.grid.keys}
      aria-rowcount={total + 1}
      aria-colcount={places.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={isDrawn ? cellId(gridId, active.row, active.column) : undefined}
      aria-busy={windows.isReading}
      className={classes.grid}
      data-testid="data-grid"
      data-total={total}
      onKeyDown={hearKey}
      onPointerDown={(event) => {
        const place = placeAt(event.target)
        if (place === null || event.button !== 0) return
        dragging.current = event.pointerType === 'mouse'
        onSelect({ anchor: event.shiftKey ? selected.anchor : place, focus: place })
      }}
      onPointerMove={(event) => {
        if (!dragging.current || (event.buttons & 1) === 0) return
        const place = placeAt(event.target)
        if (place !== null && (place.row !== active.row || place.column !== active.column))
          onSelect({ anchor: selected.anchor, focus: place })
      }}
      onPointerUp={() => {
        dragging.current = false
      }}
      onDoubleClick={(event) => {
        const place = placeAt(event.target)
        if (place !== null) onEnter(place)
      }}
    >
      <div role="rowgroup" className={classes.heads} style={{ width: numberWidth + totalWidth, height: headHeight }}>
        <div role="row" aria-rowindex={1} className={classes.headRow}>
          <div role="columnheader" aria-colindex={1} className={classes.corner} style={{ width: numberWidth }}>
            {texts.grid.row}
          </div>
          {places.map((place, at) =>
            at === 0 || (at >= firstColumn && at <= lastColumn) ? (
              <HeaderCell
                key={place.column.name}
                gridId={gridId}
                storyId={props.storyId}
                filter={props.filter}
                sort={props.sort}
                place={place}
                at={at}
                numberWidth={numberWidth}
                focused={active.row === -1 && active.column === at}
                onSort={props.onSort}
                onAbout={props.onAbout}
                onMove={props.onMove}
              />
            ) : null,
          )}
        </div>
      </div>
      <div role="rowgroup" className={classes.body} style={{ width: numberWidth + totalWidth, height: scroll.height }}>
        <div role="presentation" className={classes.layer} style={{ transform: `translateY(${top}px)` }}>
          {Array.from({ length: Math.max(0, lastRow - firstRow + 1) }, (_, at) => {
            const row = firstRow + at
            const isSelected = rectangle !== null && row >= rectangle.firstRow && row <= rectangle.lastRow
            return (
              <GridRow
                key={row}
                gridId={gridId}
                row={row}
                top={(row - base) * rowHeight}
                number={windows.numberAt(row)}
                places={places}
                first={firstColumn}
                last={lastColumn}
                numberWidth={numberWidth}
                cellAt={windows.cellAt}
                selectedFrom={isSelected ? rectangle.firstColumn : 0}
                selectedTo={isSelected ? rectangle.lastColumn : -1}
                focused={active.row === row ? active.column : -1}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** Places of the first and the last column in sight beside the first, which always is. */
export function columnsInSight({ places }: GridColumns, left: number, width: number): readonly [number, number] {
  const firstWidth = places[0]?.width ?? 0
  let first = places.findIndex(({ start, width: own }) => start + own > left + firstWidth)
  if (first === -1) first = places.length
  let last = first
  while (last + 1 < places.length && (places[last + 1]?.start ?? 0) < left + width) last++
  return [Math.max(1, first), Math.min(places.length - 1, last)]
}

/** Scrolls when the active cell moves out of sight, and only then: scrolling by hand leaves it where it is. */
function useShowPlace(active: GridPlace, { columns, scroll, numberWidth }: GridProps, bodyHeight: number): void {
  const shown = useRef(active)
  useEffect(() => {
    if (shown.current === active) return
    shown.current = active
    if (active.row >= 0) {
      const top = active.row * rowHeight
      if (top < scroll.top) scroll.scrollTo(top)
      else if (top + rowHeight > scroll.top + bodyHeight) scroll.scrollTo(top + rowHeight - bodyHeight)
    }
    const place = columns.places[active.column]
    if (place === undefined || active.column === 0) return
    const firstWidth = columns.places[0]?.width ?? 0
    const room = scroll.viewWidth - numberWidth
    if (place.start - firstWidth < scroll.left) scroll.scrollLeftTo(place.start - firstWidth)
    else if (place.start + place.width > scroll.left + room) scroll.scrollLeftTo(place.start + place.width - room)
  }, [active, columns, scroll, numberWidth, bodyHeight])
}
