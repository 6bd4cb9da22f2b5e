/** A binary workbook of Excel (`.xlsb`, MS-XLSB) opened: the package of `.xlsx`, its parts in records in place of XML. */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { type Archive, withArchive } from '../../files/archive.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { pacer } from '../../runtime/pacer.ts'
import { maxSharedStrings, maxSharedTextBytes } from '../workbook/limits.ts'
import { builtInFormat, type FormatMeaning, parseFormat } from '../workbook/number-format.ts'
import { type Relationship, readRelationships } from '../workbook/package/relationships.ts'
import type { OpenWorkbook, Sheet, Workbook } from '../workbook/workbook.ts'
import { binaryWorkbookPart } from './main-part.ts'
import { BinaryRecords, record, wideText } from './records.ts'
import { BinarySheet } from './sheet-records.ts'

const maxSheets = 10_000
const maxStyles = 65_536

export const withBinaryWorkbook: OpenWorkbook = (file, context, work) =>
  withArchive(file.path, async (archive) => work(await openPackage(archive, context)))

async function openPackage(archive: Archive, context: WorkContext): Promise<Workbook> {
  const main = (await readRelationships(archive, '')).find(({ type }) => type === 'officeDocument')?.target
  const part = [main, binaryWorkbookPart].find((name) => name !== undefined && archive.has(name))
  if (part === undefined) throw new StoryglassError('not_a_workbook', 'no binary workbook is in it')
  const relationships = await readRelationships(archive, part)
  const target = (type: string): string | null => relationships.find((one) => one.type === type)?.target ?? null
  const { sheets, date1904 } = await readSheets(archive, part, relationships, context)
  return {
    sheets,
    date1904,
    formats: await readFormats(archive, target('styles'), context),
    strings: await readStrings(archive, target('sharedStrings'), context),
    bytes: (sheet) => (sheet.part === null ? 0 : (archive.size(sheet.part) ?? 0)),
    async scan(sheet, sink, onBytes) {
      if (sheet.part === null) return
      const records = new BinarySheet(sink)
      await visitPart(archive, sheet.part, context, (type, bytes) => records.visit(type, bytes), onBytes)
    },
  }
}

async function visitPart(
  archive: Archive,
  part: string,
  context: WorkContext,
  visit: (type: number, bytes: Buffer) => void,
  onBytes?: (done: number) => void,
): Promise<void> {
  const records = new BinaryRecords(visit)
  const pause = pacer(context)
  let done = 0
  for await (const chunk of archive.chunks(part)) {
    records.push(chunk)
    done += chunk.length
    onBytes?.(done)
    await pause()
  }
  records.end()
}

async function readSheets(
  archive: Archive,
  part: string,
  relationships: readonly Relationship[],
  context: WorkContext,
): Promise<{ sheets: Sheet[]; date1904: boolean }> {
  const sheets: Sheet[] = []
  let date1904 = false
  await visitPart(archive, part, context, (type, bytes) => {
    if (type === record.workbookProperties) date1904 = ((bytes[0] ?? 0) & 1) !== 0
    if (type !== record.sheet || bytes.length < 8) return
    if (sheets.length >= maxSheets) throw new StoryglassError('too_large', `over ${maxSheets} sheets`)
    const id = wideText(bytes, 8)
    const { text: name } = wideText(bytes, id.next)
    const relationship = relationships.find((one) => one.id === id.text)
    sheets.push({ name, hidden: bytes.readUInt32LE(0) !== 0, ...sheetPart(archive, relationship) })
  })
  return { sheets, date1904 }
}

function sheetPart(archive: Archive, relationship: Relationship | undefined): Pick<Sheet, 'kind' | 'part'> {
  if (relationship === undefined || !archive.has(relationship.target)) return { kind: 'missing', part: null }
  if (relationship.type !== 'worksheet') return { kind: 'other', part: null }
  return { kind: 'worksheet', part: relationship.target }
}

async function readFormats(archive: Archive, part: string | null, context: WorkContext): Promise<FormatMeaning[]> {
  if (part === null || !archive.has(part)) return []
  const codes = new Map<number, string>()
  const ids: number[] = []
  let isOfCells = false
  await visitPart(archive, part, context, (type, bytes) => {
    if (type === record.beginCellFormats) isOfCells = true
    else if (type === record.endCellFormats) isOfCells = false
    else if (type === record.format && bytes.length >= 2 && codes.size < maxStyles) {
      codes.set(bytes.readUInt16LE(0), wideText(bytes, 2).text)
    } else if (type === record.cellFormat && isOfCells && bytes.length >= 4 && ids.length < maxStyles) {
      ids.push(bytes.readUInt16LE(2))
    }
  })
  const meanings = new Map<number, FormatMeaning>()
  return ids.map((id) => {
    const code = codes.get(id)
    const meaning = meanings.get(id) ?? (code === undefined ? builtInFormat(id) : parseFormat(code))
    meanings.set(id, meaning)
    return meaning
  })
}

async function readStrings(archive: Archive, part: string | null, context: WorkContext): Promise<string[]> {
  if (part === null || !archive.has(part)) return []
  const strings: string[] = []
  let total = 0
  await visitPart(archive, part, context, (type, bytes) => {
    if (type !== record.sharedItem) return
    const { text } = wideText(bytes, 1)
    total += text.length + 32
    if (total > maxSharedTextBytes || strings.length >= maxSharedStrings) {
      throw new StoryglassError('too_large', `more shared text than ${maxSharedTextBytes} bytes`)
    }
    strings.push(text)
  })
  return strings
}
