/** The data view of one table: bar, filters, grid, what is selected, and the panel of a column beside it. */
import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type Dispatch, type SetStateAction, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { GridFilter, GridView } from '../../../shared/contract/grid.ts'
import type { Condition } from '../../../shared/story/condition.ts'
import { ConditionError, parseCondition } from '../../../shared/story/parse-condition.ts'
import type { Story } from '../../../shared/story/story.ts'
import type { ProfiledTable } from '../../../shared/story/table.ts'
import type { GridRange } from '../../queries/grid.ts'
import { currentRoute } from '../../routes/navigation.ts'
import { type DataRoute, hrefOf } from '../../routes/route.ts'
import { copyCells } from '../../stores/grid-take.ts'
import { useTexts } from '../../stores/language.ts'
import { formatCount } from '../../words/amounts.ts'
import { type GridSelected, rectangleOf, startPlace } from '../../words/grid-selection.ts'
import { EmptyNote } from '../empty-note.tsx'
import { FailureNote } from '../failure-note.tsx'
import { type CellAsked, ColumnPanel } from './column-panel.tsx'
import { columnsInSight, DataGrid } from './data-grid.tsx'
import classes from './data-workbench.module.css'
import { ExportMenu } from './export-menu.tsx'
import { FilterBar } from './filter-bar.tsx'
import { gridActions, movedBefore } from './grid-actions.ts'
import { rowHeight } from './grid-row.tsx'
import { GridToolbar } from './grid-toolbar.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { useGridColumns } from './use-grid-columns.ts'
import { useGridScroll } from './use-grid-scroll.ts'
import { useRowWindows } from './use-row-windows.ts'

interface DataWorkbenchProps {
  readonly story: Story
  readonly table: ProfiledTable
  readonly route: DataRoute
}

/** The address remembers the row so long after the last scroll, ms. */
const rememberMs = 300

export function DataWorkbench({ story, table, route }: DataWorkbenchProps) {
  const texts = useTexts()
  const narrow = useMediaQuery('(max-width: 620px)') ?? false
  const names = useMemo(() => table.columns.map(({ name }) => name), [table])
  const actions = useMemo(() => gridActions(route, names), [route, names])
  const { condition, wrong } = useMemo(() => readFilter(route.filter, names), [route.filter, names])
  const { filter, view } = useView(table.name, condition, route, names)
  const columns = useGridColumns({
    table,
    shown: route.columns,
    widths: route.widths,
    narrow,
    onWidths: actions.setWidths,
  })
  const shown = useMemo(() => columns.places.map(({ column }) => column.name), [columns])
  const [filterShown, setFilterShown] = useState(wrong !== null)

  const frame = useRef<HTMLDivElement>(null)
  const [knownTotal, setKnownTotal] = useState<{ readonly view: GridView; readonly total: number } | null>(null)
  const isWhole = condition === null && view.search === ''
  const total = knownTotal?.view === view ? knownTotal.total : isWhole ? table.rows : null
  const scroll = useGridScroll(frame, (total ?? 0) * rowHeight, { of: view, top: (route.row - 1) * rowHeight })
  const numberWidth = (narrow ? 14 : 26) + 7 * formatCount(table.rows).length
  const [firstColumn, lastColumn] = columnsInSight(columns, scroll.left, scroll.viewWidth - numberWidth)
  const firstRow = Math.floor(scroll.top / rowHeight)
  const windows = useRowWindows(story.id, view, names, {
    firstRow,
    lastRow: firstRow + Math.ceil(scroll.viewHeight / rowHeight),
    columns: [shown[0] ?? '', ...shown.slice(firstColumn, lastColumn + 1)],
  })
  if (windows.total !== null && windows.total !== total) setKnownTotal({ view, total: windows.total })

  const [selected, setSelected] = useState<GridSelected>(startPlace)
  const [about, setAbout] = useState<AboutColumn | null>(null)
  const range = rangeOf(selected, shown)
  useRemembered(route, total === null ? null : firstRow)
  useStartOver(view, route.row - 1, setSelected)

  const close = useCallback(() => {
    setAbout(null)
    frame.current?.focus({ preventScroll: true })
  }, [])
  const copy = (header: boolean): void => {
    if (range !== null) void copyCells({ storyId: story.id, view, range, header })
  }
  return (
    <div className={classes.workbench} data-testid="data-view">
      <GridToolbar
        story={story}
        table={table}
        route={route}
        actions={actions}
        filterShown={filterShown}
        onFilterShown={setFilterShown}
      >
        <ExportMenu storyId={story.id} view={view} columns={shown} />
      </GridToolbar>
      <FilterBar
        condition={condition}
        text={route.filter}
        search={route.search}
        columns={names}
        asText={filterShown}
        onFilter={actions.filterBy}
        onSearch={actions.searchFor}
        onAll={actions.showAllRows}
      />
      {wrong !== null ? (
        <div className={classes.note} role="alert">
          <EmptyNote title={texts.grid.notUnderstood({ why: wrong })} text={route.filter}>
            <Button onClick={actions.showAllRows}>{texts.grid.showAllRows}</Button>
          </EmptyNote>
        </div>
      ) : (
        <div className={classes.middle}>
          <div className={classes.main}>
            <DataGrid
              frame={frame}
              label={texts.grid.rowsOf({ table: table.name })}
              storyId={story.id}
              filter={filter}
              sort={view.sort}
              columns={columns}
              total={total ?? 0}
              scroll={scroll}
              windows={windows}
              numberWidth={numberWidth}
              selected={selected}
              onSelect={setSelected}
              onSort={actions.sortBy}
              onAbout={(column) => setAbout({ column, cell: null })}
              onMove={(column, before) => actions.showColumns(movedBefore(shown, column, before))}
              onEnter={({ row, column }) => {
                const name = shown[column]
                if (name === undefined) return
                const value = row < 0 ? undefined : windows.cellAt(row, name)
                setAbout({ column: name, cell: value === undefined ? null : { value } })
              }}
              onCopy={() => copy(false)}
            />
            {windows.failure !== null && (
              <div className={classes.over}>
                <FailureNote failure={windows.failure}>
                  <Button onClick={actions.showAllRows}>{texts.grid.showAllRows}</Button>
                </FailureNote>
              </div>
            )}
            {windows.failure === null && total === 0 && (
              <div className={classes.over} data-testid="grid-no-rows">
                {isWhole ? (
                  <EmptyNote title={texts.grid.emptyTable} text="" />
                ) : (
                  <EmptyNote title={texts.grid.none} text={texts.grid.noneHint({ total: table.rows })}>
                    <Button onClick={actions.showAllRows}>{texts.grid.showAllRows}</Button>
                  </EmptyNote>
                )}
              </div>
            )}
          </div>
          {about !== null && (
            <ColumnPanel
              key={about.column}
              storyId={story.id}
              table={table}
              column={about.column}
              cell={about.cell}
              view={view}
              shown={shown}
              widths={route.widths}
              width={columns.places.find(({ column }) => column.name === about.column)?.width ?? null}
              actions={actions}
              onClose={close}
            />
          )}
        </div>
      )}
      <SelectionBar
        storyId={story.id}
        view={view}
        total={total}
        tableRows={table.rows}
        range={range !== null && range.rows * range.columns.length > 1 ? range : null}
        onCopy={copy}
      />
    </div>
  )
}

interface AboutColumn {
  readonly column: string
  /** Null where the column was asked about by its head. */
  readonly cell: CellAsked | null
}

function readFilter(
  text: string,
  names: readonly string[],
): { readonly condition: Condition | null; readonly wrong: string | null } {
  if (text.trim() === '') return { condition: null, wrong: null }
  try {
    return { condition: parseCondition(text, names), wrong: null }
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error
    return { condition: null, wrong: error.message }
  }
}

/** The same objects as long as the same rows are meant, and these in the same order. */
function useView(
  table: string,
  condition: Condition | null,
  route: DataRoute,
  names: readonly string[],
): { readonly filter: GridFilter; readonly view: GridView } {
  const sort = JSON.stringify(route.sort.filter(({ column }) => names.includes(column)).slice(0, 8))
  const filter = useMemo(
    () => ({ table, where: condition, search: route.search.slice(0, 200) }),
    [table, condition, route.search],
  )
  const view = useMemo(() => ({ ...filter, sort: JSON.parse(sort) as GridView['sort'] }), [filter, sort])
  return { filter, view }
}

function rangeOf(selected: GridSelected, shown: readonly string[]): GridRange | null {
  const rectangle = rectangleOf(selected)
  if (rectangle === null) return null
  return {
    columns: shown.slice(rectangle.firstColumn, rectangle.lastColumn + 1),
    offset: rectangle.firstRow,
    rows: rectangle.lastRow - rectangle.firstRow + 1,
  }
}

/**
 * Keeps the first row in sight in the address, without a step in the history and without drawing anything again. Null
 * while it is not known how many rows there are: what is in sight is not yet what the address names.
 */
function useRemembered(route: DataRoute, firstRow: number | null): void {
  useEffect(() => {
    if (firstRow === null) return
    const timer = setTimeout(() => {
      // Another address may have been followed already, and is about to be drawn: it stays.
      if (isAtAnyRowOf(route)) window.history.replaceState(null, '', hrefOf({ ...route, row: firstRow + 1 }))
    }, rememberMs)
    return () => clearTimeout(timer)
  }, [route, firstRow])
}

function isAtAnyRowOf(route: DataRoute): boolean {
  const here = currentRoute()
  return here.screen === 'data' && hrefOf({ ...here, row: 1 }) === hrefOf({ ...route, row: 1 })
}

/** Other rows begin with nothing selected but the one their address names; in another order the column stays. */
function useStartOver(view: GridView, row: number, select: Dispatch<SetStateAction<GridSelected>>): void {
  const before = useRef(view)
  useEffect(() => {
    const { current } = before
    if (current === view) return
    before.current = view
    const isSameRows = current.table === view.table && current.where === view.where && current.search === view.search
    select(({ focus }) => {
      const place = { row, column: isSameRows ? focus.column : 0 }
      return { anchor: place, focus: place }
    })
  }, [view, row, select])
}
