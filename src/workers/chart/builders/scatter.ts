/** Two measures as points, at most a readable number of them, with a line where a straight one is honest. */
import { formatNumber } from '../../../shared/format/numbers.ts'
import { capitalise, plural, readableName } from '../../../shared/format/words.ts'
import { quoteIdentifier } from '../../duckdb/database.ts'
import { type BuildChart, columnOf, detailText, evidenceValue } from '../builder.ts'

/** Above this many rows the points are thinned, evenly over the file. */
const mostPoints = 5000
const shownPoints = 2000

export const buildCorrelation: BuildChart = async ({ draft, table, database }) => {
  const [first, second] = [detailText(draft, 'first'), detailText(draft, 'second')]
  const [x, y] = [quoteIdentifier(first), quoteIdentifier(second)]
  const filled = `FROM ${quoteIdentifier(table.name)} WHERE ${x} IS NOT NULL AND ${y} IS NOT NULL AND isfinite(CAST(${x} AS DOUBLE)) AND isfinite(CAST(${y} AS DOUBLE))`
  const { rows: total } = await database.row<{ rows: number }>(`SELECT count(*) AS rows ${filled}`)
  if (total < 3) return null
  const thinned = total > mostPoints
  const step = thinned ? Math.ceil(total / shownPoints) : 1
  const sql = thinned
    ? `SELECT x, y FROM (SELECT ${x} AS x, ${y} AS y, row_number() OVER () AS place ${filled}) WHERE place % ${step} = 1`
    : `SELECT ${x} AS x, ${y} AS y ${filled}`
  const points = await database.rows<{ x: number; y: number }>(sql)
  const straight = await fittedLine(draft, database, filled, x, y)
  const labels = [readableName(first), readableName(second)] as const
  const count = (value: number) => formatNumber(value, { kind: 'count' })
  const shown = thinned
    ? `${count(points.length)} of ${count(total)} rows shown, evenly over the file`
    : `${count(total)} ${plural(total, 'row')}`
  return {
    spec: {
      kind: 'scatter',
      subtitle: `${capitalise(labels[1])} against ${labels[0]}; ${shown}`,
      x: { field: 'x', label: capitalise(labels[0]), type: 'number', format: columnOf(table, first)?.format ?? null },
      y: { field: 'y', label: capitalise(labels[1]), type: 'number', format: columnOf(table, second)?.format ?? null },
      ...(straight === null ? {} : { overlay: { field: 'fitted', label: 'Straight line of least squares' } }),
    },
    columns: ['x', 'y', ...(straight === null ? [] : ['fitted'])],
    rows: points.map((point) => [point.x, point.y, ...(straight === null ? [] : [straight(point.x)])]),
    sql,
    reduced: thinned,
    shows: `Scatter plot of ${labels[1]} against ${labels[0]}${straight === null ? '' : ' with a straight line fitted'}`,
  }
}

/** Least squares on all rows, centred. Only where ranks and the straight line tell the same: else a line would mislead. */
async function fittedLine(
  draft: Parameters<BuildChart>[0]['draft'],
  database: Parameters<BuildChart>[0]['database'],
  filled: string,
  x: string,
  y: string,
): Promise<((at: number) => number) | null> {
  const [rho, pearson] = [evidenceValue(draft, 'rho'), evidenceValue(draft, 'pearson')]
  if (rho === null || pearson === null || draft.details.basis === 'changes') return null
  if (Math.sign(rho) !== Math.sign(pearson) || Math.abs(rho - pearson) > 0.15) return null
  const { mx, my, covariance, variance } = await database.row<
    Record<'mx' | 'my' | 'covariance' | 'variance', number | null>
  >(
    `SELECT avg(${x}) AS mx, avg(${y}) AS my, covar_samp(${y}, ${x}) AS covariance, var_samp(${x}) AS variance ${filled}`,
  )
  if (mx === null || my === null || covariance === null || !variance) return null
  const slope = covariance / variance
  return (at) => my + slope * (at - mx)
}
