import type { TableReader } from '../reader.ts'
import { isTagged, isUntagged } from './marks.ts'

export const stataReader = {
  recognition: { signature: (head) => isTagged(head) || isUntagged(head) },
  convert: async (input, context) => (await import('./convert-stata.ts')).convertStata(input, context),
  // Its values have types and no writing of their own.
  writeText: null,
  writeCells: null,
} as const satisfies TableReader
