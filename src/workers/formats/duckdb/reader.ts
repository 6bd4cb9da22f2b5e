import type { TableReader } from '../reader.ts'
import { convertDuckDb } from './convert-duckdb.ts'

export const duckdbReader = {
  // Behind the checksum of its first block.
  recognition: { signature: (head) => head.toString('latin1', 8, 12) === 'DUCK' },
  convert: convertDuckDb,
  // Its values have types and no writing of their own.
  writeText: null,
  writeCells: null,
} as const satisfies TableReader
