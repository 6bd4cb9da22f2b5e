/** A fingerprint of what a source looks like, whatever stands in its rows: equal for the same export of another month. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { isTableFormat } from '../../../shared/file-formats/formats.ts'
import type { FormatId } from '../../../shared/file-formats/registry.ts'
import { detectEncoding } from '../../files/encoding.ts'
import { readHead } from '../../files/read-text-file.ts'
import { decoderOf } from '../../files/text-decoder.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { looksMeasured } from '../../tables/delimited/cell-type.ts'
import { tableReader } from '../readers.ts'

export interface ShapedFile {
  readonly path: string
  readonly name: string
  readonly bytes: number
  readonly kind: FormatId
}

const headBytes = 64 * 1024
const headLines = 30
/** To know the names of a workbook's columns it has to be read. */
const mostWorkbookBytes = 20 * 1024 * 1024
const workbooks: readonly FormatId[] = ['xlsx', 'xls', 'xlsb', 'ods']

/** `folder`: an existing one for scratch. Undefined where the names of the columns cannot be had cheaply. */
export async function shapeOf(file: ShapedFile, folder: string, context: WorkContext): Promise<string | undefined> {
  const names = await namesOf(file, folder, context)
  if (names.length === 0) return undefined
  const key = JSON.stringify([file.kind, ...names.map((name) => name.normalize('NFC').trim().toLowerCase())])
  return createHash('sha256').update(key).digest('hex').slice(0, 32)
}

async function namesOf(file: ShapedFile, folder: string, context: WorkContext): Promise<readonly string[]> {
  const head = async (at: string): Promise<string[]> => namesInText(decoded(await readHead(at, headBytes)))
  if (file.kind === 'csv' || file.kind === 'fixedWidth') return head(file.path)
  if (!workbooks.includes(file.kind) || !isTableFormat(file.kind) || file.bytes > mostWorkbookBytes) return []
  const { writeText } = tableReader(file.kind)
  if (writeText === null) return []
  const outputPath = path.join(folder, '.shape.csv')
  try {
    await writeText({ source: file, table: null, format: 'csv', outputPath }, context)
    const [line = ''] = (await readFile(outputPath, 'utf8')).split('\n', 1)
    return cellsOf(line)
  } catch {
    // What cannot be read so far says why when it is converted.
    return []
  }
}

function decoded(head: Buffer): string {
  const encoding = detectEncoding(head)
  return decoderOf(encoding).decode(head.subarray(encoding.markBytes), { stream: true })
}

/** The line with the most different words, whatever separates them: so it is found before anything is decided, or told. */
export function namesInText(text: string): string[] {
  let best: string[] = []
  for (const line of text.split(/\r\n|\r|\n/u, headLines)) {
    const names = cellsOf(line).filter((cell) => /\p{L}/u.test(cell) && !looksMeasured(cell))
    if (new Set(names).size > new Set(best).size) best = names
  }
  return best
}

function cellsOf(line: string): string[] {
  return line
    .split(/[,;\t|]/u)
    .map((cell) => cell.trim().replaceAll(/^["']|["']$/gu, ''))
    .filter((cell) => cell !== '')
}
