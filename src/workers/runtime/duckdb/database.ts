/**
 * The only way to DuckDB: an in-memory database owned by one piece of work, closed with it, its queries interrupted when
 * the work is cancelled. Files between stages are Parquet, so that no database file is ever shared.
 */
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api'
import { makeScratchFolder, type ScratchFolder } from '../../../disk/scratch.ts'
import { CancelledError } from '../../../shared/failure/failure.ts'
import type { WorkContext } from '../context.ts'
import { explainDatabaseError } from '../database-error.ts'
import { plain, plainColumns } from './plain-columns.ts'

export type QueryParameters = readonly DuckDBValue[]

export interface DatabaseOptions {
  /** As DuckDB writes it, `1500MB`; it spills to `temporaryFolder` beyond. Less where the work is given less. */
  readonly memoryLimit?: string
  readonly threads?: number
  /** By default a scratch folder, which goes with the database. */
  readonly temporaryFolder?: string
  /** Of the table that is written: its vectors are reserved for all columns at once. */
  readonly columns?: number
}

export class Database {
  readonly #connection: DuckDBConnection
  readonly #context: WorkContext
  readonly #underWay = new Set<Promise<unknown>>()
  #turn: Promise<void> = Promise.resolve()
  #over = false

  constructor(connection: DuckDBConnection, context: WorkContext) {
    this.#connection = connection
    this.#context = context
  }

  /** The raw connection, for appenders and streams. Wrap each call that runs a query in `guarded`. */
  get connection(): DuckDBConnection {
    return this.#connection
  }

  /**
   * Runs `query` counted as busy, so that nobody terminates this thread in the middle of it (DuckDB would abort the
   * whole process). Turns an interruption into `CancelledError`, and what DuckDB throws into `DatabaseError`.
   */
  async guarded<Result>(query: () => Promise<Result>): Promise<Result> {
    if (this.#over) throw new CancelledError()
    const underWay = whileBusy(this.#context, query)
    this.#underWay.add(underWay)
    try {
      return await underWay
    } catch (error) {
      throw explainDatabaseError(error)
    } finally {
      this.#underWay.delete(underWay)
    }
  }

  /**
   * One query after another, in the order they were asked for. DuckDB would let one in at a time as well, but whichever
   * came first, and one that waited inside it could not be called off.
   */
  #inTurn<Result>(query: () => Promise<Result>): Promise<Result> {
    return this.exclusively(() => this.guarded(query))
  }

  /**
   * Runs `work` with no other query between its own: the next query on a connection ends the stream of the one before.
   * Within it only `guarded` calls of the connection may be used; a query by this class's methods would wait for itself.
   */
  async exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
    const before = this.#turn
    const turn = Promise.withResolvers<void>()
    this.#turn = turn.promise
    await before
    try {
      return await work()
    } finally {
      turn.resolve()
    }
  }

  /**
   * Stops what is still at work and lets nothing new begin. Of queries begun together the first to fail ends the work
   * that asked for them; to close the connection under the others would crash the process.
   */
  async settle(): Promise<void> {
    this.#over = true
    if (this.#underWay.size === 0) return
    const interrupting = setInterval(() => this.#connection.interrupt(), interruptIntervalMs)
    try {
      await Promise.allSettled(this.#underWay)
    } finally {
      clearInterval(interrupting)
    }
  }

  async run(sql: string, parameters: QueryParameters = []): Promise<void> {
    await this.#inTurn(() => this.#connection.run(sql, valuesOf(parameters)))
  }

  /** Rows as objects of plain JavaScript values: BIGINT as number (exact to 2^53), dates as ISO strings. */
  async rows<Row extends object>(sql: string, parameters: QueryParameters = []): Promise<Row[]> {
    const reader = await this.#inTurn(() => this.#connection.runAndReadAll(sql, valuesOf(parameters)))
    const names = reader.deduplicatedColumnNames()
    return reader.getRowsJS().map((values) => {
      const row: Record<string, unknown> = {}
      for (const [index, name] of names.entries()) row[name] = plain(values[index])
      return row as Row
    })
  }

  /** The only row of a query that gives exactly one. */
  async row<Row extends object>(sql: string, parameters: QueryParameters = []): Promise<Row> {
    const rows = await this.rows<Row>(sql, parameters)
    const [first] = rows
    if (first === undefined || rows.length !== 1) throw new Error(`Expected one row, got ${rows.length}: ${sql}`)
    return first
  }

  /** Columns by name, each an array as long as the result: for statistics over many rows. */
  async columns(sql: string, parameters: QueryParameters = []): Promise<Record<string, unknown[]>> {
    const result = await this.#inTurn(() => this.#connection.run(sql, valuesOf(parameters)))
    const columns = plainColumns(await result.fetchAllChunks(), result.columnTypes())
    return Object.fromEntries(result.deduplicatedColumnNames().map((name, index) => [name, columns[index] ?? []]))
  }
}

/** Undefined without parameters: the driver would prepare the query first, and DuckDB would plan it twice. */
function valuesOf(parameters: QueryParameters): DuckDBValue[] | undefined {
  return parameters.length === 0 ? undefined : [...parameters]
}

const interruptIntervalMs = 20

/** Runs native work that the thread must outlive. A negative count means the thread is about to be terminated. */
async function whileBusy<Result>(context: WorkContext, work: () => Promise<Result>): Promise<Result> {
  if (context.signal.aborted) throw new CancelledError()
  if (Atomics.add(context.busy, 0, 1) < 0) throw new CancelledError()
  try {
    return await work()
  } catch (error) {
    if (context.signal.aborted) throw new CancelledError()
    throw error
  } finally {
    Atomics.sub(context.busy, 0, 1)
  }
}

/**
 * Of what the process may take, for work that can go on from the disk: the rest is for what is loaded, for the results, and
 * for what DuckDB does not count. Work that cannot is only stopped by a limit.
 */
const shareOfMemory = { onDisk: 0.4, inMemory: 0.6 } as const
const megabyte = 1_000_000
/** Four vectors of 2,048 values of 16 bytes a column, which are counted before they are touched: a chunk read, cast, collected and written. */
const reservedPerColumn = 4 * 2_048 * 16

/** The smaller of what is asked for and what there is. Undefined leaves it to DuckDB: most of the machine's memory. */
function limitOf(
  { memoryLimit, temporaryFolder, columns = 0 }: DatabaseOptions,
  { memoryBytes }: WorkContext,
): string | undefined {
  const share = temporaryFolder === undefined ? shareOfMemory.inMemory : shareOfMemory.onDisk
  const given = Math.floor((memoryBytes * share + columns * reservedPerColumn) / megabyte)
  const asked = memoryLimit === undefined ? Number.POSITIVE_INFINITY : Number.parseInt(memoryLimit, 10)
  return given < asked ? `${given}MB` : memoryLimit
}

/** Opens an in-memory database for `work` and closes it after, whatever happens. Never loads anything from the net. */
export async function withDatabase<Result>(
  context: WorkContext,
  options: DatabaseOptions,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  if (options.temporaryFolder !== undefined) return openedFor(context, options, options.temporaryFolder, work)
  const scratch = await spillingFolder()
  try {
    return await openedFor(context, options, scratch?.path ?? '', work)
  } finally {
    await scratch?.remove()
  }
}

/**
 * DuckDB's own choice is `.tmp` in the folder the program was started in, readable by others and left behind by a process
 * that is killed. Null where the system's temporary folder can't be written: then the memory has to do.
 */
async function spillingFolder(): Promise<ScratchFolder | null> {
  try {
    return await makeScratchFolder()
  } catch {
    return null
  }
}

/** `spillTo` is a folder, or empty: what does not fit into the memory then fails. */
async function openedFor<Result>(
  context: WorkContext,
  options: DatabaseOptions,
  spillTo: string,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const memoryLimit = limitOf(options, context)
  const instance = await whileBusy(context, () =>
    DuckDBInstance.create(':memory:', {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      ...(memoryLimit === undefined ? {} : { memory_limit: memoryLimit }),
      ...(options.threads ? { threads: String(options.threads) } : {}),
      temp_directory: spillTo,
    }),
  )
  const connection = await whileBusy(context, () => instance.connect())
  // An interrupt that comes before the query has begun to run is lost, so it is repeated until the work is over.
  let repeated: NodeJS.Timeout | null = null
  const interrupt = (): void => {
    connection.interrupt()
    repeated ??= setInterval(() => connection.interrupt(), interruptIntervalMs)
  }
  context.signal.addEventListener('abort', interrupt)
  const database = new Database(connection, context)
  try {
    return await work(database)
  } finally {
    await database.settle()
    context.signal.removeEventListener('abort', interrupt)
    if (repeated !== null) clearInterval(repeated)
    connection.closeSync()
    instance.closeSync()
  }
}

/** A name as an SQL identifier. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/**
 * A text as an SQL literal, where a parameter cannot stand (evidence queries, file names). A query ends at a zero byte
 * for DuckDB, wherever it stands: such a text is put together of its parts, in one call, since a chain of operators may
 * be no more than a thousand deep.
 */
export function quoteText(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`
  if (!text.includes('\0')) return quoted
  const zeros = (run: string): string => `', repeat(chr(0), ${run.length}), '`
  return `concat(${quoted.replaceAll(/\0+/gu, zeros)})`
}
