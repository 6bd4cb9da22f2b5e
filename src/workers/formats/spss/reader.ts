import type { TableReader } from '../reader.ts'

/** Of plain files and of those packed by zlib. */
const marks = ['$FL2', '$FL3']

export const spssReader = {
  recognition: { signature: (head) => marks.includes(head.toString('latin1', 0, 4)) },
  convert: async (input, context) => (await import('./convert-spss.ts')).convertSpss(input, context),
  // Its values have types and no writing of their own.
  writeText: null,
  writeCells: null,
} as const satisfies TableReader
