/** What a file is, by its bytes and never by its name. */
import { stat } from 'node:fs/promises'
import { explainFileError } from '../../../disk/file-errors.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { containers } from '../../../shared/file-formats/containers.ts'
import { endingOf, formatIds, promises } from '../../../shared/file-formats/formats.ts'
import { detailOfRefused, type RefusedKindId, refusedKind } from '../../../shared/file-formats/refused.ts'
import type { FormatId } from '../../../shared/file-formats/registry.ts'
import { type Archive, withArchive } from '../../files/archive.ts'
import { containerOf } from '../../files/containers/recognise.ts'
import { detectEncoding } from '../../files/encoding.ts'
import { contentOfOleContainer } from '../../files/ole-container.ts'
import { readHead } from '../../files/read-text-file.ts'
import { withoutNul } from '../../files/text-decoder.ts'
import { recognitionOf } from '../readers.ts'
import { refusedBy } from './refused-marks.ts'

const headBytes = 64 * 1024

export type Identified =
  | { readonly is: 'format'; readonly id: FormatId }
  /** `start` is the beginning of the file; `whole` when it is all of it. */
  | { readonly is: 'text'; readonly start: string; readonly whole: boolean }
  /** Bytes without a mark anyone knows, that are no text either. */
  | { readonly is: 'binary'; readonly detail: string }

interface Head {
  readonly path: string
  readonly bytes: Buffer
}

/** In the order in which they are asked: the first that knows the file decides, or throws why it is not read. */
const steps: readonly ((head: Head) => Promise<Identified | null> | Identified | null)[] = [
  inOleContainer,
  inContainer,
  bySignature,
  refuseBySignature,
  asText,
]

/** Throws where it is certain that nothing can read it: missing, empty, a picture, encrypted, of an older kind … */
export async function identify(path: string): Promise<Identified> {
  const bytes = await readFileHead(path)
  if (bytes.length === 0) throw new StoryglassError('empty_file')
  for (const step of steps) {
    const found = await step({ path, bytes })
    if (found !== null) return found
  }
  return { is: 'binary', detail: 'nothing in it is known' }
}

async function readFileHead(path: string): Promise<Buffer> {
  const bytes = await reasoned(async () => {
    const stats = await stat(path)
    if (stats.isDirectory()) throw new StoryglassError('is_folder')
    if (!stats.isFile()) throw new StoryglassError('file_unreadable', 'neither a file nor a folder')
    return readHead(path, headBytes)
  })
  if (bytes.length === 0 || bytes.length >= 4) return bytes
  // So that numbers can be read from its start.
  return Buffer.concat([bytes], bytes.length).length < 4 ? Buffer.concat([bytes, Buffer.from('\n\n\n\n')], 4) : bytes
}

async function reasoned<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw explainFileError(error, 'reading')
  }
}

export function refusal(id: RefusedKindId): StoryglassError {
  return new StoryglassError(refusedKind(id).reason, detailOfRefused(id))
}

/** What Office wrote before 2007, and what it encrypts. */
async function inOleContainer({ path, bytes }: Head): Promise<Identified | null> {
  if (bytes.readUInt32BE(0) !== 0xd0cf11e0) return null
  const content = await contentOfOleContainer(path)
  if (content === 'encrypted') throw new StoryglassError('encrypted_workbook')
  const read = formatIds.find((id) => recognitionOf(id).ole === content)
  if (read !== undefined) return { is: 'format', id: read }
  const refused = refusedBy('ole').find(([, mark]) => mark.content.includes(content))
  throw refused === undefined ? new StoryglassError('binary_file', 'an OLE compound file') : refusal(refused[0])
}

/** Opening it also tells archives that are damaged. */
async function inContainer({ path, bytes }: Head): Promise<Identified | null> {
  const mark = bytes.toString('latin1', 0, 4)
  if (mark !== 'PK\u0003\u0004' && mark !== 'PK\u0005\u0006') return null
  return withArchive(path, async (archive) => {
    const id = await formatOfPackage(archive)
    if (id === null) throw new StoryglassError('not_a_workbook', `an archive of ${archive.names.length} files`)
    return { is: 'format', id }
  })
}

/** Null for an archive that is no package of a known kind. Throws where it is of a kind that is known and not read. */
async function formatOfPackage(archive: Archive): Promise<FormatId | null> {
  const contained = formatIds.flatMap((id) => {
    const { container } = recognitionOf(id)
    return container === undefined ? [] : [{ id, ...container }]
  })
  for (const { id, part, holding } of contained) {
    if (archive.has(part) && (holding === undefined || holding.test(await smallText(archive, part)))) return id
  }
  // The main part may have any name; the list of content types says which it is.
  const types = await smallText(archive, '[Content_Types].xml')
  const withType = contained.find(({ contentTypes }) => contentTypes?.test(types) === true)
  if (withType !== undefined) return withType.id
  for (const [id, { part, holding }] of refusedBy('part')) {
    if (!archive.has(part) || (holding !== null && !holding.test(await smallText(archive, part)))) continue
    throw refusal(id)
  }
  return null
}

/** Whether an archive is a file of a kind of its own, read or refused as such, rather than files packed together. */
export async function isPackage(archive: Archive, name: string): Promise<boolean> {
  if (archive.has('[Content_Types].xml') || isPackageName(name)) return true
  try {
    return (await formatOfPackage(archive)) !== null
  } catch (error) {
    if (error instanceof StoryglassError) return true
    throw error
  }
}

/** A zip archive called like a workbook is one that is damaged or misnamed, and its parts are nobody's files. */
function isPackageName(name: string): boolean {
  if (formatIds.some((id) => recognitionOf(id).container !== undefined && promises(name, id))) return true
  return refusedBy('part').some(([id]) => refusedKind(id).endings.includes(endingOf(name)))
}

async function smallText(archive: Archive, part: string): Promise<string> {
  return archive.has(part) ? (await archive.read(part, 4 * 1024 * 1024)).toString('utf8') : ''
}

function bySignature({ bytes }: Head): Identified | null {
  const id = formatIds.find((one) => recognitionOf(one).signature?.(bytes) === true)
  return id === undefined ? null : { is: 'format', id }
}

/** A container that was not taken apart (see `open-source.ts`) holds no text itself. */
function refuseBySignature({ bytes }: Head): null {
  const container = containerOf(bytes)
  if (container !== null) throw new StoryglassError('binary_file', `a ${containers[container].name} archive`)
  const found = refusedBy('signature').find(([, { hex }]) => hex.some((one) => startsWith(bytes, one)))
  if (found === undefined) return null
  throw refusal(found[0])
}

function startsWith(bytes: Buffer, hex: string): boolean {
  return bytes.subarray(0, hex.length / 2).toString('hex') === hex
}

function asText({ bytes }: Head): Identified {
  const encoding = detectEncoding(bytes)
  const whole = bytes.length < headBytes
  const decoded = new TextDecoder(encoding.label).decode(bytes.subarray(encoding.markBytes), { stream: !whole })
  const start = withoutNul(decoded)
  const oddity = notText(start, zeroRuns(decoded))
  return oddity === null ? { is: 'text', start, whole } : { is: 'binary', detail: oddity }
}

/** How often zero characters stand in it, one after another counted once. */
function zeroRuns(text: string): number {
  return text.match(/\0+/gu)?.length ?? 0
}

/**
 * Control characters no text has. A stray few are damage, not a binary file; zeros alone, and lines they stand in, are
 * what programs leave that crashed or wrote whole buffers.
 */
function notText(text: string, zeros: number): string | null {
  let controls = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    // Tab, line ends, form feed, the separators some exports use (1, 30, 31), and the DOS end-of-file mark are text.
    if (code < 32 && ![9, 10, 12, 13, 11, 1, 26, 27, 28, 29, 30, 31].includes(code)) controls += 1
    else if (code === 0x7f || code === 0xfffd || (code >= 0x80 && code < 0xa0)) controls += 0.5
  }
  if (controls > 0 || !text.includes('\n') || zeros > 0.1 * text.length) controls += zeros
  return controls > Math.max(4, 0.005 * text.length)
    ? `${Math.round(controls)} of ${text.length} characters are not text`
    : null
}
