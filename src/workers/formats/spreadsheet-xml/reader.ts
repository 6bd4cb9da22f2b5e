import { StoryglassError } from '../../../shared/failure/failure.ts'
import { markupStart } from '../markup-start.ts'
import type { TableReader, TextHead } from '../reader.ts'
import { wholeText } from '../whole-text.ts'
import { SheetGatherer } from './sheets.ts'

const pieceLength = 256 * 1024
const namespace = 'urn:schemas-microsoft-com:office:spreadsheet'

export const spreadsheetXmlReader = {
  recognition: { text: { content: isSpreadsheetXml } },
  convert: async ({ source, sheet, outputDir }, context) => {
    const { text, notes } = await wholeText(source, context)
    const gatherer = new SheetGatherer()
    for (let from = 0; from < text.length; from += pieceLength) {
      gatherer.write(text.slice(from, from + pieceLength))
      await context.yieldToEventLoop()
    }
    const sheets = gatherer.end()
    const chosen = sheet === null ? sheets : sheets.filter(({ name }) => name === sheet)
    if (sheets.length === 0) throw new StoryglassError('not_a_table')
    if (chosen.length === 0) throw new StoryglassError('no_such_sheet', sheets.map(({ name }) => name).join(', '))
    const grids = chosen.map(({ name, rows }) => ({ name, rows, header: false, notes }))
    const { convertGrids } = await import('../grids.ts')
    return convertGrids(grids, { name: source.name, outputDir }, context)
  },
  // A value stands with its type, not as it was shown.
  writeText: null,
  writeCells: null,
} as const satisfies TableReader

function isSpreadsheetXml({ start, wanted }: TextHead): boolean {
  if (wanted === 'document') return false
  const { root, start: beginning } = markupStart(start)
  return root.startsWith('<') && beginning.includes(namespace) && /<(?:\w+:)?Workbook[\s>]/u.test(beginning)
}
