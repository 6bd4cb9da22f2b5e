/**
 * An OpenDocument spreadsheet opened as a workbook. All sheets stand in one part, so that it is unpacked to a scratch
 * file once, and each sheet is then read from where it stands.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { type Archive, withArchive } from '../../files/archive.ts'
import { readHead } from '../../files/read-text-file.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { pacer } from '../../runtime/pacer.ts'
import type { OpenWorkbook, Sheet, Workbook, WorkbookFile } from '../workbook/workbook.ts'
import { asUtf8 } from '../workbook/xml/encoding.ts'
import { Meanings } from './data-styles.ts'
import { OdsSheetScanner } from './sheet-scanner.ts'
import { ContentSurvey, type SheetRange } from './survey-content.ts'

const contentPart = 'content.xml'
const manifestPart = 'META-INF/manifest.xml'
const maxManifestBytes = 16 * 1024 * 1024

export const withSpreadsheet: OpenWorkbook = async (file, context, work) => {
  const scratch = path.join(file.scratchDir, `.content-${process.pid}-${Math.trunc(performance.now() * 1000)}.xml`)
  try {
    return await work(await openContent(file, scratch, context))
  } finally {
    await rm(scratch, { force: true })
  }
}

async function openContent(file: WorkbookFile, scratch: string, context: WorkContext): Promise<Workbook> {
  const survey = new ContentSurvey()
  const isPacked = (await readHead(file.path, 2)).toString('latin1') === 'PK'
  if (isPacked) {
    await withArchive(file.path, async (archive) => {
      await refuseEncrypted(archive)
      await copySurveyed(archive.chunks(contentPart), scratch, survey, context)
    })
  } else {
    await copySurveyed(createReadStream(file.path) as AsyncIterable<Buffer>, scratch, survey, context)
  }
  if (!survey.isSpreadsheet) throw new StoryglassError('not_a_workbook', 'an OpenDocument file without a spreadsheet')
  return workbookOf(scratch, survey, context)
}

async function refuseEncrypted(archive: Archive): Promise<void> {
  if (!archive.has(manifestPart)) return
  const manifest = await archive.read(manifestPart, maxManifestBytes)
  if (manifest.includes('encryption-data')) throw new StoryglassError('encrypted_workbook')
}

/** Writes the part as UTF-8, and surveys it on the way. */
async function copySurveyed(
  chunks: AsyncIterable<Buffer>,
  target: string,
  survey: ContentSurvey,
  context: WorkContext,
): Promise<void> {
  const pause = pacer(context)
  const surveyed = async function* (): AsyncGenerator<Buffer, void, undefined> {
    for await (const chunk of asUtf8(chunks)) {
      survey.push(chunk)
      yield chunk
      await pause()
    }
    survey.end()
  }
  await pipeline(surveyed(), createWriteStream(target, { mode: 0o600 }))
}

function workbookOf(content: string, survey: ContentSurvey, context: WorkContext): Workbook {
  const meanings = new Meanings()
  const ranges = new Map<Sheet, SheetRange>(
    survey.sheets.map((range, index) => [
      { name: range.name, hidden: range.hidden, part: `${contentPart} ${index + 1}`, kind: 'worksheet' },
      range,
    ]),
  )
  return {
    sheets: [...ranges.keys()],
    date1904: false,
    formats: meanings.list,
    strings: [],
    bytes: (sheet) => sizeOf(ranges.get(sheet)),
    async scan(sheet, sink, onBytes) {
      const range = ranges.get(sheet)
      if (range === undefined) return
      const scanner = new OdsSheetScanner(sink, { meanings, dataStyleOf: (style) => survey.dataStyleOf(style) })
      const pause = pacer(context)
      let done = 0
      const file = await open(content, 'r')
      try {
        const stream = file.createReadStream({ start: range.start, end: range.end - 1, autoClose: false })
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          scanner.push(chunk)
          done += chunk.length
          onBytes?.(done)
          await pause()
        }
        scanner.end()
      } finally {
        await file.close()
      }
    },
  }
}

function sizeOf(range: SheetRange | undefined): number {
  return range === undefined ? 0 : range.end - range.start
}
