/** Counts by two categories: margins, expected counts, and rare categories pooled. */

/** `counts[line][column]`, whole numbers, all lines equally long. */
export type ContingencyTable = readonly ArrayLike<number>[]

export interface Margins {
  readonly lines: Float64Array
  readonly columns: Float64Array
  readonly n: number
}

/** Sums of lines, of columns and of all. O(cells). */
export function marginsOf(table: ContingencyTable): Margins {
  const width = table[0]?.length ?? 0
  const lines = new Float64Array(table.length)
  const columns = new Float64Array(width)
  table.forEach((line, index) => {
    for (let column = 0; column < width; column++) {
      const count = line[column] ?? 0
      lines[index] = (lines[index] ?? 0) + count
      columns[column] = (columns[column] ?? 0) + count
    }
  })
  return { lines, columns, n: lines.reduce((sum, count) => sum + count, 0) }
}

/** The least count that independence would expect in any cell; 0 for an empty table. O(cells). */
export function leastExpectedCount(table: ContingencyTable): number {
  const { lines, columns, n } = marginsOf(table)
  return n > 0 ? (Math.min(...lines) * Math.min(...columns)) / n : 0
}

export interface PooledTable {
  readonly table: readonly Float64Array[]
  /** Old lines (or columns) that each new one is made of; where any were pooled, the last one is their pool. */
  readonly lines: readonly (readonly number[])[]
  readonly columns: readonly (readonly number[])[]
}

/**
 * Pools the rarest categories of the side that has them, one after the other into one "others", until every expected
 * count is `leastExpected` or more, or only two lines and two columns are left: one rare category must not close a
 * whole test. Categories are pooled by their margins alone, never by what their cells say, so the test stays valid.
 * O(categories · cells).
 *
 * Source: Cochran, Biometrics 10 (1954), on pooling; the bound of 1 to 5 is his.
 */
export function poolRareCategories(table: ContingencyTable, leastExpected: number): PooledTable {
  const { lines, columns, n } = marginsOf(table)
  const lineGroups = groupsBySize(lines)
  const columnGroups = groupsBySize(columns)
  const rarest = (groups: readonly Group[]) => groups.reduce((least, { size }) => Math.min(least, size), n)
  while (n > 0 && rarest(lineGroups) * rarest(columnGroups) < leastExpected * n) {
    const lineFirst = rarest(lineGroups) / n <= rarest(columnGroups) / n
    const [first, second] = lineFirst ? [lineGroups, columnGroups] : [columnGroups, lineGroups]
    if (!poolOne(first) && !poolOne(second)) break
  }
  const inOrder = (groups: readonly Group[]) =>
    groups
      .map(({ members }) => [...members].sort((left, right) => left - right))
      .sort((left, right) => Number(left.length > 1) - Number(right.length > 1) || (left[0] ?? 0) - (right[0] ?? 0))
  const newLines = inOrder(lineGroups)
  const newColumns = inOrder(columnGroups)
  const pooled = newLines.map((members) =>
    Float64Array.from(newColumns, (group) =>
      members.reduce((sum, line) => sum + group.reduce((part, column) => part + (table[line]?.[column] ?? 0), 0), 0),
    ),
  )
  return { table: pooled, lines: newLines, columns: newColumns }
}

interface Group {
  size: number
  readonly members: number[]
}

function groupsBySize(sizes: Float64Array): Group[] {
  return Array.from(sizes, (size, index) => ({ size, members: [index] })).sort((left, right) => left.size - right.size)
}

/** Puts the smallest single category into the pool (or makes one of the two smallest); false where only two are left. */
function poolOne(groups: Group[]): boolean {
  if (groups.length <= 2) return false
  const pool = groups.find(({ members }) => members.length > 1) ?? groups[0]
  const next = groups
    .filter((group) => group !== pool)
    .reduce((least, group) => (group.size < least.size ? group : least))
  if (pool === undefined) return false
  pool.size += next.size
  pool.members.push(...next.members)
  groups.splice(groups.indexOf(next), 1)
  return true
}
