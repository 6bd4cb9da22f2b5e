/** Tables whose periods stand side by side, told along time: one row a period. The file itself stays as it is. */
import { rename } from 'node:fs/promises'
import path from 'node:path'
import { type Note, note } from '../../../shared/story/note.ts'
import type { ConvertedColumn } from '../../../shared/story/table.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { type Database, quoteIdentifier, quoteText, withDatabase } from '../../runtime/duckdb/database.ts'
import { freeName } from '../columns/names.ts'
import { copyToParquet, rowsIn } from '../columns/write-table.ts'
import { assertConserved } from '../conservation.ts'
import type { NotedChoice, ReadTable } from '../read-table.ts'
import { type AlongTimePlan, couldBeAlongTime, planAlongTime } from './plan.ts'

/** The tables with each that is wide in time made long; their files are in `folder`. */
export async function alongTime(
  tables: readonly ReadTable[],
  folder: string,
  context: WorkContext,
): Promise<ReadTable[]> {
  if (!tables.some(couldBeAlongTime)) return [...tables]
  return withDatabase(context, { temporaryFolder: folder }, async (database) => {
    const told: ReadTable[] = []
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
  table: ReadTable,
  plan: AlongTimePlan,
  folder: string,
): Promise<ReadTable> {
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
  const notes = notesOf(plan, { time, value })
  return {
    ...table,
    rows,
    notes: [...notes, ...table.notes],
    columns: [...labels, timeColumn, valueColumn(plan, { name: value, storage })],
    ...(table.reading === undefined
      ? {}
      : { reading: { ...table.reading, choices: [...table.reading.choices, choiceOf(plan)] } }),
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

function notesOf(
  { periods, sums, years, grain }: AlongTimePlan,
  names: { readonly time: string; readonly value: string },
): Note[] {
  const first = periods[0]?.column.name ?? ''
  const last = periods.at(-1)?.column.name ?? ''
  const given = { count: periods.length, first, last, grain, ...names }
  return [
    years === null ? note('tables.alongTime', given) : note('tables.alongTimeOfYears', { ...given, years: years.name }),
    ...(sums.length === 0
      ? []
      : [note('tables.followsFromThem', { names: sums.map(({ name }) => `"${name}"`).join(', ') })]),
  ]
}

function choiceOf(plan: AlongTimePlan): NotedChoice {
  const { grain, periods } = plan
  return {
    what: 'periods',
    chosen: note('reading.belowEachOther', { count: periods.length, grain }),
    why: note('reading.sideBySide', { grain }),
    runnerUp: 'keep-wide',
    told: false,
  }
}
