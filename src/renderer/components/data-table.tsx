/** Rows and columns of any query, scrolled inside their own frame. */
import type { Scalar } from '../../shared/story/insight.ts'
import { currentTexts, useTexts } from '../stores/language.ts'
import { formatExact } from '../words/amounts.ts'
import classes from './data-table.module.css'

interface DataTableProps {
  readonly label: string
  readonly columns: readonly { readonly name: string; readonly label?: string }[]
  readonly rows: readonly (readonly Scalar[])[]
  /** How a value is written; without it, as it is stored. */
  readonly write?: (value: Scalar, column: string) => string
  /** Number of the first row, for a column of row numbers. */
  readonly firstRow?: number
  /** Numbers of the rows one by one, where they do not follow each other. */
  readonly numbers?: readonly number[]
  /** A column to bring out: the one a stated number stands in. */
  readonly accent?: string | undefined
  readonly maxHeight?: number
}

export function DataTable({
  label,
  columns,
  rows,
  write = writeStored,
  firstRow,
  numbers,
  accent,
  maxHeight,
}: DataTableProps) {
  const texts = useTexts()
  const isNumbered = firstRow !== undefined || numbers !== undefined
  const numeric = columns.map((_, index) => rows.some((row) => typeof row[index] === 'number'))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard.
    <section className={classes.frame} aria-label={label} tabIndex={0} style={{ maxHeight: maxHeight ?? 380 }}>
      <table className={classes.table}>
        <thead>
          <tr>
            {isNumbered && (
              <th scope="col" className={classes.rowNumber}>
                <span className="visually-hidden">{texts.dataTable.row}</span>
              </th>
            )}
            {columns.map((column, index) => (
              <th
                key={column.name}
                scope="col"
                data-numeric={numeric[index] || undefined}
                data-accent={column.name === accent || undefined}
              >
                {column.label ?? column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            // Rows of a query have no identity but their place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above.
            <tr key={place}>
              {isNumbered && <td className={classes.rowNumber}>{numbers?.[place] ?? (firstRow ?? 1) + place}</td>}
              {columns.map((column, index) => {
                const value = row[index] ?? null
                return (
                  <td
                    key={column.name}
                    data-numeric={numeric[index] || undefined}
                    data-accent={column.name === accent || undefined}
                    data-empty={value === null || undefined}
                  >
                    {value === null ? texts.dataTable.empty : write(value, column.name)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function writeStored(value: Scalar): string {
  const texts = currentTexts()
  if (typeof value === 'number') return formatExact(value)
  if (typeof value === 'boolean') return value ? texts.dataTable.true : texts.dataTable.false
  return value ?? ''
}
