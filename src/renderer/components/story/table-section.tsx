/** A table of the source: its columns with their statistics, how it was read, and its rows. */
import { useState } from 'react'
import { formatNumber, formOfColumn } from '../../../shared/format/numbers.ts'
import { formatPeriodShort } from '../../../shared/format/periods.ts'
import { plural } from '../../../shared/format/words.ts'
import type { ProfiledColumn, ProfiledTable } from '../../../shared/story/table.ts'
import { formatCount } from '../../words/amounts.ts'
import { ColumnShape } from './column-shape.tsx'
import { RowsPreview } from './rows-preview.tsx'
import classes from './table-section.module.css'

interface TableSectionProps {
  readonly storyId: string
  readonly table: ProfiledTable
}

const typeWords: Record<ProfiledColumn['type'], string> = {
  number: 'number',
  integer: 'whole number',
  date: 'date',
  timestamp: 'date and time',
  boolean: 'yes or no',
  category: 'category',
  text: 'text',
  identifier: 'identifier',
}

export function TableSection({ storyId, table }: TableSectionProps) {
  const [rowsShown, setRowsShown] = useState(false)
  const unreadable = table.columns.filter((column) => column.unreadable.count > 0)
  return (
    <div className={classes.table}>
      <h3 className={classes.name}>{table.name}</h3>
      <p className={classes.size}>
        {formatCount(table.rows)} {plural(table.rows, 'row')}, {formatCount(table.columns.length)}{' '}
        {plural(table.columns.length, 'column')}
        {table.droppedRows > 0 && `; ${formatCount(table.droppedRows)} left out, see below`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard. */}
      <section className={classes.frame} tabIndex={0} aria-label={`Columns of ${table.name}`}>
        <table className={classes.columns}>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Holds</th>
              <th scope="col" data-numeric>
                Missing
              </th>
              <th scope="col" data-numeric>
                Distinct
              </th>
              <th scope="col">Shape</th>
              <th scope="col" data-numeric>
                Least
              </th>
              <th scope="col" data-numeric>
                Median
              </th>
              <th scope="col" data-numeric>
                Mean
              </th>
              <th scope="col" data-numeric>
                Most
              </th>
            </tr>
          </thead>
          <tbody>
            {table.columns.map((column) => (
              <ColumnRow key={column.name} column={column} rows={table.rows} />
            ))}
          </tbody>
        </table>
      </section>
      {(table.notes.length > 0 || unreadable.length > 0) && (
        <ul className={classes.notes}>
          {table.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
          {unreadable.map((column) => (
            <li key={column.name}>
              {formatCount(column.unreadable.count)} {plural(column.unreadable.count, 'value')} of {column.name} could
              not be read as {typeWords[column.type]} and {column.unreadable.count === 1 ? 'counts' : 'count'} as
              missing
              {column.unreadable.examples.length > 0 &&
                `: ${column.unreadable.examples.map(({ row, text }) => `“${text}” in row ${formatCount(row)}`).join(', ')}`}
              .
            </li>
          ))}
        </ul>
      )}
      <div data-print="hide">
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={rowsShown}
          onClick={() => setRowsShown((before) => !before)}
        >
          {rowsShown ? 'Hide the rows' : 'Look at the rows'}
        </button>
        {rowsShown && <RowsPreview storyId={storyId} table={table} />}
      </div>
    </div>
  )
}

function ColumnRow({ column, rows }: { readonly column: ProfiledColumn; readonly rows: number }) {
  const { stats } = column
  const missing = rows === 0 ? 0 : column.nulls / rows
  return (
    <tr>
      <th scope="row">
        <span className={classes.columnName}>{column.name}</span>
      </th>
      <td>{typeWords[column.type]}</td>
      <td data-numeric data-quiet={column.nulls === 0 || undefined}>
        {column.nulls === 0 ? 'none' : formatNumber(missing, { kind: 'percent' })}
      </td>
      <td data-numeric>{formatCount(column.distinct)}</td>
      <td>
        <ColumnShape column={column} rows={rows} />
      </td>
      <td data-numeric>{written(stats.min, column)}</td>
      <td data-numeric>{written(stats.median, column)}</td>
      <td data-numeric>{written(stats.mean, column)}</td>
      <td data-numeric>{written(stats.max, column)}</td>
    </tr>
  )
}

/** Identifiers have no middle, and texts no least and most worth a line. */
function written(value: number | string | null | undefined, column: ProfiledColumn): string {
  if (value === null || value === undefined || column.type === 'text' || column.type === 'identifier') return ''
  if (typeof value === 'number') return formatNumber(value, formOfColumn(column.format), { magnitude: 'letters' })
  if (column.type === 'date') return formatPeriodShort(value, 'day')
  if (column.type === 'timestamp') return formatPeriodShort(value, 'minute')
  return ''
}
