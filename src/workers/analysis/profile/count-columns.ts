/** Exact counts of the values of columns, many columns at a time. */
import type { ConvertedColumn } from '../../../shared/story/table.ts'
import type { TableSource } from '../../source/table-source.ts'
import { batchesOf, columnsAtOnce } from './batches.ts'

export interface Counted {
  readonly filled: number
  readonly unfinite: number
  /** Of columns that are not numeric, and of wide ones. */
  readonly distinct: number
  /** True for integers that a double does not hold exactly. */
  readonly isWide: boolean
  readonly first: string | null
  readonly last: string | null
  readonly meanLength: number | null
  readonly withSpaces: number | null
}

export function isNumeric(column: ConvertedColumn): boolean {
  return column.storage === 'DOUBLE' || column.storage === 'BIGINT'
}

/** Distinct counts hash every value of a column: of a long table, only so many columns at once. */
const columnsPerCount = 8

/** Counts in the order of `columns`; `onPart` hears of each column. */
export async function countColumns(
  source: TableSource,
  relation: string,
  columns: readonly ConvertedColumn[],
  rows: number,
  onPart: () => void,
): Promise<Counted[]> {
  const { dialect } = source
  const counted: Counted[] = []
  for (const batch of batchesOf(columns, columnsAtOnce(rows, columnsPerCount))) {
    const list = batch.flatMap((column, index) => {
      const name = dialect.identifier(column.name)
      const own = [`count(${name}) AS c${index}`]
      // Numbers are counted in memory, where that is several times as fast.
      if (!isNumeric(column)) own.push(`count(DISTINCT ${name}) AS d${index}`)
      if (column.storage === 'BIGINT') own.push(`(${beyondDoubles(name)}) AS w${index}`)
      if (column.storage === 'DOUBLE') own.push(`${dialect.countIf(`NOT ${dialect.isFinite(name)}`)} AS u${index}`)
      if (column.storage === 'VARCHAR') {
        own.push(`avg(length(${name})) AS l${index}`, `${dialect.countIf(dialect.contains(name, ' '))} AS s${index}`)
      }
      if (column.storage === 'DATE' || column.storage === 'TIMESTAMP') {
        const written = column.storage === 'DATE' ? dialect.dayText : dialect.momentText
        own.push(`${written(`min(${name})`)} AS f${index}`, `${written(`max(${name})`)} AS t${index}`)
      }
      return own
    })
    const row = await source.row<Record<string, number | string | boolean | null>>(
      `SELECT ${list.join(', ')} FROM ${relation}`,
    )
    for (const index of batch.keys()) {
      const unfinite = Number(row[`u${index}`] ?? 0)
      counted.push({
        filled: Number(row[`c${index}`] ?? 0) - unfinite,
        unfinite,
        distinct: Number(row[`d${index}`] ?? 0),
        isWide: Boolean(row[`w${index}`]),
        first: (row[`f${index}`] ?? null) as string | null,
        last: (row[`t${index}`] ?? null) as string | null,
        meanLength: (row[`l${index}`] ?? null) as number | null,
        withSpaces: (row[`s${index}`] ?? null) as number | null,
      })
      onPart()
    }
  }
  const wide = [...counted.entries()].flatMap(([index, { isWide }]) => (isWide ? [index] : []))
  const different = await differentWide(source, relation, columns, wide, rows)
  return counted.map((counts, index) => ({ ...counts, distinct: different.get(index) ?? counts.distinct }))
}

/** SQL of whether whole numbers are among the values that a double does not hold exactly. */
function beyondDoubles(name: string): string {
  return `max(${name}) > ${Number.MAX_SAFE_INTEGER} OR min(${name}) < ${Number.MIN_SAFE_INTEGER}`
}

/** By position, the different values of whole numbers that a double does not hold exactly. */
async function differentWide(
  source: TableSource,
  relation: string,
  columns: readonly ConvertedColumn[],
  wide: readonly number[],
  rows: number,
): Promise<Map<number, number>> {
  const { dialect } = source
  const found = new Map<number, number>()
  for (const batch of batchesOf(wide, columnsAtOnce(rows, 1))) {
    const list = batch.map((index) => `count(DISTINCT ${dialect.identifier(columns[index]?.name ?? '')}) AS d${index}`)
    const row = await source.row<Record<string, number>>(`SELECT ${list.join(', ')} FROM ${relation}`)
    for (const index of batch) found.set(index, row[`d${index}`] ?? 0)
  }
  return found
}
