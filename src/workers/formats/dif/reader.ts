import type { TableReader } from '../reader.ts'
import { wholeText } from '../whole-text.ts'
import { rowsOfDif } from './dif.ts'

export const difReader = {
  recognition: { text: { content: ({ start }) => /^\ufeff?TABLE[ \t]*\r?\n\s*\d+\s*,\s*\d+[ \t]*\r?\n/u.test(start) } },
  convert: async ({ source, outputDir }, context) => {
    const { text, notes } = await wholeText(source, context)
    const grid = { name: null, rows: rowsOfDif(text), header: false, notes }
    const { convertGrids } = await import('../grids.ts')
    return convertGrids([grid], { name: source.name, outputDir }, context)
  },
  // A value stands with its kind, not as it was written.
  writeText: null,
  writeCells: null,
} as const satisfies TableReader
