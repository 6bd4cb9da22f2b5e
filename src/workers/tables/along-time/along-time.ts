/** Tables whose periods stand side by side, told along time: one row a period. The file itself stays as it is. */
import { rename } from 'node:fs/promises'
import path from 'node:path'
import type { ReadingChoice } from '../../../shared/story/reading.ts'
import type { ConvertedColumn, ConvertedTable } from '../../../shared/story/table.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { type Database, quoteIdentifier, quoteText, withDatabase } from '../../runtime/duckdb/database.ts'
import { copyToParquet, rowsIn } from '../columns/write-table.ts'
import { assertConserved } from '../conservation.ts'
import { type AlongTimePlan, couldBeAlongTime, planAlongTime } from './plan.ts'

/** The tables with each that is wide in time made long; their files are in `folder`. */
export async function alongTime(
  tables: readonly ConvertedTable[],
  folder: string,
  context: WorkContext,
): Promise<ConvertedTable[]> {
  if (!tables.some(couldBeAlongTime)) return [...tables]
  return withDatabase(context, { temporaryFolder: folder }, async (database) => {
    const told: ConvertedTable[] = []
    for (const table of tables) {
      const file = path.join(folder, path.basename(table.file))
      const plan = await planAlongTime(database, table, file)
      told.push(plan === null ? table : await unpivoted(database, table, plan, folder))
    }
    return told
  })
}

async function unpivoted(
  database: Database,
  table: ConvertedTable,
  plan: AlongTimePlan,
  folder: string,
): Promise<ConvertedTable> {
  const { grain, periods, labels } = plan
  const wide = path.join(folder, path.basename(table.file))
  const long = `${wide}.tmp`
  const taken = new Set(labels.map(({ name }) => name.toLowerCase()))
  const time = freeName(grain, taken)
  const value = freeName('value', taken)
  const storage = periods.every(({ column }) => column.storage === 'BIGINT') ? 'BIGINT' : 'DOUBLE'
  const isYear = grain === 'year' && periods.every(({ sql }) => /^[0-9]+$/u.test(sql))
  const list = [
    ...labels.map(({ name }) => quoteIdentifier(name)),
    `unnest([${periods.map(({ sql }) => sql).join(', ')}]::${isYear ? 'BIGINT' : 'DATE'}[]) AS ${quoteIdentifier(time)}`,
    `unnest([${periods.map(({ column }) => quoteIdentifier(column.name)).join(', ')}]::${storage}[]) AS ${quoteIdentifier(value)}`,
  ]
  await copyToParquet(database, `SELECT ${list.join(', ')} FROM read_parquet(${quoteText(wide)})`, long)
  const rows = await rowsIn(database, long)
  assertConserved({ read: table.rows * periods.length, rows, header: 0, setAside: 0, refused: 0 }, table.name)
  await rename(long, wide)
  const none = { count: 0, examples: [] }
  const timeColumn: ConvertedColumn = {
    name: time,
    storage: isYear ? 'BIGINT' : 'DATE',
    format: null,
    unreadable: none,
  }
  const note = noteOf(plan, { time, value })
  return {
    ...table,
    rows,
    notes: [note, ...table.notes],
    columns: [...labels, timeColumn, valueColumn(plan, { name: value, storage })],
    ...(table.reading === undefined
      ? {}
      : { reading: { ...table.reading, choices: [...table.reading.choices, choiceOf(plan, note)] } }),
  }
}

function valueColumn(
  { periods }: AlongTimePlan,
  { name, storage }: { readonly name: string; readonly storage: 'BIGINT' | 'DOUBLE' },
): ConvertedColumn {
  const formats = new Set(periods.map(({ column }) => column.format))
  const [format = null] = formats.size === 1 ? formats : []
  const unreadable = {
    count: periods.reduce((sum, { column }) => sum + column.unreadable.count, 0),
    examples: periods.flatMap(({ column }) => column.unreadable.examples).slice(0, 5),
  }
  return { name, storage, format, unreadable }
}

function noteOf(
  { periods, sums, years, grain }: AlongTimePlan,
  names: { readonly time: string; readonly value: string },
): string {
  const first = periods[0]?.column.name ?? ''
  const last = periods.at(-1)?.column.name ?? ''
  const of = years === null ? '' : ` of the years in "${years.name}"`
  const left = sums.map(({ name }) => `"${name}"`).join(', ')
  return (
    `Its ${periods.length} columns "${first}" to "${last}"${of} are ${grain}s side by side and are told along time: ` +
    `"${names.time}" says which, "${names.value}" what stands there.` +
    (left === '' ? '' : ` ${left} follows from them and is not counted again.`)
  )
}

function choiceOf({ grain, periods }: AlongTimePlan, why: string): ReadingChoice {
  return {
    what: 'periods',
    chosen: `${periods.length} ${grain}s below each other`,
    why,
    runnerUp: 'keep-wide',
    told: false,
  }
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}_${number}`
  taken.add(name)
  return name
}
