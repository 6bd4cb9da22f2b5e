import { StoryglassError } from '../../../shared/failure/failure.ts'
import { promises } from '../../../shared/file-formats/formats.ts'
import { note } from '../../../shared/story/note.ts'
import type { TableReader, TextHead } from '../reader.ts'
import { wholeText } from '../whole-text.ts'
import { cellsOf, fixedWidthOf } from './gutters.ts'

/** The beginning ends in the middle of a line, unless it is all of it. */
function isFixedWidth({ start, whole, wanted, name }: TextHead): boolean {
  if (wanted === 'document' || promises(name, 'csv')) return false
  return fixedWidthOf(whole ? start : start.slice(0, start.lastIndexOf('\n'))) !== null
}

function* rowsOf(text: string): Generator<string[]> {
  const found = fixedWidthOf(text)
  if (found === null) throw new StoryglassError('not_a_table', 'a text whose columns are not aligned to its end')
  let index = -1
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    index += 1
    if (index === found.rule) continue
    const isTable = index >= found.lines[0] && index < found.lines[1]
    yield isTable ? cellsOf(line, found.fields) : alone(line, found.fields.length)
  }
}

/** A title or a remark, in a row of the table's width. */
function alone(line: string, width: number): string[] {
  return [line.trim(), ...Array.from({ length: width - 1 }, () => '')]
}

export const fixedWidthReader = {
  recognition: { text: { traces: isFixedWidth } },
  convert: async ({ source, outputDir }, context) => {
    const { text, notes } = await wholeText(source, context)
    const told = [...notes, note('tables.byPlace')]
    const grid = { name: null, rows: rowsOf(text), header: false, notes: told }
    const { convertGrids } = await import('../grids.ts')
    return convertGrids([grid], { name: source.name, outputDir }, context)
  },
  // The blanks that make up a cell are not part of its value.
  writeText: null,
  writeCells: null,
} as const satisfies TableReader
