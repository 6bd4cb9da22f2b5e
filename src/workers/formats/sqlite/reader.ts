import type { TableReader } from '../reader.ts'
import { convertSqlite } from './convert-sqlite.ts'

const mark = 'SQLite format 3\u0000'

export const sqliteReader = {
  recognition: { signature: (head) => head.toString('latin1', 0, mark.length) === mark },
  convert: convertSqlite,
  // Its values have types and no writing of their own.
  writeText: null,
  writeCells: null,
} as const satisfies TableReader
