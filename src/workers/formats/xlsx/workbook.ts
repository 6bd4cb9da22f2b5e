/** An Office Open XML workbook opened: its sheets in order, its date system, its cell formats and shared strings. */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { detailOfRefused } from '../../../shared/file-formats/refused.ts'
import { type Archive, withArchive } from '../../files/archive.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { pacer } from '../../runtime/pacer.ts'
import { type Relationship, readRelationships } from '../workbook/package/relationships.ts'
import { isTrue, visitPart } from '../workbook/package/small-part.ts'
import type { OpenWorkbook, Sheet, Workbook } from '../workbook/workbook.ts'
import { asUtf8 } from '../workbook/xml/encoding.ts'
import { readSharedStrings } from './shared-strings.ts'
import { SheetScanner } from './sheet-scanner.ts'
import { readStyles } from './styles.ts'

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
    throw new StoryglassError('unsupported_kind', detailOfRefused('excelBinary'))
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
