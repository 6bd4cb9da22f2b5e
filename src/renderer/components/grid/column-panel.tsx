/** A column in detail: what it holds in the rows shown, its commonest values, its filter, its place in the grid. */
import { Button, ButtonGroup } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { GridColumn, GridView } from '../../../shared/contract/grid.ts'
import { formatNumber } from '../../../shared/format/numbers.ts'
import type { Condition } from '../../../shared/story/condition.ts'
import type { Scalar } from '../../../shared/story/insight.ts'
import { asThisCell } from '../../../shared/story/mark/cell-condition.ts'
import type { ProfiledColumn, ProfiledTable } from '../../../shared/story/table.ts'
import { gridColumnQuery } from '../../queries/grid.ts'
import { useTexts } from '../../stores/language.ts'
import { formatCount } from '../../words/amounts.ts'
import { cellText, differentText, isNumberColumn } from '../../words/grid-cells.ts'
import { columnFilterOf, partsOfColumn, withColumn } from '../../words/grid-filters.ts'
import { FailureNote } from '../failure-note.tsx'
import { ColumnFilterForm } from './column-filter-form.tsx'
import classes from './column-panel.module.css'
import { ColumnPicture } from './column-picture.tsx'
import { ColumnPlacing } from './column-placing.tsx'
import type { GridActions } from './grid-actions.ts'

export interface CellAsked {
  readonly value: Scalar
}

interface ColumnPanelProps {
  readonly storyId: string
  readonly table: ProfiledTable
  readonly column: string
  /** The cell it was asked about from; null where it was its head. */
  readonly cell: CellAsked | null
  readonly view: GridView
  readonly shown: readonly string[]
  readonly widths: Readonly<Record<string, number>>
  /** As the column is drawn, CSS pixels; null where it is hidden. */
  readonly width: number | null
  readonly actions: GridActions
  readonly onClose: () => void
}

export function ColumnPanel(props: ColumnPanelProps) {
  const { storyId, table, column: name, cell, view, actions, onClose } = props
  const texts = useTexts()
  const panel = useRef<HTMLElement>(null)
  const column = table.columns.find((one) => one.name === name)
  useEffect(() => panel.current?.focus({ preventScroll: true }), [])
  const filter = useMemo(
    () => ({ table: view.table, where: view.where, search: view.search }),
    [view.table, view.where, view.search],
  )
  const { data, error } = useQuery(gridColumnQuery(storyId, filter, { column: name, values: 20, holding: '' }))
  if (column === undefined) return null
  const filterBy = (parts: readonly Condition[]): void => actions.filterBy(withColumn(view.where, name, parts))
  return (
    <aside
      ref={panel}
      className={classes.panel}
      tabIndex={-1}
      aria-label={texts.grid.aboutColumn({ column: name })}
      data-testid="column-panel"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onClose()
      }}
    >
      <div className={classes.top}>
        <h2 className={classes.name}>{name}</h2>
        <button type="button" className={classes.close} aria-label={texts.grid.close} onClick={onClose}>
          <IconX size={18} aria-hidden />
        </button>
      </div>
      {column.sourceName !== undefined && (
        <p className={classes.inTheFile}>{texts.grid.inTheFile({ column: column.sourceName })}</p>
      )}
      {cell !== null && <ThisCell cell={cell} column={column} onFilter={(part) => filterBy([part])} />}
      <ColumnPlacing {...props} />
      <ColumnFilterForm
        storyId={storyId}
        column={column}
        filter={{ ...filter, where: withColumn(view.where, name, []) }}
        initial={columnFilterOf(view.where, name)}
        onApply={(chosen) => filterBy(partsOfColumn(name, chosen, isNumberColumn(column)))}
        onClear={() => filterBy([])}
      />
      {error !== null && <FailureNote failure={error.failure} />}
      {data !== undefined && <Facts summary={data} column={column} />}
      {column.unreadable.count > 0 && <Unreadable column={column} />}
    </aside>
  )
}

interface ThisCellProps {
  readonly cell: CellAsked
  readonly column: ProfiledColumn
  readonly onFilter: (part: Condition) => void
}

function ThisCell({ cell: { value }, column, onFilter }: ThisCellProps) {
  const texts = useTexts()
  const part = (negated: boolean): Condition => asThisCell(column.name, value, negated, column.format)
  return (
    <section className={classes.part}>
      <h3>{texts.grid.thisCell}</h3>
      <p className={classes.value} data-testid="cell-value">
        {value === null ? texts.grid.missing : cellText(value, column, texts.locale)}
      </p>
      <ButtonGroup>
        <Button size="xs" variant="default" data-testid="only-this" onClick={() => onFilter(part(false))}>
          {value === null ? texts.grid.onlyMissing : texts.grid.onlyThis}
        </Button>
        <Button size="xs" variant="default" onClick={() => onFilter(part(true))}>
          {texts.grid.exceptThis}
        </Button>
      </ButtonGroup>
    </section>
  )
}

function Facts({ summary, column }: { readonly summary: GridColumn; readonly column: ProfiledColumn }) {
  const texts = useTexts()
  const { rows, missing, distinct, isDistinctExact, least, most, mean, median, bins, common } = summary
  const written = (value: Scalar): string => (value === null ? '' : cellText(value, column, texts.locale))
  const figure = (value: number): string => formatNumber(value, { kind: 'value' })
  const share = (count: number): string => formatNumber(count / rows, { kind: 'percent' })
  const entries: readonly (readonly [string, string])[] = [
    [texts.grid.facts.holds, texts.tables.types[column.type]],
    [texts.grid.facts.rows, formatCount(rows)],
    [texts.grid.facts.missing, missing === 0 ? texts.tables.none : `${formatCount(missing)} (${share(missing)})`],
    [texts.grid.facts.distinct, isDistinctExact ? formatCount(distinct) : differentText(summary, texts)],
    ...(least === null ? [] : [[texts.grid.facts.least, written(least)] as const]),
    ...(median === null ? [] : [[texts.grid.facts.median, figure(median)] as const]),
    ...(mean === null ? [] : [[texts.grid.facts.mean, figure(mean)] as const]),
    ...(most === null ? [] : [[texts.grid.facts.most, written(most)] as const]),
  ]
  return (
    <>
      {bins.length > 0 && (
        <section className={classes.part}>
          <h3>{texts.grid.shape}</h3>
          <ColumnPicture summary={summary} height={72} />
          <p className={classes.hint}>{texts.grid.shapeFrom({ least: written(least), most: written(most) })}</p>
        </section>
      )}
      <dl className={classes.facts}>
        {entries.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {rows > 0 && (
        <section className={classes.part}>
          <h3>{texts.grid.common}</h3>
          {common.length === 0 || common[0]?.count === 1 ? (
            <p className={classes.hint}>{missing === rows ? texts.grid.noValue : texts.grid.allDifferent}</p>
          ) : (
            <ol className={classes.common}>
              {common.map(({ value, count }) => (
                <li key={String(value)}>
                  <span>{written(value)}</span>
                  <span className={classes.count}>
                    {formatCount(count)} · {share(count)}
                  </span>
                  <span className={classes.bar} style={{ width: `${(count / rows) * 100}%` }} aria-hidden="true" />
                </li>
              ))}
            </ol>
          )}
        </section>
      )}
    </>
  )
}

function Unreadable({ column: { unreadable } }: { readonly column: ProfiledColumn }) {
  const texts = useTexts()
  return (
    <section className={classes.part}>
      <h3>{texts.grid.unreadable}</h3>
      <p className={classes.hint}>{texts.grid.unreadableIs({ count: unreadable.count })}</p>
      <ul className={classes.examples}>
        {unreadable.examples.map(({ row, text }) => (
          <li key={row}>{texts.tables.example({ text, row })}</li>
        ))}
      </ul>
    </section>
  )
}
