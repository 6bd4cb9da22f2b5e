/** What a text with cells is: its encoding, its dialect, its layout, and how many records it has. */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { note } from '../../../shared/story/note.ts'
import { type ByteSurvey, surveyBytes } from '../../files/byte-survey.ts'
import { detectEncoding } from '../../files/encoding.ts'
import { readBlock, readHead } from '../../files/read-text-file.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { RecordCounter } from '../../tables/delimited/count-records.ts'
import { type KnownOfText, openTextSource, type TextSource } from './source.ts'

export interface Understood {
  readonly source: TextSource
  readonly bytes: ByteSurvey
  /** Records that are not empty lines, header included, counted from the bytes; null where bytes cannot tell them. */
  readonly records: number | null
}

/** Encoding judged on every byte, dialect and layout on the first part. */
export async function understand(
  file: string,
  context: WorkContext,
  onBytes: (done: number) => void = () => undefined,
  given: KnownOfText = {},
): Promise<Understood> {
  const head = await readHead(file)
  if (head.length === 0) throw new StoryglassError('empty_file')
  const isAsked = given.asked?.encoding !== undefined
  const first = await openTextSource(file, isAsked ? given : { ...given, encoding: detectEncoding(head) })
  let { encoding } = first
  const { markBytes } = encoding
  const counter = RecordCounter.of(first.dialect)
  let mark = encoding.markBytes
  const bytes = await surveyBytes(file, context, onBytes, (chunk) => {
    counter?.push(mark > 0 ? chunk.subarray(mark) : chunk)
    mark = 0
  })
  const records = counter?.count() ?? null
  if (isAsked || encoding.label !== 'utf-8' || bytes.utf8 || encoding.note !== null)
    return { source: first, bytes, records }
  const there = await readBlock(file, Math.max(0, bytes.invalidAt - 1024), 256 * 1024)
  const ascii = !head.subarray(encoding.markBytes).some((byte) => byte >= 0x80)
  const rest = detectEncoding(there.subarray(there.indexOf(10) + 1))
  const invalid = note('text.invalidBytes')
  const isMixed = rest.strays !== undefined
  encoding = ascii && rest.label !== 'utf-8' ? rest : isMixed ? { ...rest, markBytes } : { ...encoding, note: invalid }
  const source = await openTextSource(file, { ...given, encoding })
  const sameDialect = JSON.stringify(source.dialect) === JSON.stringify(first.dialect)
  return { source, bytes, records: sameDialect ? records : null }
}
