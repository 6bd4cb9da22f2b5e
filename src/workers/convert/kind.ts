/** What kind of file this is, by its content and never by its name. */
import { stat } from 'node:fs/promises'
import type { StageInput, StageOutput } from '../../shared/contract/stages.ts'
import type { TaskMap } from '../../shared/contract/tasks.ts'
import { type FailureReason, StoryglassError } from '../../shared/failure/failure.ts'
import type { SourceKind } from '../../shared/story/source.ts'
import type { WorkContext } from '../context.ts'
import { detectEncoding, readHead } from './csv/encoding.ts'
import { kindOfText } from './kind-of-text.ts'
import { withArchive } from './xlsx/archive.ts'

/** The one place that says which kinds can be converted today. */
const readableKinds: readonly SourceKind[] = ['csv', 'xlsx']

const headBytes = 64 * 1024
const endings: Readonly<Partial<Record<SourceKind, RegExp>>> = {
  csv: /\.(?:csv|tsv|tab|txt|psv|dat|data|asc)$/iu,
  xlsx: /\.(?:xlsx|xlsm|xltx|xltm|xlam)$/iu,
}

/** Fails with the reason (missing, a folder, empty, binary, encrypted …) when it is none we read. */
export async function detectKind(
  input: TaskMap['kind']['input'],
  _context: WorkContext,
): Promise<TaskMap['kind']['output']> {
  const { kind, detail } = await identify(input.source.path)
  if (!readableKinds.includes(kind)) throw new StoryglassError('unsupported_kind', detail)
  return { kind }
}

/** The import stage: the file is as it was when it was accepted, and is of a kind we read. */
export async function importSource(input: StageInput<'import'>, context: WorkContext): Promise<StageOutput<'import'>> {
  context.progress({ done: 0, total: 1, unit: 'files', note: 'Looking at the file' })
  const { kind } = await detectKind(input, context)
  const { size } = await stat(input.source.path)
  if (size !== input.source.bytes) {
    throw new StoryglassError('file_changed', `it had ${input.source.bytes} bytes and has ${size}`)
  }
  await context.breathe()
  context.progress({ done: 1, total: 1, unit: 'files', note: null })
  const ending = /\.[^.]+$/u.test(input.source.name)
  return { kind, misnamed: ending && !(endings[kind]?.test(input.source.name) ?? true) }
}

export interface Identified {
  readonly kind: SourceKind
  /** What it is, in more words than the kind has. */
  readonly detail: string | null
}

/** Of any file, readable or not. Throws only where it is certain that nothing can read it. */
export async function identify(path: string): Promise<Identified> {
  const head = await readFileHead(path)
  if (head.length === 0) throw new StoryglassError('empty_file')
  if (head.readUInt32BE(0) === 0xd0cf11e0 || startsWith(head, 'PK\u0003\u0004') || startsWith(head, 'PK\u0005\u0006')) {
    return kindOfArchive(path)
  }
  // A PDF may have up to a kilobyte of other bytes before its mark.
  if (head.subarray(0, 1024).includes('%PDF-')) return { kind: 'pdf', detail: 'a PDF document' }
  const magic = binaryMagic(head)
  if (magic !== null) throw new StoryglassError('binary_file', magic)
  const encoding = detectEncoding(head)
  const text = new TextDecoder(encoding.label).decode(head.subarray(encoding.markBytes), { stream: true })
  const oddity = notText(text)
  if (oddity !== null) throw new StoryglassError('binary_file', oddity)
  return kindOfText(text)
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

/** Opening it also tells encrypted and old workbooks, and archives that are damaged. */
async function kindOfArchive(path: string): Promise<Identified> {
  return withArchive(path, async (archive) => {
    if (archive.has('xl/workbook.xml')) return { kind: 'xlsx', detail: null }
    if (archive.has('xl/workbook.bin')) {
      return { kind: 'unknown', detail: 'a binary workbook (.xlsb); save it as .xlsx' }
    }
    if (archive.has('word/document.xml')) return { kind: 'docx', detail: 'a Word document' }
    if (await hasWorkbookPart(archive)) return { kind: 'xlsx', detail: null }
    if (archive.has('content.xml') && archive.has('mimetype')) {
      return { kind: 'unknown', detail: 'an OpenDocument file; save it as .xlsx' }
    }
    throw new StoryglassError('not_a_workbook', `an archive of ${archive.names.length} files`)
  })
}

/** The main part may have any name; the list of content types says which it is. */
async function hasWorkbookPart(archive: Parameters<Parameters<typeof withArchive>[1]>[0]): Promise<boolean> {
  if (!archive.has('[Content_Types].xml')) return false
  const types = (await archive.read('[Content_Types].xml', 4 * 1024 * 1024)).toString('utf8')
  return /spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template|addin)\.macroEnabled\.main/iu.test(types)
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
