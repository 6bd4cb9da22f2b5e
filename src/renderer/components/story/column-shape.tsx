/** The shape of a column at a glance: a box plot of numbers, the shares of the most frequent values of the rest. */
import type { ColumnStats, ProfiledColumn } from '../../../shared/story/table.ts'
import { boxOf, sharesOf } from '../../words/column-shape.ts'
import classes from './column-shape.module.css'

export function ColumnShape({ column, rows }: { readonly column: ProfiledColumn; readonly rows: number }) {
  if (boxOf(column.stats) !== null) return <BoxPlot stats={column.stats} />
  const shares = sharesOf(column, rows)
  if (shares.length === 0) return null
  return (
    <span className={classes.shares} aria-hidden="true">
      {shares.map((share) => (
        <span key={share.value} style={{ width: `${share.share * 100}%` }} title={share.value} />
      ))}
    </span>
  )
}

/** Least and greatest value as the ends of a line, the middle half as a box, the median as a mark; nothing without a spread. */
export function BoxPlot({ stats }: { readonly stats: ColumnStats }) {
  const box = boxOf(stats)
  if (box === null) return null
  return (
    <svg className={classes.box} viewBox="0 0 120 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <line x1={2} x2={118} y1={10} y2={10} />
      <rect x={2 + box.q1 * 116} width={Math.max(1, (box.q3 - box.q1) * 116)} y={4} height={12} rx={1.5} />
      <line className={classes.median} x1={2 + box.median * 116} x2={2 + box.median * 116} y1={2} y2={18} />
    </svg>
  )
}
