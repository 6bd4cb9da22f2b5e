import type { TableReader } from '../reader.ts'
import { wholeText } from '../whole-text.ts'
import { rowsOfSylk } from './sylk.ts'

/** A CSV file whose first columns are called `ID` and `Price` begins alike, but goes on otherwise. */
const beginning = /^\ufeff?ID;P[^\n]{0,200}\n(?:(?:[BCFOPW]|NN|NU|NE);[^\n]*\n)*?C;[XYK]/u

export const sylkReader = {
  recognition: { text: { content: ({ start }) => beginning.test(start) } },
  convert: async ({ source, outputDir }, context) => {
    const { text, notes } = await wholeText(source, context)
    const grid = { name: null, rows: rowsOfSylk(text), header: false, notes }
    const { convertGrids } = await import('../grids.ts')
    return convertGrids([grid], { name: source.name, outputDir }, context)
  },
  // A value stands with its place, not as it was written.
  writeText: null,
  writeCells: null,
} as const satisfies TableReader
