/** The text of a file that is to be shown, not computed with: decoded, its line ends made one kind. */

import { type DocumentWarning, warningOf } from '../../../shared/document/warning.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { Note } from '../../../shared/story/note.ts'
import { surveyBytes } from '../../files/byte-survey.ts'
import { detectEncoding } from '../../files/encoding.ts'
import { decodedChunks, readBlock, readHead } from '../../files/read-text-file.ts'
import type { Encoding } from '../../files/text-decoder.ts'
import type { DocumentFile } from '../../pages/document-file.ts'
import type { WorkContext } from '../../runtime/context.ts'

const sampleBytes = 256 * 1024

export interface OpenedText {
  /** On its encoding, where that was guessed. */
  readonly note: Note | null
  readonly warnings: readonly DocumentWarning[]
  /** All of it, in parts of up to a million characters. Reports the bytes read as progress. */
  chunks(): AsyncGenerator<string, void, undefined>
}

/**
 * `declared` looks at the first bytes, read as Latin-1, for an encoding the file names itself; a byte order mark goes
 * before it. Throws `too_large` above `maxBytes`, `empty_file`.
 */
export async function openText(
  source: DocumentFile,
  context: WorkContext,
  maxBytes: number,
  declared: (head: string) => string | null = () => null,
): Promise<OpenedText> {
  if (source.bytes > maxBytes) throw new StoryglassError('too_large', `${source.bytes} bytes of text`)
  const head = await readHead(source.path, sampleBytes)
  if (head.length === 0) throw new StoryglassError('empty_file')
  const survey = await surveyBytes(source.path, context)
  let encoding = detectEncoding(head)
  if (encoding.label === 'utf-8' && encoding.note === null && encoding.markBytes === 0 && !survey.utf8) {
    encoding = detectEncoding(await readBlock(source.path, Math.max(0, survey.invalidAt - 1024), sampleBytes))
  }
  const named = encoding.markBytes > 0 || survey.utf8 ? null : knownLabel(declared(head.toString('latin1', 0, 4096)))
  if (named !== null) encoding = { label: named, markBytes: 0, note: null }
  return {
    note: encoding.note,
    warnings: encoding.note === null ? [] : [warningOf('encoding_guessed', null, encoding.note)],
    chunks: () => cleanChunks(source, encoding, context),
  }
}

async function* cleanChunks(
  source: DocumentFile,
  encoding: Encoding,
  context: WorkContext,
): AsyncGenerator<string, void, undefined> {
  let held = ''
  const total = Math.max(1, source.bytes)
  const onBytes = (done: number): void =>
    context.progress({ done: Math.min(done, total), total, unit: 'bytes', note: null })
  for await (const chunk of decodedChunks(source.path, encoding, context, onBytes)) {
    const text = held + chunk
    // A return at the end may be half of a line end.
    held = text.endsWith('\r') ? '\r' : ''
    yield clean(held === '' ? text : text.slice(0, -1))
  }
  if (held !== '') yield clean(held)
}

function clean(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replaceAll('\0', '')
}

function knownLabel(label: string | null): string | null {
  if (label === null) return null
  try {
    const { encoding } = new TextDecoder(label)
    // Whoever could read the declaration as single bytes has no UTF-16 before him, whatever it says.
    return encoding.startsWith('utf-16') ? null : encoding
  } catch {
    // A label no one knows is no declaration.
    return null
  }
}
