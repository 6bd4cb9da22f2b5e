/** The total below a table too long to hold: told by its label, proved by a query, and taken out of the table again. */
import { rename } from 'node:fs/promises'
import type { ConvertedColumn } from '../../../shared/story/table.ts'
import { type Database, quoteIdentifier, quoteText } from '../../runtime/duckdb/database.ts'
import { copyToParquet, rowsIn, type TypedTable } from '../columns/write-table.ts'
import { assertConserved } from '../conservation.ts'
import type { Aside } from './find-asides.ts'
import { decimalPlaces, matches, Tally } from './ledger.ts'
import { namesSum } from './words.ts'

export interface WithoutFoot {
  readonly written: TypedTable
  readonly asides: readonly Aside[]
}

/** `file` holds the table that was written; `last` is its last record as it stands, empty where it is not known. */
export async function withoutFoot(
  database: Database,
  file: string,
  written: TypedTable,
  last: readonly string[],
): Promise<WithoutFoot> {
  const kept = { written, asides: [] }
  const place = written.rows - 1
  if (place < 3 || !last.some(namesSum)) return kept
  const measures = written.columns.filter(({ storage }) => storage === 'DOUBLE' || storage === 'BIGINT')
  if (measures.length === 0 || !(await isSumOfRest(database, file, measures, place))) return kept
  const rest = `${file}.rest`
  const columns = written.columns.map(({ name }) => quoteIdentifier(name)).join(', ')
  await copyToParquet(database, `SELECT ${columns} FROM ${numbered(file)} WHERE file_row_number < ${place}`, rest)
  assertConserved(
    { read: written.rows, rows: await rowsIn(database, rest), header: 0, setAside: 1, refused: 0 },
    'without its total',
  )
  await rename(rest, file)
  const text = last.filter((cell) => cell.trim() !== '').join(', ')
  return {
    written: {
      ...written,
      rows: place,
      columns: written.columns.map((column, at) => without(column, last[at] ?? '', place)),
    },
    asides: [{ row: place, kind: 'sum', text }],
  }
}

function numbered(file: string): string {
  return `read_parquet(${quoteText(file)}, file_row_number = true)`
}

async function isSumOfRest(
  database: Database,
  file: string,
  measures: readonly ConvertedColumn[],
  place: number,
): Promise<boolean> {
  const list = measures.flatMap(({ name }, index) => {
    const value = `CAST(${quoteIdentifier(name)} AS DOUBLE)`
    const above = `FILTER (WHERE file_row_number < ${place})`
    return [
      `sum(${value}) ${above} AS s${index}`,
      `sum(abs(${value})) ${above} AS a${index}`,
      `count(${value}) ${above} AS c${index}`,
      `max(${value}) FILTER (WHERE file_row_number = ${place}) AS v${index}`,
    ]
  })
  const row = await database.row<Record<string, unknown>>(`SELECT ${list.join(', ')} FROM ${numbered(file)}`)
  const read = (name: string): number | null => (row[name] === null ? null : Number(row[name]))
  const set = new Tally(measures.length)
  for (const index of measures.keys()) {
    set.sums[index] = read(`s${index}`) ?? 0
    set.sizes[index] = read(`a${index}`) ?? 0
    set.counts[index] = read(`c${index}`) ?? 0
  }
  const numbers = measures.map((_, index) => read(`v${index}`))
  const { sums, means, others } = matches(numbers, set, decimalPlaces([{ texts: [], numbers }]))
  return sums > 0 && sums + means >= others
}

/** The label of the total may have been counted as unreadable, among dates for one. */
function without(column: ConvertedColumn, label: string, place: number): ConvertedColumn {
  const { count, examples } = column.unreadable
  if (count === 0 || !namesSum(label)) return column
  return { ...column, unreadable: { count: count - 1, examples: examples.filter(({ row }) => row !== place + 1) } }
}
