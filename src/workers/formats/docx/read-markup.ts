/** The markup of a Word document, part by part: by mammoth, and where that fails, plainly. */
import { type DocumentWarning, warningOf } from '../../../shared/document/warning.ts'
import { CancelledError, StoryglassError } from '../../../shared/failure/failure.ts'
import { listOf, type Note, note } from '../../../shared/story/note.ts'
import type { Archive } from '../../files/archive.ts'
import { MarkupFlow } from '../../pages/flow/flow.ts'
import type { Flow } from '../../pages/flow/flowed.ts'
import type { ImageKeeper } from '../../pages/flow/images.ts'
import { PageTimeLimit } from '../../pages/flow/page-time-limit.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { bodyParts } from './body-parts.ts'
import { MammothReader, maxTreeBytes } from './mammoth-html.ts'
import { NoteGatherer } from './notes.ts'
import { markPageBreaks, pageSizeOf } from './page-breaks.ts'
import { readPlainly } from './plain-reader.ts'

/** Of the main part as text in memory; a document of a thousand pages has 30 million. Larger ones are read as a stream. */
const maxMainBytes = 48 * 1024 * 1024

export interface FlowedDocument {
  readonly flow: Flow
  readonly warnings: readonly DocumentWarning[]
  /** Points; null where it says none. */
  readonly size: { readonly width: number; readonly height: number } | null
}

/** Throws `damaged_document` where no text can be had, `too_slow`, `hostile_content`. */
export async function readMarkup(
  archive: Archive,
  mainPart: string,
  images: ImageKeeper,
  context: WorkContext,
): Promise<FlowedDocument> {
  const bytes = archive.size(mainPart) ?? 0
  const startFlow = (isMarked: boolean): MarkupFlow =>
    new MarkupFlow(isMarked ? 'marked' : 'by length', (src) => (images.has(src) ? src : null), context)
  if (bytes > maxMainBytes) {
    // Its page ends are not known before it has been read; it is long enough to have some.
    const flow = startFlow(true)
    const warnings = await flowPlainly(archive.chunks(mainPart), note('documents.tooLarge'), flow, context)
    return { flow: flow.end(), warnings, size: null }
  }
  const xml = await readText(archive, mainPart)
  if (xml === null) {
    const flow = startFlow(true)
    const warnings = await flowPlainly(archive.chunks(mainPart), note('documents.itsTextDamaged'), flow, context)
    return { flow: flow.end(), warnings, size: null }
  }
  const marked = markPageBreaks(xml)
  await context.yieldToEventLoop()
  const flow = startFlow(/<(?:\w+:)?br\b[^<>]*type\s*=\s*["']page["']/u.test(marked))
  const parts = await bodyParts(marked, context)
  const whole = parts.length === 0 ? [{ xml: marked, end: marked.length }] : parts
  const warnings = await flowParts(new MammothReader(archive, mainPart, images), whole, flow, context)
  return { flow: flow.end(), warnings, size: pageSizeOf(xml) }
}

/** Null for a part that is damaged. */
async function readText(archive: Archive, mainPart: string): Promise<string | null> {
  try {
    const bytes = await archive.read(mainPart, maxMainBytes)
    const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
    return isWide ? null : bytes.toString('utf8')
  } catch (error) {
    if (error instanceof StoryglassError && error.reason === 'damaged_workbook') return null
    throw error
  }
}

async function flowParts(
  reader: MammothReader,
  parts: readonly { readonly xml: string; readonly end: number }[],
  flow: MarkupFlow,
  context: WorkContext,
): Promise<DocumentWarning[]> {
  const total = Math.max(1, parts.at(-1)?.end ?? 1)
  const timeLimit = new PageTimeLimit()
  const notes = new NoteGatherer()
  const ignored = new Set<string>()
  const plainWarnings: DocumentWarning[] = []
  for (const part of parts) {
    let why: string | Note = note('documents.tooLarge')
    let html: string | null = null
    if (part.xml.length <= maxTreeBytes) {
      try {
        const reading = await reader.read(part.xml)
        for (const name of reading.ignored) ignored.add(name)
        html = notes.take(reading.html)
      } catch (error) {
        // What it is not meant for, it fails at in many ways; what is hostile fails the plain reading, too.
        if (error instanceof CancelledError || (error instanceof Error && 'syscall' in error)) throw error
        why = error instanceof Error ? error.message : String(error)
      }
    }
    if (html !== null) await flow.write(html)
    else {
      const warnings = await flowPlainly(inBytes(part.xml), why, flow, context, parts.length > 1)
      if (plainWarnings.length === 0) plainWarnings.push(...warnings)
    }
    context.progress({ done: part.end, total, unit: 'characters', note: null })
    await context.yieldToEventLoop()
    timeLimit.check(flow.pageCount)
  }
  await flow.write(notes.end())
  return [...plainWarnings, ...leftOut([...ignored])]
}

async function* inBytes(xml: string): AsyncGenerator<Buffer, void, undefined> {
  const characters = 64 * 1024
  // Whole characters only: half of a pair has no bytes.
  for (let at = 0; at < xml.length; ) {
    const low = xml.charCodeAt(at + characters)
    const end = at + characters + (low >= 0xdc00 && low <= 0xdfff ? 1 : 0)
    yield Buffer.from(xml.slice(at, end), 'utf8')
    at = end
  }
}

async function flowPlainly(
  chunks: AsyncIterable<Buffer>,
  why: string | Note,
  flow: MarkupFlow,
  context: WorkContext,
  isPart = false,
): Promise<DocumentWarning[]> {
  const { html, damage } = await readPlainly(chunks, context)
  if (html === '' && damage !== null && !isPart) throw new StoryglassError('damaged_document', damage)
  await flow.write(html)
  const what = isPart ? 'documents.partReadPlainly' : 'documents.readPlainly'
  const warnings = [warningOf('read_plainly', null, note(what, { why }))]
  if (damage !== null) warnings.push(warningOf('text_damaged', null, note('documents.textDamaged', { cause: damage })))
  return warnings
}

type ContentName =
  | ('embeddedObjects' | 'formulas' | 'charts' | 'diagrams' | 'phoneticGuides')
  | ('wordArt' | 'formControls' | 'insertedDocuments')

/** What a reader would miss; the other elements that are passed over only describe how something looks. */
const namesOfContent: Readonly<Record<string, ContentName>> = {
  OLEObject: 'embeddedObjects',
  object: 'embeddedObjects',
  oMath: 'formulas',
  oMathPara: 'formulas',
  chart: 'charts',
  relIds: 'diagrams',
  rt: 'phoneticGuides',
  textpath: 'wordArt',
  control: 'formControls',
  altChunk: 'insertedDocuments',
}

function leftOut(elements: readonly string[]): DocumentWarning[] {
  const names = new Set(elements.map((name) => namesOfContent[name]).filter((name) => name !== undefined))
  if (names.size === 0) return []
  const what = listOf([...names].map((name) => note(`documents.${name}`)))
  return [warningOf('content_left_out', null, note('documents.leftOut', { what }))]
}
