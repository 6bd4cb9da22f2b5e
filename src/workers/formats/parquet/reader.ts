import type { TableReader } from '../reader.ts'

/** The second is of files whose footer is encrypted (Parquet Modular Encryption): known, so that this can be said. */
const marks: readonly string[] = ['PAR1', 'PARE']

export const parquetReader = {
  recognition: { signature: (head) => marks.includes(head.toString('latin1', 0, 4)) },
  convert: async (input, context) => (await import('./convert-parquet.ts')).convertParquet(input, context),
  // Its values have types and no writing of their own.
  writeText: null,
  writeCells: null,
} as const satisfies TableReader
