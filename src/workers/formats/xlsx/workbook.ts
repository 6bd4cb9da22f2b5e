/** A workbook opened: its sheets in order, its date system, its cell formats and shared strings. */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { type Archive, withArchive } from '../../files/archive.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { pacer } from '../../runtime/pacer.ts'
import { asUtf8 } from './encoding.ts'
import type { FormatMeaning } from './number-format.ts'
import { type Relationship, readRelationships } from './relationships.ts'
import { readSharedStrings } from './shared-strings.ts'
import { type CellSink, SheetScanner } from './sheet-scanner.ts'
import { isTrue, visitPart } from './small-part.ts'
import { readStyles } from './styles.ts'

export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  /** Only worksheets hold cells; chart sheets, dialogs and Excel 4 macros do not. Null when the part is missing. */
  readonly part: string | null
  readonly kind: 'worksheet' | 'other' | 'missing'
}

export interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly date1904: boolean
  /** By style index. */
  readonly formats: readonly FormatMeaning[]
  readonly strings: readonly string[]
  /** Bytes to be read of a sheet, unpacked, as far as the file declares them: for progress. */
  bytes(sheet: Sheet): number
  /** Sends the cells of a sheet to `sink`; `onBytes` hears how many bytes are done, for progress. */
  scan(sheet: Sheet, sink: CellSink, onBytes?: (done: number) => void): Promise<void>
}

export interface WorkbookFile {
  readonly path: string
  /** An existing folder for scratch files, which are gone when the workbook is closed. */
  readonly scratchDir: string
}

/**
 * Opens a workbook of some kind for `work` and closes it after. Fails with the reason a person is to be told; see
 * `failureReasons`.
 */
export type OpenWorkbook = <Result>(
  file: WorkbookFile,
  context: WorkContext,
  work: (workbook: Workbook) => Promise<Result>,
) => Promise<Result>

export const withWorkbook: OpenWorkbook = (file, context, work) =>
  withArchive(file.path, async (archive) => work(await openWorkbook(archive, context)))

async function openWorkbook(archive: Archive, context: WorkContext): Promise<Workbook> {
  const part = await findWorkbookPart(archive)
  const relationships = await readRelationships(archive, part)
  const { sheets, date1904 } = await readWorkbookPart(archive, part, relationships)
  const formats = await readStyles(archive, targetOf(relationships, 'styles'))
  const strings = await readSharedStrings(archive, targetOf(relationships, 'sharedStrings'), context)
  return {
    sheets,
    date1904,
    formats,
    strings,
    bytes: (sheet) => (sheet.part === null ? 0 : (archive.size(sheet.part) ?? 0)),
    async scan(sheet, sink, onBytes) {
      if (sheet.part === null) return
      const scanner = new SheetScanner(sink)
      const pause = pacer(context)
      let done = 0
      for await (const chunk of asUtf8(archive.chunks(sheet.part))) {
        scanner.push(chunk)
        done += chunk.length
        onBytes?.(done)
        await pause()
      }
      scanner.end()
    },
  }
}

async function findWorkbookPart(archive: Archive): Promise<string> {
  if (archive.has('EncryptedPackage')) throw new StoryglassError('encrypted_workbook')
  const main = (await readRelationships(archive, '')).find(({ type }) => type === 'officeDocument')?.target
  const part = [main, 'xl/workbook.xml'].find((name) => name !== undefined && archive.has(name))
  if (part === undefined) {
    throw new StoryglassError('not_a_workbook', `its parts: ${archive.names.slice(0, 10).join(', ') || 'none'}`)
  }
  if (part.toLowerCase().endsWith('.bin')) {
    throw new StoryglassError('unsupported_kind', 'an Excel binary workbook (.xlsb); save it as .xlsx')
  }
  return part
}

async function readWorkbookPart(
  archive: Archive,
  part: string,
  relationships: readonly Relationship[],
): Promise<{ sheets: Sheet[]; date1904: boolean }> {
  const sheets: Sheet[] = []
  let root: string | null = null
  let date1904 = false
  await visitPart(archive, part, {
    open(name, attributes, path) {
      root ??= name
      if (name === 'workbookPr') date1904 = isTrue(attributes.get('date1904'))
      if (name !== 'sheet' || path.at(-2) !== 'sheets') return
      const relationship = relationships.find(({ id }) => id === attributes.get('id'))
      const state = attributes.get('state') ?? 'visible'
      sheets.push({
        name: attributes.get('name') ?? `Sheet${sheets.length + 1}`,
        hidden: state !== 'visible',
        ...sheetPart(archive, relationship),
      })
    },
  })
  if (root !== 'workbook') throw new StoryglassError('not_a_workbook', `its main part is a ${root ?? 'void'}`)
  return { sheets, date1904 }
}

function sheetPart(archive: Archive, relationship: Relationship | undefined): Pick<Sheet, 'kind' | 'part'> {
  if (relationship === undefined || !archive.has(relationship.target)) return { kind: 'missing', part: null }
  if (relationship.type !== 'worksheet') return { kind: 'other', part: null }
  return { kind: 'worksheet', part: relationship.target }
}

function targetOf(relationships: readonly Relationship[], type: string): string | null {
  return relationships.find((relationship) => relationship.type === type)?.target ?? null
}
