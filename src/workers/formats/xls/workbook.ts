/** A workbook of Excel 5 to 2003 (`.xls`, MS-XLS) opened: read record by record, whatever its size. */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { type CompoundStream, withCompoundFile } from '../../files/compound-file.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { pacer } from '../../runtime/pacer.ts'
import type { OpenWorkbook, Sheet, Workbook } from '../workbook/workbook.ts'
import { type BoundSheet, Globals } from './globals.ts'
import { RecordReader, type RecordVisitor } from './records.ts'
import { SheetRecords } from './sheet-records.ts'

/** Excel 97 and later, then Excel 5 and 95. A file that both can open has both. */
const streamNames = ['Workbook', 'Book']

export const withOldWorkbook: OpenWorkbook = (file, context, work) =>
  withCompoundFile(file.path, async (compound) => {
    const stream = streamNames.map((name) => compound.stream(name)).find((one) => one !== null)
    if (stream === undefined || stream === null) throw new StoryglassError('not_a_workbook', 'no workbook is in it')
    return work(await openStream(stream, context))
  })

async function openStream(stream: CompoundStream, context: WorkContext): Promise<Workbook> {
  const globals = new Globals()
  await visitRecords(stream, 0, globals, context)
  if (!globals.isComplete) throw new StoryglassError('damaged_workbook', 'the workbook ends in the middle')
  const positions = globals.sheets.map(({ position }) => position)
  const bound = new Map<Sheet, BoundSheet>(globals.sheets.map((one) => [sheetOf(one), one]))
  return {
    sheets: [...bound.keys()],
    date1904: globals.date1904,
    formats: globals.formats(),
    strings: globals.strings,
    bytes: (sheet) => bytesOf(bound.get(sheet), positions, stream.bytes),
    async scan(sheet, sink, onBytes) {
      const one = bound.get(sheet)
      if (one === undefined || !one.isWorksheet) return
      const records = new SheetRecords(sink, globals)
      await visitRecords(stream, one.position, records, context, onBytes)
      if (!records.isComplete) throw new StoryglassError('damaged_workbook', `the sheet ${one.name} ends in the middle`)
    },
  }
}

function sheetOf({ name, hidden, isWorksheet }: BoundSheet): Sheet {
  return { name, hidden, part: name, kind: isWorksheet ? 'worksheet' : 'other' }
}

/** To the next sheet, or to the end. */
function bytesOf(sheet: BoundSheet | undefined, positions: readonly number[], end: number): number {
  if (sheet === undefined) return 0
  const next = Math.min(end, ...positions.filter((position) => position > sheet.position))
  return Math.max(0, next - sheet.position)
}

async function visitRecords(
  stream: CompoundStream,
  from: number,
  visitor: RecordVisitor,
  context: WorkContext,
  onBytes?: (done: number) => void,
): Promise<void> {
  if (from >= stream.bytes) throw new StoryglassError('damaged_workbook', 'a sheet is behind the end of the file')
  const reader = new RecordReader(visitor)
  const pause = pacer(context)
  let done = 0
  for await (const chunk of stream.chunks(from)) {
    if (!reader.push(chunk)) return
    done += chunk.length
    onBytes?.(done)
    await pause()
  }
}
