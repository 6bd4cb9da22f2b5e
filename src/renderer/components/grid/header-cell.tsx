// biome-ignore-all lint/a11y/useSemanticElements: cells are placed freely, which those of a table would not survive.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself has the focus and names the active cell.
/** The head of a column: its name, how it is sorted by, its shape in the rows shown, and what is missing. */
import { IconArrowDown, IconArrowUp, IconDotsVertical } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { GridColumn, GridFilter, GridSort } from '../../../shared/contract/grid.ts'
import { formatNumber } from '../../../shared/format/numbers.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import { gridColumnQuery } from '../../queries/grid.ts'
import { useTexts } from '../../stores/language.ts'
import { cellText, differentText, isNumberColumn, isTimeColumn, spanText } from '../../words/grid-cells.ts'
import { ColumnPicture } from './column-picture.tsx'
import classes from './data-grid.module.css'
import { cellId } from './grid-row.tsx'
import type { GridColumnPlace } from './use-grid-columns.ts'

/** Commonest values that a header has room to show. */
const shownValues = 5

export interface HeaderActions {
  readonly onSort: (column: string, also: boolean) => void
  readonly onAbout: (column: string) => void
  readonly onMove: (column: string, before: string) => void
}

interface HeaderCellProps extends HeaderActions {
  readonly gridId: string
  readonly storyId: string
  readonly filter: GridFilter
  readonly sort: readonly GridSort[]
  readonly place: GridColumnPlace
  readonly at: number
  readonly numberWidth: number
  readonly focused: boolean
}

export function HeaderCell(props: HeaderCellProps) {
  const { gridId, storyId, filter, sort, place, at, numberWidth, focused, onSort, onAbout, onMove } = props
  const texts = useTexts()
  const { column, width, start } = place
  const values = isNumberColumn(column) ? 0 : shownValues
  const { data: summary } = useQuery(gridColumnQuery(storyId, filter, { column: column.name, values, holding: '' }))
  const by = sort.findIndex((one) => one.column === column.name)
  const sorted = sort[by]
  const typical = summary === undefined ? '' : typicalText(summary, place, texts)
  const Arrow = sorted?.descending === true ? IconArrowDown : IconArrowUp
  return (
    <div
      role="columnheader"
      id={cellId(gridId, -1, at)}
      aria-colindex={at + 2}
      aria-sort={sorted === undefined ? 'none' : sorted.descending ? 'descending' : 'ascending'}
      className={classes.head}
      data-first={at === 0 || undefined}
      data-focused={focused || undefined}
      data-testid="grid-header"
      style={at === 0 ? { width, left: numberWidth } : { width, transform: `translateX(${numberWidth + start}px)` }}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(columnDrag, column.name)}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(columnDrag)) event.preventDefault()
      }}
      onDrop={(event) => {
        const moved = event.dataTransfer.getData(columnDrag)
        if (moved === '' || moved === column.name) return
        event.preventDefault()
        onMove(moved, column.name)
      }}
    >
      <div className={classes.headName}>
        <button
          type="button"
          tabIndex={-1}
          className={classes.name}
          title={column.name}
          onClick={(event) => onSort(column.name, event.shiftKey || event.ctrlKey || event.metaKey)}
        >
          <span>{column.name}</span>
          {sorted !== undefined && (
            <>
              <Arrow size={14} aria-hidden />
              {sort.length > 1 && <small>{texts.grid.sortedBy({ place: by + 1 })}</small>}
            </>
          )}
        </button>
        <button
          type="button"
          tabIndex={-1}
          className={classes.more}
          aria-label={texts.grid.aboutColumn({ column: column.name })}
          data-testid="about-column"
          onClick={() => onAbout(column.name)}
        >
          <IconDotsVertical size={15} aria-hidden />
        </button>
      </div>
      <div className={classes.picture}>{summary !== undefined && <ColumnPicture summary={summary} height={20} />}</div>
      <p className={classes.typical} title={typical}>
        {typical}
      </p>
      <span
        className={classes.edge}
        aria-hidden="true"
        onMouseDown={(event) => {
          // The head itself is dragged to another place.
          event.preventDefault()
          place.startResize(event)
        }}
        onTouchStart={place.startResize}
      />
    </div>
  )
}

const columnDrag = 'application/x-storyglass-column'

/** A value met less often is not typical of anything. */
const leastShare = 0.005

/** What is missing, and the value one meets most; of times, from when to when. */
function typicalText(summary: GridColumn, { column }: GridColumnPlace, texts: Texts): string {
  const { rows, missing, median, mean, common, least, most } = summary
  const filled = rows - missing
  const parts: string[] = []
  const share = (count: number, of: number): string => formatNumber(count / of, { kind: 'percent' })
  if (missing > 0) parts.push(texts.grid.missingShare({ share: share(missing, rows) }))
  const [first] = common
  if (filled === 0) return rows === 0 ? '' : parts.join(' · ')
  if (isNumberColumn(column)) {
    const middle = median ?? mean
    if (column.role === 'measure' && middle !== null) parts.push(`⌀ ${formatNumber(middle, { kind: 'value' })}`)
    else parts.push(differentText(summary, texts))
  } else if (isTimeColumn(column) && least !== null && most !== null) {
    parts.push(spanText(cellText(least, column, texts.locale), cellText(most, column, texts.locale)))
  } else if (first !== undefined && first.value !== null && first.count > 1 && first.count / filled >= leastShare) {
    parts.push(
      texts.grid.valueShare({ value: cellText(first.value, column, texts.locale), share: share(first.count, filled) }),
    )
  } else parts.push(differentText(summary, texts))
  return parts.join(' · ')
}
