/**
 * How many rows of a measure count as independent. Neighbours in time and rows of one key (customer, patient, sensor)
 * resemble each other: a few of them would say as much, and heaps and curves that they make are no news.
 */
import type { Artefacts } from './artefacts.ts'
import type { GroupRow } from './group-row.ts'
import type { ColumnProfile } from './profile/profile.ts'
import type { Measure, TableSchema } from './schema.ts'

/** With fewer levels a column divides the rows into kinds (sexes, species), which may differ as they like. */
const fewestKeys = 10
const mostKeys = 5_000
/** Key columns looked at: each costs a pass over the table. */
const mostKeyColumns = 4
const leastShare = 1e-4

/**
 * Share of the rows that counts, from 0.0001 to 1: (1 − r)/(1 + r) with r the lag-1 autocorrelation in the order of time,
 * or 1 over the design effect of the key whose rows are most alike, whichever is less.
 *
 * Source: Bartlett, J. R. Statist. Soc. 98 (1935); Kish, Survey Sampling (1965).
 */
export async function independentShare(schema: TableSchema, artefacts: Artefacts, measure: Measure): Promise<number> {
  const ordered = await artefacts.ordered()
  const series = ordered?.measures.get(measure.column.name)
  const r = series === undefined ? 0 : Math.min(0.999, Math.max(0, lag1(series)))
  const shares = [(1 - r) / (1 + r)]
  const position = schema.measures.indexOf(measure)
  for (const key of namingColumns(schema)) {
    shares.push(1 / designEffect(await artefacts.groups(key), position))
  }
  return Number(Math.max(leastShare, Math.min(...shares)).toPrecision(6))
}

/** Columns that name things with several rows each. */
function namingColumns({ columns, rows }: TableSchema): readonly ColumnProfile[] {
  return columns
    .filter(
      ({ column }) =>
        (column.role === 'dimension' || column.role === 'identifier') &&
        column.distinct >= fewestKeys &&
        column.distinct <= Math.min(mostKeys, rows / 2),
    )
    .slice(0, mostKeyColumns)
}

/** 1 + (typical size − 1) · ICC, from the groups' sizes, means and variances; 1 where rows of a group are not alike. */
function designEffect(groups: readonly GroupRow[], position: number): number {
  const filled = groups.flatMap(({ summaries }) => {
    const summary = summaries[position]
    return summary === undefined || summary.n === 0 ? [] : [summary]
  })
  const n = filled.reduce((sum, group) => sum + group.n, 0)
  const [within, between] = [n - filled.length, filled.length - 1]
  if (within < 1 || between < 1) return 1
  const mean = filled.reduce((sum, group) => sum + group.n * group.mean, 0) / n
  const squaresBetween = filled.reduce((sum, group) => sum + group.n * (group.mean - mean) ** 2, 0)
  const squaresWithin = filled.reduce((sum, group) => sum + (group.n > 1 ? (group.n - 1) * group.variance : 0), 0)
  const squares = filled.reduce((sum, group) => sum + group.n ** 2, 0)
  if (!(squaresWithin > 0)) return squaresBetween > 0 ? squares / n : 1
  const ratio = squaresBetween / between / (squaresWithin / within)
  const typicalSize = (n - squares / n) / between
  const icc = (ratio - 1) / (ratio - 1 + typicalSize)
  return icc > 0 ? 1 + (squares / n - 1) * icc : 1
}

function lag1(values: Float64Array): number {
  const present = values.filter((value) => !Number.isNaN(value))
  const mean = present.reduce((sum, value) => sum + value, 0) / Math.max(1, present.length)
  let squares = 0
  let neighbours = 0
  let previous = mean
  for (const value of present) {
    squares += (value - mean) ** 2
    neighbours += (value - mean) * (previous - mean)
    previous = value
  }
  return squares > 0 ? neighbours / squares : 0
}
