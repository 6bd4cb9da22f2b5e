import type { TableReader } from '../reader.ts'

export const duckdbReader = {
  // Behind the checksum of its first block.
  recognition: { signature: (head) => head.toString('latin1', 8, 12) === 'DUCK' },
  convert: async (input, context) => (await import('./convert-duckdb.ts')).convertDuckDb(input, context),
  // Its values have types and no writing of their own.
  writeText: null,
  writeCells: null,
} as const satisfies TableReader
