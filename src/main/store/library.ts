/** The library: one SQLite file holding jobs, stories and settings, opened, checked and migrated here. */
import Database from 'better-sqlite3'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { foldText } from '../../shared/format/fold.ts'
import { explainStoreError } from './errors.ts'
import { migrations as allMigrations } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import { makePrivateFile } from './private-files.ts'

export type Statement = Database.Statement<unknown[], unknown>

const busyTimeoutMs = 5_000
const cacheKilobytes = 16_384
/** SQLite's name for a database that is no file. */
const inMemory = ':memory:'
/** The version of schema this program writes. */
export const latestSchema = allMigrations.at(-1)?.version ?? 0

export interface LibraryOptions {
  /** For tests of upgrades; the product's own by default. */
  readonly migrations?: readonly Migration[]
  /** Opens an existing library without the right to change it, beside the process that owns it. */
  readonly readOnly?: boolean
  readonly busyTimeoutMs?: number
}

export class Library {
  readonly #database: Database.Database
  readonly #statements = new Map<string, Statement>()

  constructor(database: Database.Database) {
    this.#database = database
  }

  /** A prepared statement, kept for the next call. Its parameters are always bound, never written into the text. */
  statement(sql: string): Statement {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#database.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }

  /** All of `work` or nothing of it. Takes the write lock at once, so that it never fails half-way for want of it. */
  transaction<Result>(work: () => Result): Result {
    if (this.#database.inTransaction) return work()
    try {
      return this.#database.transaction(work).immediate()
    } catch (error) {
      throw explainStoreError(error)
    }
  }

  /**
   * The same without waiting for the disk: it outlives the death of the process, and may be undone, whole, by a power
   * cut before the next `transaction`. For what a restart finds out again by itself.
   */
  relaxedTransaction<Result>(work: () => Result): Result {
    if (this.#database.inTransaction) return work()
    this.#database.exec('PRAGMA synchronous = NORMAL')
    try {
      return this.transaction(work)
    } finally {
      this.#database.exec('PRAGMA synchronous = FULL')
    }
  }

  /** Problems SQLite finds in the file; none for a sound library. */
  integrityProblems(): string[] {
    const rows = this.#database.pragma('integrity_check(20)') as { integrity_check: string }[]
    return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok')
  }

  /** Writes a complete copy to `file` while the library stays in use. */
  async backup(file: string): Promise<void> {
    await this.#database.backup(file)
  }

  close(): void {
    this.#statements.clear()
    this.#database.close()
  }
}

/**
 * Opens the library at `file`, making it if there is none, and brings its schema up to date, one transaction a step.
 * Throws `library_newer` for one from a later version and `library_damaged` for a corrupt one; neither is changed.
 */
export function openLibrary(file: string, options: LibraryOptions = {}): Library {
  const readOnly = options.readOnly ?? false
  let database: Database.Database | null = null
  try {
    if (!readOnly && file !== inMemory) makePrivateFile(file)
    database = new Database(file, { readonly: readOnly, fileMustExist: readOnly })
    database.pragma(`busy_timeout = ${options.busyTimeoutMs ?? busyTimeoutMs}`)
    database.pragma('foreign_keys = ON')
    if (!readOnly) {
      database.pragma('journal_mode = WAL')
      // An acknowledged job must survive a power cut, not only a crash of the process.
      database.pragma('synchronous = FULL')
      // Enough for a thousand jobs made at once; a smaller cache writes their pages more than once.
      database.pragma(`cache_size = -${cacheKilobytes}`)
      database.function('fold_text', { deterministic: true, directOnly: true }, (text) => foldText(String(text)))
    }
    migrate(database, options.migrations ?? allMigrations, readOnly)
    return new Library(database)
  } catch (error) {
    database?.close()
    throw explainStoreError(error)
  }
}

function migrate(database: Database.Database, migrations: readonly Migration[], readOnly: boolean): void {
  const current = Number(database.pragma('user_version', { simple: true }))
  const latest = migrations.at(-1)?.version ?? 0
  if (current > latest) throw new StoryglassError('library_newer', `schema ${current}, known up to ${latest}`)
  const pending = migrations.filter((migration) => migration.version > current)
  if (readOnly && pending.length > 0) throw new StoryglassError('library_busy', `schema ${current} is being updated`)
  for (const migration of pending) {
    database
      .transaction(() => {
        database.exec(migration.sql)
        database.pragma(`user_version = ${migration.version}`)
      })
      .immediate()
  }
}
