/** Errors of DuckDB, told apart by whether the query is at fault or the database. */

/** What a query can be at fault for, by how DuckDB begins its messages. The database goes on after these. */
const faultsOfQueries: ReadonlySet<string> = new Set([
  'binder',
  'catalog',
  'constraint',
  'conversion',
  'decimal',
  'divide by zero',
  'invalid input',
  'invalid type',
  'mismatch type',
  // DuckDB's own word for what it does not offer.
  'not implemented',
  'out of range',
  'parser',
  // What the settings of the database forbid the query; a file that the system refuses is an IO error.
  'permission',
  'syntax',
])

export class DatabaseError extends Error {
  /** False for a lack of memory, a file that cannot be read, an inner failure, and whatever is not known. */
  readonly isOfQuery: boolean
  /** It needs more memory than it is given, and cannot put it off to the disk. */
  readonly isOfMemory: boolean

  constructor(cause: Error) {
    super(cause.message, { cause })
    this.name = 'DatabaseError'
    const kind = /^(?:Failed to [a-z ]+: )?([A-Za-z][A-Za-z ]*?) Error:/.exec(cause.message)?.[1]?.toLowerCase()
    this.isOfMemory = kind === 'out of memory'
    this.isOfQuery = kind !== undefined && faultsOfQueries.has(kind)
  }
}

/** An error of the driver, which throws plain ones, as what it is; every other as it came. */
export function explainDatabaseError(error: unknown): unknown {
  return error instanceof Error && error.constructor === Error ? new DatabaseError(error) : error
}
