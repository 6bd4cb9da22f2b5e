import type { TableReader } from '../reader.ts'

const mark = 'SQLite format 3\u0000'

export const sqliteReader = {
  recognition: { signature: (head) => head.toString('latin1', 0, mark.length) === mark },
  convert: async (input, context) => (await import('./convert-sqlite.ts')).convertSqlite(input, context),
  // Its values have types and no writing of their own.
  writeText: null,
  writeCells: null,
} as const satisfies TableReader
