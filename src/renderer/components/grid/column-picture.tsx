/** The shape of a column in its header: a histogram, or the shares of its commonest values. */
import type { GridColumn } from '../../../shared/contract/grid.ts'
import classes from './column-picture.module.css'

export function ColumnPicture({ summary, height }: { readonly summary: GridColumn; readonly height: number }) {
  if (summary.bins.length > 0) return <Histogram bins={summary.bins} height={height} />
  const filled = summary.rows - summary.missing
  if (filled === 0 || summary.common.length === 0 || summary.distinct === filled) return null
  return (
    <span className={classes.shares} aria-hidden="true" style={{ height: Math.min(8, height) }}>
      {summary.common.slice(0, 5).map(({ value, count }) => (
        <span key={String(value)} style={{ width: `${(count / filled) * 100}%` }} />
      ))}
    </span>
  )
}

const barWidth = 4
const gap = 1

function Histogram({ bins, height }: { readonly bins: GridColumn['bins']; readonly height: number }) {
  const most = Math.max(1, ...bins.map(({ count }) => count))
  return (
    <svg
      className={classes.bars}
      viewBox={`0 0 ${bins.length * (barWidth + gap)} ${height}`}
      preserveAspectRatio="none"
      height={height}
      aria-hidden="true"
      focusable="false"
    >
      {bins.map(({ from, count }, place) => {
        // What is there is seen, however little it is.
        const size = count === 0 ? 0 : Math.max(1, (count / most) * height)
        return <rect key={from} x={place * (barWidth + gap)} y={height - size} width={barWidth} height={size} />
      })}
    </svg>
  )
}
