/** What a file is, by its bytes and never by its name. */
import { stat } from 'node:fs/promises'
import { type FailureReason, StoryglassError } from '../../../shared/failure/failure.ts'
import { type Archive, withArchive } from '../../files/archive.ts'
import { detectEncoding, readHead } from '../../files/encoding.ts'
import { kindOfText } from './kind-of-text.ts'
import { contentOfOleContainer } from './ole-container.ts'

const headBytes = 64 * 1024

/** A text is one of three: marked up as a web page, of a kind of its own (JSON, XML …), or any other. */
export type Identified =
  | { readonly is: 'kind'; readonly kind: 'pdf' | 'docx' | 'xlsx' }
  /** `start` is the beginning of the file; `whole` when it is all of it. */
  | {
      readonly is: 'text'
      readonly kind: 'html' | 'plain' | 'other'
      readonly detail: string | null
      readonly start: string
      readonly whole: boolean
    }
  /** Bytes without a mark anyone knows, that are no text either. */
  | { readonly is: 'binary'; readonly detail: string }

/** Throws where it is certain that nothing can read it: missing, empty, a picture, encrypted, of an older kind … */
export async function identify(path: string): Promise<Identified> {
  const head = await readFileHead(path)
  if (head.length === 0) throw new StoryglassError('empty_file')
  if (head.readUInt32BE(0) === 0xd0cf11e0) throw await refusalOfOleContainer(path)
  if (startsWith(head, 'PK\u0003\u0004') || startsWith(head, 'PK\u0005\u0006')) {
    return { is: 'kind', kind: await kindOfArchive(path) }
  }
  // A PDF may have up to a kilobyte of other bytes before its mark.
  if (head.subarray(0, 1024).includes('%PDF-')) return { is: 'kind', kind: 'pdf' }
  const magic = binaryMagic(head)
  if (magic !== null) throw new StoryglassError('binary_file', magic)
  const encoding = detectEncoding(head)
  const whole = head.length < headBytes
  const start = new TextDecoder(encoding.label).decode(head.subarray(encoding.markBytes), { stream: !whole })
  const oddity = notText(start)
  if (oddity !== null) return { is: 'binary', detail: oddity }
  return { is: 'text', ...kindOfText(start), start, whole }
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

const reasonOfSystemError: Readonly<Record<string, FailureReason>> = {
  ENOENT: 'file_missing',
  ENOTDIR: 'file_missing',
  EACCES: 'file_unreadable',
  EPERM: 'file_unreadable',
  EBUSY: 'file_unreadable',
  EIO: 'file_unreadable',
  EISDIR: 'is_folder',
  ENAMETOOLONG: 'bad_path',
  ERR_INVALID_ARG_VALUE: 'bad_path',
}

async function reasoned<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const reason = reasonOfSystemError[(error as NodeJS.ErrnoException).code ?? '']
    if (reason === undefined || error instanceof StoryglassError) throw error
    throw new StoryglassError(reason, (error as Error).message, { cause: error })
  }
}

function startsWith(head: Buffer, text: string): boolean {
  return head.toString('latin1', 0, text.length) === text
}

/** What Office wrote before 2007 and what it encrypts; neither can be read. */
async function refusalOfOleContainer(path: string): Promise<StoryglassError> {
  const content = await contentOfOleContainer(path)
  switch (content) {
    case 'encrypted':
      return new StoryglassError('encrypted_workbook')
    case 'document':
      return new StoryglassError('old_document')
    case 'presentation':
      return new StoryglassError('unsupported_kind', 'a PowerPoint 97–2003 presentation; save it as PDF')
    case 'mail':
      return new StoryglassError('unsupported_kind', 'an Outlook message; save it as PDF')
    case 'workbook':
    case 'other':
      return new StoryglassError('old_workbook')
  }
}

/** Of the archives nobody here reads, what each is and what to save it as. */
const otherArchives: readonly (readonly [part: string, mimetype: RegExp | null, what: string])[] = [
  ['xl/workbook.bin', null, 'a binary workbook (.xlsb); save it as .xlsx'],
  ['ppt/presentation.xml', null, 'a PowerPoint presentation; save it as PDF'],
  ['mimetype', /opendocument\.spreadsheet/u, 'an OpenDocument spreadsheet; save it as .xlsx'],
  ['mimetype', /opendocument\.text/u, 'an OpenDocument text; save it as .docx or PDF'],
  ['mimetype', /opendocument/u, 'an OpenDocument file; save it as PDF'],
  ['mimetype', /epub/u, 'an electronic book (.epub); print it to PDF'],
  ['Index/Document.iwa', null, 'a Pages, Numbers or Keynote file; export it as PDF, .docx or .xlsx'],
]

/** Opening it also tells archives that are damaged. */
async function kindOfArchive(path: string): Promise<'xlsx' | 'docx'> {
  return withArchive(path, async (archive) => {
    if (archive.has('xl/workbook.xml')) return 'xlsx'
    if (archive.has('word/document.xml')) return 'docx'
    const types = await smallText(archive, '[Content_Types].xml')
    // The main part may have any name; the list of content types says which it is.
    if (workbookTypes.test(types)) return 'xlsx'
    if (documentTypes.test(types)) return 'docx'
    for (const [part, mimetype, what] of otherArchives) {
      if (!archive.has(part) || (mimetype !== null && !mimetype.test(await smallText(archive, part)))) continue
      throw new StoryglassError('unsupported_kind', what)
    }
    throw new StoryglassError('not_a_workbook', `an archive of ${archive.names.length} files`)
  })
}

const workbookTypes = /spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template|addin)\.macroEnabled\.main/iu
const documentTypes =
  /wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.(?:document|template)\.macroEnabled/iu

async function smallText(archive: Archive, part: string): Promise<string> {
  return archive.has(part) ? (await archive.read(part, 4 * 1024 * 1024)).toString('utf8') : ''
}

const magics: readonly (readonly [hex: string, what: string])[] = [
  ['89504e470d0a1a0a', 'a PNG image'],
  ['ffd8ff', 'a JPEG image'],
  ['47494638', 'a GIF image'],
  ['1f8b08', 'a gzip archive'],
  ['425a68', 'a bzip2 archive'],
  ['fd377a585a00', 'an xz archive'],
  ['28b52ffd', 'a zstd archive'],
  ['377abcaf271c', 'a 7-Zip archive'],
  ['526172211a07', 'a RAR archive'],
  ['50415231', 'a Parquet file'],
  ['4152524f5731', 'an Arrow file'],
  ['53514c69746520666f726d6174203300', 'an SQLite database'],
  ['7f454c46', 'a program'],
  ['cafebabe', 'a program'],
]

function binaryMagic(head: Buffer): string | null {
  const found = magics.find(([hex]) => head.subarray(0, hex.length / 2).toString('hex') === hex)
  return found?.[1] ?? null
}

/** Control characters no text has. A stray few are damage, not a binary file. */
function notText(text: string): string | null {
  let controls = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    // Tab, line ends, form feed, the separators some exports use (1, 30, 31), and the DOS end-of-file mark are text.
    if (code < 32 && ![9, 10, 12, 13, 11, 1, 26, 27, 28, 29, 30, 31].includes(code)) controls += 1
    else if (code === 0x7f || code === 0xfffd || (code >= 0x80 && code < 0xa0)) controls += 0.5
  }
  return controls > Math.max(4, 0.005 * text.length)
    ? `${Math.round(controls)} of ${text.length} characters are not text`
    : null
}
