/**
 * Groups of several dimensions from one pass over the rows: each combination of their groups is a cell with the rows,
 * means and variances of all measures, and the groups of each dimension are its cells added up.
 */
import type { TableSource } from '../source/table-source.ts'
import { categorySql } from './category-sql.ts'
import type { GroupRow } from './group-row.ts'
import type { ColumnProfile } from './profile/profile.ts'
import type { TableSchema } from './schema.ts'

/** So many cells with their sums stay in the processor's cache. */
const mostCells = 4_000
/** Fewer rows a cell, and adding up the cells costs more than passes over the rows. */
const leastRowsPerCell = 16

/** Dimensions that are counted together, each in one set; those of the fewest groups first. */
export function cellsOfDimensions({ dimensions, rows }: TableSchema): ColumnProfile[][] {
  const most = Math.min(mostCells, rows / leastRowsPerCell)
  const sets: { readonly members: ColumnProfile[]; cells: number }[] = []
  for (const dimension of dimensions.toSorted((left, right) => groupsOf(left) - groupsOf(right))) {
    const groups = groupsOf(dimension)
    const set = sets.find(({ cells }) => cells * groups <= most)
    if (set === undefined) sets.push({ members: [dimension], cells: groups })
    else {
      set.members.push(dimension)
      set.cells *= groups
    }
  }
  return sets.map(({ members }) => members)
}

/** With one for the rows without a group. */
function groupsOf({ column }: ColumnProfile): number {
  return column.distinct + 1
}

/** Groups by name of the dimension, the largest first, those of equal size by name; rows without a group are left out. */
export async function groupsFromCells(
  source: TableSource,
  { dialect, measures, relation, rows }: TableSchema,
  dimensions: readonly ColumnProfile[],
): Promise<Map<string, GroupRow[]>> {
  const keys = dimensions.map(({ sql }, index) => `${sql} AS d${index}`)
  const sums = measures.flatMap(({ sql, filled }, index) => [
    // Where no value is missing, there are as many as rows.
    ...(filled === rows ? [] : [{ value: `count(${sql})`, name: `n${index}` }]),
    { value: dialect.mean(sql), name: `m${index}` },
    { value: `var_samp(${sql})`, name: `v${index}` },
  ])
  const texts = dimensions.map(({ column }, index) => `${categorySql(dialect, column, `d${index}`)} AS g${index}`)
  const inner = `SELECT ${[...keys, 'count(*) AS "rows"', ...sums.map(({ value, name }) => `${value} AS ${name}`)].join(', ')} FROM ${relation} GROUP BY ${dimensions.map((_, index) => index + 1).join(', ')}`
  // In a fixed order, so that sums come out the same every time.
  const order = dimensions.map((_, index) => `d${index}`).join(', ')
  const columns = await source.columns(
    `SELECT ${[...texts, '"rows"', ...sums.map(({ name }) => name)].join(', ')} FROM (${inner}) ORDER BY ${order}`,
  )
  const sizes = numbersIn(columns.rows)
  const cells = measures.map((_, index) => ({
    n: columns[`n${index}`] === undefined ? sizes : numbersIn(columns[`n${index}`]),
    means: numbersIn(columns[`m${index}`]),
    variances: numbersIn(columns[`v${index}`]),
  }))
  return new Map(
    dimensions.map(({ column }, index) => [column.name, groupsIn(columns[`g${index}`] ?? [], sizes, cells)]),
  )
}

interface Cells {
  readonly n: Float64Array
  readonly means: Float64Array
  readonly variances: Float64Array
}

function numbersIn(values: readonly unknown[] = []): Float64Array {
  return Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN))
}

function groupsIn(names: readonly unknown[], sizes: Float64Array, cells: readonly Cells[]): GroupRow[] {
  const placeOf = new Map<string, number>()
  const places = Int32Array.from(names, (name) => {
    if (name === null) return -1
    const text = String(name)
    const place = placeOf.get(text) ?? placeOf.size
    placeOf.set(text, place)
    return place
  })
  const rows = new Float64Array(placeOf.size)
  for (const [cell, place] of places.entries()) if (place >= 0) rows[place] = (rows[place] ?? 0) + (sizes[cell] ?? 0)
  const summaries = cells.map((measure) => addedUp(measure, places, placeOf.size))
  return [...placeOf]
    .map(([group, place]) => ({
      group,
      rows: rows[place] ?? 0,
      summaries: summaries.map((summary) => ({
        n: summary.n[place] ?? 0,
        mean: summary.means[place] ?? Number.NaN,
        variance: summary.variances[place] ?? Number.NaN,
      })),
    }))
    .sort((left, right) => right.rows - left.rows || (left.group < right.group ? -1 : 1))
}

/**
 * Means and sample variances of several cells together; NaN of no value, and of one.
 *
 * Source: Chan, Golub & LeVeque (1983).
 */
function addedUp({ n, means, variances }: Cells, places: Int32Array, count: number): Cells {
  const all = { n: new Float64Array(count), means: new Float64Array(count), variances: new Float64Array(count) }
  const squares = new Float64Array(count)
  for (let cell = 0; cell < places.length; cell++) {
    const place = places[cell] ?? -1
    const size = n[cell] ?? 0
    if (place < 0 || !(size > 0)) continue
    const before = all.n[place] ?? 0
    const off = (means[cell] ?? 0) - (all.means[place] ?? 0)
    const together = before + size
    const own = size > 1 ? (variances[cell] ?? 0) * (size - 1) : 0
    all.n[place] = together
    all.means[place] = (all.means[place] ?? 0) + (off * size) / together
    squares[place] = (squares[place] ?? 0) + own + (off * off * before * size) / together
  }
  for (let place = 0; place < count; place++) {
    const size = all.n[place] ?? 0
    if (size === 0) all.means[place] = Number.NaN
    all.variances[place] = size > 1 ? (squares[place] ?? 0) / (size - 1) : Number.NaN
  }
  return all
}
