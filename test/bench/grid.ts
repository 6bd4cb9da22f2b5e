/**
 * Figures of the data view, each beside its aim, over generated tables of 20 columns: first rows, a window in the middle,
 * sorting, filtering, searching, a column's head, a selection. `npm run bench:grid [-- ROWS …]`, by default a million.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import type { GridView } from '../../src/shared/contract/grid.ts'
import type { StorageType } from '../../src/shared/story/table.ts'
import { detachedContext } from '../../src/workers/runtime/context.ts'
import { quoteText, withDatabase } from '../../src/workers/runtime/duckdb/database.ts'
import { readGridColumn, readGridRows, sumGridSelection } from '../../src/workers/tasks/grid.ts'
import { type Figure, milliseconds, printFigures } from './jobs/report.ts'

const usualRows = [1_000_000]
const rounds = 3
/** What is in sight of a window of usual width. */
const columnsInSight = 12

interface BenchColumn {
  readonly name: string
  readonly storage: StorageType
  readonly sql: string
  readonly distinct: number
}

/** `spread`: different values, as far as there are rows. */
function columnsOf(rows: number): readonly BenchColumn[] {
  const numbers = Array.from({ length: 8 }, (_, at) => ({
    name: `measure ${at}`,
    storage: 'DOUBLE' as const,
    sql: `round(random() * ${10 ** at}, 4)`,
    distinct: Math.min(rows, 10 ** (at + 4)),
  }))
  const counts = Array.from({ length: 4 }, (_, at) => ({
    name: `count ${at}`,
    storage: 'BIGINT' as const,
    sql: `CAST(random() * ${10 ** (at + 2)} AS BIGINT)`,
    distinct: 10 ** (at + 2),
  }))
  const categories = Array.from({ length: 4 }, (_, at) => ({
    name: `category ${at}`,
    storage: 'VARCHAR' as const,
    sql: `'Value ' || CAST(floor(random() * ${4 ** (at + 1)}) AS INTEGER)`,
    distinct: 4 ** (at + 1),
  }))
  return [
    ...numbers,
    ...counts,
    ...categories,
    { name: 'day', storage: 'DATE', sql: `DATE '2015-01-01' + CAST(random() * 3000 AS INTEGER)`, distinct: 3_000 },
    { name: 'moment', storage: 'TIMESTAMP', sql: `TIMESTAMP '2015-01-01' + to_seconds(i)`, distinct: rows },
    { name: 'code', storage: 'VARCHAR', sql: 'md5(CAST(i AS VARCHAR))', distinct: rows },
    { name: 'flag', storage: 'BOOLEAN', sql: 'random() > 0.5', distinct: 2 },
  ]
}

const context = detachedContext()

async function bench(folder: string, rows: number): Promise<Figure[]> {
  const columns = columnsOf(rows)
  const file = `${rows}.parquet`
  const list = columns.map(({ name, sql }) => `${sql} AS "${name}"`).join(', ')
  await withDatabase(context, { temporaryFolder: path.join(folder, 'scratch') }, (database) =>
    database.run(
      `COPY (SELECT ${list} FROM range(${rows}) t(i)) TO ${quoteText(path.join(folder, file))} (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 40960)`,
    ),
  )
  const told = columns.map(({ name, storage, distinct }) => ({
    name,
    storage,
    distinct,
    format: null,
    unreadable: { count: 0, examples: [] },
  }))
  const table = { name: 'bench', file, rows, columns: told }
  let caches = 0
  /** A cache of its own each time: what is measured is the first look. */
  const fresh = () => ({ tables: [table], convertDir: folder, cacheDir: path.join(folder, `cache ${++caches}`) })
  const whole: GridView = { table: 'bench', where: null, search: '', sort: [] }
  const shown = columns.slice(0, columnsInSight).map(({ name }) => name)
  const window = (view: GridView, offset: number) => ({ view, columns: shown, offset, limit: 200 })
  const middle = Math.floor(rows / 2)

  const first = (view: GridView) => () => readGridRows({ ...fresh(), window: window(view, 0) }, context)
  const bySort = (...sort: GridView['sort']) => first({ ...whole, sort })
  const kept = { tables: [table], convertDir: folder, cacheDir: path.join(folder, 'kept') }
  const sorted: GridView = { ...whole, sort: [{ column: 'measure 3', descending: true }] }
  await readGridRows({ ...kept, window: window(sorted, 0) }, context)
  const where = { kind: 'compare', column: 'category 1', operator: '=', value: 'Value 3' } as const
  const filtered: GridView = { ...whole, where }
  const column = (name: string) => () =>
    readGridColumn(
      {
        ...kept,
        question: { filter: { table: 'bench', where: null, search: '' }, column: name, values: 5, holding: '' },
      },
      context,
    )
  return [
    await figure('first rows', 'at most 200 ms', first(whole)),
    await figure('a window in the middle', 'at most 200 ms', () =>
      readGridRows({ ...kept, window: window(whole, middle) }, context),
    ),
    await figure('sorted by a number, first rows', 'at most 3 s', bySort({ column: 'measure 3', descending: true })),
    await figure('sorted by a category', 'at most 3 s', bySort({ column: 'category 3', descending: false })),
    await figure('sorted by texts all different', 'at most 3 s', bySort({ column: 'code', descending: false })),
    await figure(
      'sorted by a category, then a number',
      'at most 3 s',
      bySort({ column: 'category 1', descending: false }, { column: 'measure 3', descending: true }),
    ),
    await figure('another window of a sorted view, middle', 'at most 200 ms', () =>
      readGridRows({ ...kept, window: window(sorted, middle) }, context),
    ),
    await figure('filtered by a category, first rows', 'at most 1 s', first(filtered)),
    await figure(
      'filtered by a range',
      'at most 1 s',
      first({
        ...whole,
        where: { kind: 'between', column: 'measure 3', low: 100, high: 200 },
      }),
    ),
    await figure('searched for in all columns', '', first({ ...whole, search: 'abc12' })),
    await figure('head of a number', '', column('measure 3')),
    await figure('head of a category', '', column('category 2')),
    await figure('all cells of four columns summed', '', () =>
      sumGridSelection(
        { ...kept, range: { view: whole, columns: columns.slice(0, 4).map(({ name }) => name), offset: 0, rows } },
        context,
      ),
    ),
  ]
}

/** Median of the clock, and of the processor's time, over a few rounds. */
async function figure(what: string, aim: string, work: () => Promise<unknown>): Promise<Figure> {
  const clocks: number[] = []
  const processor: number[] = []
  for (let round = 0; round < rounds; round++) {
    const [clock, before] = [performance.now(), process.cpuUsage()]
    await work()
    const { user, system } = process.cpuUsage(before)
    clocks.push(performance.now() - clock)
    processor.push((user + system) / 1_000)
  }
  const middle = (values: number[]): number => values.toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0
  return { what, value: `${milliseconds(middle(clocks))}, ${milliseconds(middle(processor))} CPU`, aim }
}

const asked = process.argv.slice(2).map(Number)
if (asked.some((rows) => !Number.isSafeInteger(rows) || rows < 1_000)) {
  process.stderr.write('Give numbers of rows, a thousand at least.\n')
  process.exit(2)
}
const folder = await mkdtemp(path.join(tmpdir(), 'storyglass-grid-'))
try {
  for (const rows of asked.length === 0 ? usualRows : asked) {
    const load = (loadavg()[0] ?? 0).toFixed(1)
    const figures = await bench(folder, rows)
    const title = `data view, ${rows.toLocaleString('en')} rows of 20 columns`
    printFigures(`${title} (load ${load} before, ${(loadavg()[0] ?? 0).toFixed(1)} after)`, figures)
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
