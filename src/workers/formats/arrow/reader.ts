import type { TableReader } from '../reader.ts'
import { fileMark } from './mark.ts'

/** A file has its mark; a stream begins with a message: its continuation mark, then its length, which is small. */
function isArrow(head: Buffer): boolean {
  if (head.toString('latin1', 0, fileMark.length) === fileMark) return true
  return head.length > 16 && head.readUInt32LE(0) === 0xffffffff && head.readUInt32LE(4) < 0x1000000 && head[4] !== 0
}

export const arrowReader = {
  recognition: { signature: isArrow },
  convert: async (input, context) => (await import('./convert-arrow.ts')).convertArrow(input, context),
  // Its values have types and no writing of their own.
  writeText: null,
  writeCells: null,
} as const satisfies TableReader
