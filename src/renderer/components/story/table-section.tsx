/** A table of the source: its columns with their statistics, how it was read, and its rows. */
import { useState } from 'react'
import { formatNumber, formOfColumn } from '../../../shared/format/numbers.ts'
import { formatPeriodShort, grainOfColumn, namingOfColumn } from '../../../shared/format/periods.ts'
import type { ProfiledColumn, ProfiledTable } from '../../../shared/story/table.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import { wholeTable } from '../../routes/route.ts'
import { useTexts } from '../../stores/language.ts'
import { formatCount } from '../../words/amounts.ts'
import { Link } from '../link.tsx'
import { ColumnShape } from './column-shape.tsx'
import { ColumnsPager, columnsInView } from './columns-pager.tsx'
import { RowsPreview } from './rows-preview.tsx'
import classes from './table-section.module.css'

/** Beyond, nobody reads them; the story's file has all. */
const mostNotes = 40

interface TableSectionProps {
  readonly storyId: string
  readonly table: ProfiledTable
}

export function TableSection({ storyId, table }: TableSectionProps) {
  const texts = useTexts()
  const [rowsShown, setRowsShown] = useState(false)
  const [firstColumn, setFirstColumn] = useState(0)
  const unreadable = table.columns.filter((column) => column.unreadable.count > 0)
  const notes = [...table.notes, ...unreadable.map((column) => describeUnreadable(column, texts))]
  return (
    <div className={classes.table}>
      <h3 className={classes.name}>{table.name}</h3>
      <p className={classes.size}>
        {texts.tables.size({
          rows: table.rows,
          columns: table.columns.length,
          dropped: table.droppedRows,
        })}
      </p>
      <ColumnsPager start={firstColumn} total={table.columns.length} onStart={setFirstColumn} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard. */}
      <section className={classes.frame} tabIndex={0} aria-label={texts.tables.columnsOf({ table: table.name })}>
        <table className={classes.columns}>
          <thead>
            <tr>
              <th scope="col">{texts.tables.column}</th>
              <th scope="col">{texts.tables.holds}</th>
              <th scope="col" data-numeric>
                {texts.tables.missing}
              </th>
              <th scope="col" data-numeric>
                {texts.tables.distinct}
              </th>
              <th scope="col">{texts.tables.shape}</th>
              <th scope="col" data-numeric>
                {texts.tables.least}
              </th>
              <th scope="col" data-numeric>
                {texts.tables.median}
              </th>
              <th scope="col" data-numeric>
                {texts.tables.mean}
              </th>
              <th scope="col" data-numeric>
                {texts.tables.most}
              </th>
            </tr>
          </thead>
          <tbody>
            {table.columns.slice(firstColumn, firstColumn + columnsInView).map((column) => (
              <ColumnRow key={column.name} column={column} rows={table.rows} />
            ))}
          </tbody>
        </table>
      </section>
      {notes.length > 0 && (
        <ul className={classes.notes}>
          {notes.slice(0, mostNotes).map((note) => (
            <li key={note}>{note}</li>
          ))}
          {notes.length > mostNotes && <li>{texts.tables.moreNotes({ count: notes.length - mostNotes })}</li>}
        </ul>
      )}
      <div data-print="hide">
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={rowsShown}
          onClick={() => setRowsShown((before) => !before)}
        >
          {rowsShown ? texts.tables.hideTheRows : texts.tables.lookAtTheRows}
        </button>{' '}
        <Link to={wholeTable(storyId, table.name)} className={classes.toggle}>
          {texts.grid.openTheTable}
        </Link>
        {rowsShown && <RowsPreview storyId={storyId} table={table} />}
      </div>
    </div>
  )
}

function ColumnRow({ column, rows }: { readonly column: ProfiledColumn; readonly rows: number }) {
  const texts = useTexts()
  const { stats } = column
  const missing = rows === 0 ? 0 : column.nulls / rows
  return (
    <tr>
      <th scope="row">
        <span className={classes.columnName}>{column.name}</span>
      </th>
      <td>{texts.tables.types[column.type]}</td>
      <td data-numeric data-quiet={column.nulls === 0 || undefined}>
        {column.nulls === 0 ? texts.tables.none : formatNumber(missing, { kind: 'percent' })}
      </td>
      <td data-numeric>{formatCount(column.distinct)}</td>
      <td>
        <ColumnShape column={column} rows={rows} />
      </td>
      <td data-numeric>{written(stats.min, column)}</td>
      <td data-numeric>{written(stats.median, column)}</td>
      <td data-numeric>{column.role === 'measure' ? written(stats.mean, column) : ''}</td>
      <td data-numeric>{written(stats.max, column)}</td>
    </tr>
  )
}

function describeUnreadable({ name, type, unreadable }: ProfiledColumn, texts: Texts): string {
  const counted = { count: unreadable.count, column: name, type: texts.tables.types[type] }
  const examples = unreadable.examples.map(({ row, text }) => texts.tables.example({ row, text })).join(', ')
  return examples === '' ? texts.tables.unreadable(counted) : texts.tables.unreadableSuch({ ...counted, examples })
}

/** Identifiers have no middle, and texts no least and most worth a line. */
function written(value: number | string | null | undefined, column: ProfiledColumn): string {
  if (value === null || value === undefined || column.type === 'text' || column.type === 'identifier') return ''
  // Years and codes are names: none is rounded, and there is no mean of them.
  if (typeof value === 'number' && (column.role === 'time' || column.role === 'dimension')) return String(value)
  if (typeof value === 'number') return formatNumber(value, formOfColumn(column.format), { magnitude: 'letters' })
  if (column.type === 'date') {
    return formatPeriodShort(value, grainOfColumn(column.format) ?? 'day', namingOfColumn(column.format))
  }
  if (column.type === 'timestamp') return formatPeriodShort(value, 'minute')
  return ''
}
