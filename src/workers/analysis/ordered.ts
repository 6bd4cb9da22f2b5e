/** Categories in the order a person gave them. */
import { StoryglassError } from '../../shared/failure/failure.ts'
import { formatList } from '../../shared/format/words.ts'
import type { Focus } from '../../shared/story/focus.ts'
import { note, withNotes } from '../../shared/story/note.ts'
import type { ConvertedColumn, ConvertedTable } from '../../shared/story/table.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import { readableSql } from '../source/condition-sql.ts'
import type { TableSource } from '../source/table-source.ts'

/** Named in a message; of a column of amounts there may be millions. */
const mostNamed = 20

export interface Orders {
  readonly orders: NonNullable<Focus['orders']>
  /** Told of another source of the same shape: a category that this one lacks is no mistake as long as one is there. */
  readonly ofAnother: boolean
}

/** The tables must be open as they are given. Throws `order_impossible` for a category that no table has. */
export async function withOrders(
  source: TableSource,
  tables: readonly ConvertedTable[],
  { orders, ofAnother }: Orders,
  texts: Texts,
): Promise<readonly ConvertedTable[]> {
  const told = new Map<string, readonly string[]>()
  for (const [name, wanted] of Object.entries(orders)) {
    const order = [...new Set(wanted)]
    const there = new Set<string>()
    for (const table of tables) {
      const column = table.columns.find((one) => one.name === name)
      if (column === undefined) continue
      for (const category of await categoriesOf(source, table, column, order)) there.add(category)
    }
    const absent = order.filter((category) => !there.has(category))
    if (absent.length > 0 && (!ofAnother || there.size === 0)) {
      throw new StoryglassError('order_impossible', await missingFrom(source, tables, name, absent))
    }
    told.set(
      name,
      order.filter((category) => there.has(category)),
    )
  }
  return tables.map((table) => inOrders(table, told, texts))
}

function inOrders(table: ConvertedTable, told: ReadonlyMap<string, readonly string[]>, texts: Texts): ConvertedTable {
  const columns = table.columns.map((column): ConvertedColumn => {
    const order = told.get(column.name)
    return order === undefined ? column : { ...column, order: [...order] }
  })
  const notes = columns.flatMap(({ name, order }) =>
    order === undefined
      ? []
      : [note('asked.ordered', { name, order: formatList(order.slice(0, mostNamed).map(quoted)) })],
  )
  return notes.length === 0 ? table : withNotes(texts, { ...table, columns }, notes)
}

/** Those of `wanted` that the column has. */
async function categoriesOf(
  source: TableSource,
  table: ConvertedTable,
  column: ConvertedColumn,
  wanted: readonly string[],
): Promise<readonly string[]> {
  const { dialect } = source
  const value = readableSql(dialect, column, dialect.identifier(column.name))
  const list = wanted.map((category) => dialect.text(category)).join(', ')
  const { category = [] } = await source.columns(
    `SELECT DISTINCT ${value} AS category FROM ${source.relation(table.name)} WHERE ${value} IN (${list})`,
  )
  return category.map(String)
}

async function missingFrom(
  source: TableSource,
  tables: readonly ConvertedTable[],
  name: string,
  absent: readonly string[],
): Promise<string> {
  const { dialect } = source
  const there: string[] = []
  for (const table of tables) {
    const column = table.columns.find((one) => one.name === name)
    if (column === undefined) continue
    const value = readableSql(dialect, column, dialect.identifier(name))
    const { category = [] } = await source.columns(
      `SELECT ${value} AS category FROM ${source.relation(table.name)} WHERE ${value} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${mostNamed}`,
    )
    there.push(...category.map(String))
  }
  const named = (all: readonly string[]): string => formatList([...new Set(all)].slice(0, mostNamed).map(quoted))
  return `“${name}” has no ${named(absent)}; it has ${named(there)}`
}

function quoted(text: string): string {
  return `“${text}”`
}
