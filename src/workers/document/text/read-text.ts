/** The whole text of a file that is to be shown, not computed with: decoded, its line ends made one kind. */
import { readFile } from 'node:fs/promises'
import type { DocumentWarning } from '../../../shared/document/document.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { WorkContext } from '../../context.ts'
import { detectEncoding, readBlock, readHead, surveyBytes } from '../../convert/csv/encoding.ts'
import type { DocumentFile } from '../document-file.ts'

/** A novel has one megabyte; what is larger than this is a log or a table, and no one reads it page by page. */
const maxTextBytes = 32 * 1024 * 1024
/** Markup takes a hundred times as much memory while it is made safe. */
export const maxMarkupBytes = 4 * 1024 * 1024
const sampleBytes = 256 * 1024

export interface WholeText {
  readonly text: string
  readonly warnings: readonly DocumentWarning[]
}

/** `declared` looks at the first bytes, read as Latin-1, for an encoding the file names itself; a byte order mark goes before it. */
export async function readText(
  source: DocumentFile,
  context: WorkContext,
  declared: (head: string) => string | null = () => null,
  maxBytes = maxTextBytes,
): Promise<WholeText> {
  if (source.bytes > maxBytes) throw new StoryglassError('too_large', `${source.bytes} bytes of text`)
  const head = await readHead(source.path, sampleBytes)
  if (head.length === 0) throw new StoryglassError('empty_file')
  const survey = await surveyBytes(source.path, context)
  let encoding = detectEncoding(head)
  if (encoding.label === 'utf-8' && encoding.note === null && encoding.markBytes === 0 && !survey.utf8) {
    encoding = detectEncoding(await readBlock(source.path, Math.max(0, survey.invalidAt - 1024), sampleBytes))
  }
  const named = encoding.markBytes > 0 || survey.utf8 ? null : knownLabel(declared(head.toString('latin1', 0, 4096)))
  const bytes = await readFile(source.path)
  const text = new TextDecoder(named ?? encoding.label).decode(bytes)
  const note = named === null ? encoding.note : null
  return {
    text: text.replace(/\r\n?/gu, '\n').replaceAll('\0', ''),
    warnings: note === null ? [] : [{ code: 'encoding_guessed', page: null, message: note }],
  }
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
