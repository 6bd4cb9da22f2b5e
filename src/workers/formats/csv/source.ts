/** A text file understood: encoding, dialect, layout, and rows sampled from all over it to decide the columns on. */
import { stat } from 'node:fs/promises'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { ReadingOptions } from '../../../shared/story/reading.ts'
import { detectEncoding } from '../../files/encoding.ts'
import { readBlock, readHead } from '../../files/read-text-file.ts'
import type { Encoding } from '../../files/text-decoder.ts'
import { decoderOf } from '../../files/text-decoder.ts'
import type { Aside } from '../../tables/asides/find-asides.ts'
import { detectDialects } from '../../tables/delimited/detect.ts'
import { type Dialect, plainComma } from '../../tables/delimited/dialect.ts'
import { detectLayout, isBlank, isComment, type Layout, layoutBelowNames } from '../../tables/delimited/layout.ts'
import { type CsvRecord, Tokenizer } from '../../tables/delimited/tokenizer.ts'
import { asidesOf } from './asides.ts'
import { faultOfAsked, isKnownEncoding } from './asked.ts'
import { fillDownOf } from './fill-down.ts'
import { assertColumns } from './limits.ts'

const headBytes = 512 * 1024
const blockBytes = 64 * 1024
const blocks = 4
const headRecords = 1000
/** Of a file that is held in memory whole. */
const mostRecordsHeld = 25_000

export interface TextSource {
  readonly path: string
  readonly bytes: number
  readonly encoding: Encoding
  readonly dialect: Dialect
  /** What it could have been, with another delimiter. */
  readonly runnerUp: Dialect | null
  /** What a person said of it. */
  readonly asked: ReadingOptions
  readonly layout: Layout
  /** The first records of the file, all of them when `complete`. */
  readonly head: readonly CsvRecord[]
  readonly complete: boolean
  /** `head` is not what the file begins with, but a table in it: its records are taken from there. */
  readonly held: boolean
  /** Records that are no rows of the table, by their index in the file; known only when `complete`. */
  readonly asides: ReadonlyMap<number, Aside>
  /** Columns in which a label stands once for the rows below it. */
  readonly fillDown: readonly number[]
  /** The last record of a file that is not held whole; empty where it is not known. */
  readonly last: readonly string[]
  /** Records of the right width from the middle and the end, in order; none when quotes make their start uncertain. */
  readonly elsewhere: readonly (readonly string[])[]
}

/** What is known of a file that Storyglass wrote itself, of a table in a document: it is plain CSV. */
export interface WrittenTable {
  /** Whether its first record is known to be its header. Otherwise the content decides. */
  readonly header: boolean
}

/** What is known of a text before it is opened. */
export interface KnownOfText {
  /** Where it was judged before. */
  readonly encoding?: Encoding | undefined
  readonly written?: WrittenTable | undefined
  readonly asked?: ReadingOptions | undefined
}

/** Throws `not_as_told` where the text is not as a person says, `too_large` where it has too many columns. */
export async function openTextSource(path: string, given: KnownOfText = {}): Promise<TextSource> {
  const { written, asked = {} } = given
  const { size: bytes } = await stat(path)
  if (bytes === 0) throw new StoryglassError('empty_file')
  const head = await readHead(path, headBytes)
  const known = given.encoding ?? askedEncoding(asked, head) ?? detectEncoding(head)
  const complete = head.length === bytes
  const text = decoderOf(known).decode(head.subarray(known.markBytes), { stream: !complete })
  if (text.trim() === '' && complete) throw new StoryglassError('empty_file', 'nothing but white space')
  const fault = faultOfAsked(text, asked)
  if (fault !== null) throw new StoryglassError('not_as_told', fault)
  const { dialect, runnerUp } =
    written === undefined ? detectDialects(text, complete, asked) : { dialect: plainComma, runnerUp: null }
  const records = headOf(text, dialect, complete)
  assertColumns(records.reduce((most, { cells }) => Math.max(most, cells.length), 0))
  const layout = written?.header === true ? layoutBelowNames(records) : detectLayout(records, dialect.delimiter, asked)
  const finished = complete && records.length < mostRecordsHeld
  const multiline = records.some(({ cells }) => cells.some((cell) => cell.includes('\n')))
  const sampled = finished || multiline ? noRows : await sampleElsewhere(path, bytes, known, dialect, layout)
  const elsewhere = sampled.rows
  const asides = finished ? asidesOf(records, layout, asked.keepTotals) : new Map<number, Aside>()
  const fillDown = fillDownOf(records, layout, asides)
  const found = {
    dialect,
    layout,
    head: records,
    complete: finished,
    held: false,
    asides,
    fillDown,
    elsewhere,
    last: sampled.last,
  }
  return { path, bytes, encoding: known, runnerUp, asked, ...found }
}

/** With its byte order mark, if the text has the one of that encoding. */
function askedEncoding({ encoding }: ReadingOptions, head: Buffer): Encoding | null {
  if (encoding === undefined) return null
  if (!isKnownEncoding(encoding)) throw new StoryglassError('not_as_told', `"${encoding}" is no encoding that is known`)
  const { encoding: label } = new TextDecoder(encoding)
  const found = detectEncoding(head)
  return { label, markBytes: found.label === label ? found.markBytes : 0, note: null }
}

function headOf(text: string, dialect: Dialect, complete: boolean): CsvRecord[] {
  const records: CsvRecord[] = []
  const most = complete ? mostRecordsHeld : headRecords
  const tokenizer = new Tokenizer(dialect, (record) => {
    if (records.length < most) records.push(record)
  })
  tokenizer.push(text)
  if (complete || records.length === 0) tokenizer.end()
  return records
}

interface ElsewhereRows {
  readonly rows: readonly (readonly string[])[]
  readonly last: readonly string[]
}

const noRows: ElsewhereRows = { rows: [], last: [] }

/** Blocks are entered at a line end, so that a record begins there unless it is inside quotes. */
async function sampleElsewhere(
  path: string,
  bytes: number,
  encoding: Encoding,
  dialect: Dialect,
  layout: Layout,
): Promise<ElsewhereRows> {
  const rows: string[][] = []
  let last: readonly string[] = []
  // Two bytes or more a character: an even start is a character's start only in UTF-16.
  const wide = encoding.label.startsWith('utf-16')
  if (!wide && encoding.label !== 'utf-8' && !encoding.label.startsWith('windows-')) return noRows
  for (let block = 1; block <= blocks; block += 1) {
    const anywhere = Math.max(0, Math.floor(((bytes - blockBytes) * block) / blocks))
    // Even by arithmetic: operators of bits know no place beyond two gigabytes.
    const position = anywhere - (anywhere % 2)
    if (position < headBytes && block < blocks) continue
    const text = decoderOf(encoding).decode(await readBlock(path, position, blockBytes))
    const start = text.search(/[\r\n]/u)
    if (start < 0) continue
    const records: CsvRecord[] = []
    const tokenizer = new Tokenizer(dialect, (record) => records.push(record))
    tokenizer.push(text.slice(start).replace(/^[\r\n]+/u, ''))
    if (block === blocks) {
      tokenizer.end()
      last = records.findLast((record) => !isBlank(record))?.cells ?? []
    }
    for (const record of records.slice(0, 100)) {
      if (record.cells.length === layout.width && !isComment(record, layout.comment)) rows.push([...record.cells])
    }
  }
  return { rows, last }
}

/** The rows to decide columns on: from the head, then from elsewhere. */
export function* sampledRows(source: TextSource): Generator<readonly string[]> {
  for (const [index, record] of source.head.entries()) {
    if (index < source.layout.dataStart || source.asides.has(index)) continue
    if (!isBlank(record) && !isComment(record, source.layout.comment)) yield record.cells
  }
  yield* source.elsewhere
}
