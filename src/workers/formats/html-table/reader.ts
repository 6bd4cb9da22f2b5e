import { StoryglassError } from '../../../shared/failure/failure.ts'
import { note } from '../../../shared/story/note.ts'
import type { Grid } from '../grids.ts'
import { declaredEncoding } from '../html/head.ts'
import type { TableReader } from '../reader.ts'
import { wholeText } from '../whole-text.ts'
import { isPageOfTables } from './page-of-tables.ts'
import { gridOf, hasPlainHeader, TableGatherer } from './tables.ts'

/** Between two of these the thread looks up. */
const pieceLength = 256 * 1024
/** Of one page; exports have a few. */
const maxTables = 150

export const htmlTableReader = {
  recognition: { text: { content: isPageOfTables } },
  convert: async ({ source, sheet, outputDir }, context) => {
    const { text, notes } = await wholeText(source, context, declaredEncoding)
    const gatherer = new TableGatherer()
    for (let from = 0; from < text.length; from += pieceLength) {
      gatherer.write(text.slice(from, from + pieceLength))
      await context.yieldToEventLoop()
    }
    const grids: Grid[] = []
    for (const table of gatherer.end().tables) {
      const rows = gridOf(table)
      if (rows !== null) grids.push({ name: table.caption, rows, header: hasPlainHeader(table), notes })
      await context.yieldToEventLoop()
    }
    if (grids.length === 0) throw new StoryglassError('not_a_table', 'a web page without a table of rows and columns')
    const { convertGrids } = await import('../grids.ts')
    const tables = await convertGrids(grids.slice(0, maxTables), { name: source.name, outputDir }, context)
    if (grids.length > maxTables) tables[0]?.notes.push(note('databases.onlyFirstOfPage', { count: maxTables }))
    const chosen = sheet === null ? tables : tables.filter(({ name }) => name === sheet)
    if (chosen.length === 0) throw new StoryglassError('no_such_sheet', tables.map(({ name }) => name).join(', '))
    return chosen
  },
  // A page has its values in markup, not as they are read.
  writeText: null,
  writeCells: null,
} as const satisfies TableReader
