/** Records of a part of a binary workbook (MS-XLSB 2.1.4): type and length in as many bytes as they need. */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { maxTokenBytes } from '../workbook/limits.ts'

/** Types of records (MS-XLSB 2.3) that are read. */
export const record = {
  rowHeader: 0,
  rk: 2,
  error: 3,
  boolean: 4,
  real: 5,
  text: 6,
  sharedText: 7,
  formulaText: 8,
  formulaNumber: 9,
  formulaBoolean: 10,
  formulaError: 11,
  shortRk: 13,
  shortError: 14,
  shortBoolean: 15,
  shortReal: 16,
  shortText: 17,
  shortSharedText: 18,
  sharedItem: 19,
  format: 44,
  cellFormat: 47,
  columnInfo: 60,
  richText: 62,
  workbookProperties: 153,
  sheet: 156,
  beginFilter: 161,
  mergedCell: 176,
  beginCellFormats: 617,
  endCellFormats: 618,
} as const

/** A header is at most two bytes of type and four of length. */
const maxHeaderBytes = 6

export class BinaryRecords {
  readonly #visit: (type: number, bytes: Buffer) => void
  #rest: Buffer = Buffer.alloc(0)

  /** `bytes` are the record's alone. */
  constructor(visit: (type: number, bytes: Buffer) => void) {
    this.#visit = visit
  }

  push(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    let at = 0
    for (;;) {
      const next = this.#take(bytes, at)
      if (next < 0) break
      at = next
    }
    this.#rest = bytes.subarray(at)
  }

  /** Throws where the part ends within a record. */
  end(): void {
    if (this.#rest.length > 0)
      throw new StoryglassError('damaged_workbook', 'a part of the workbook ends in the middle')
  }

  /** Hands the record at `at` on and gives what is behind it; -1 while it is not all there. */
  #take(bytes: Buffer, at: number): number {
    let index = at
    const first = bytes[index++]
    if (first === undefined) return -1
    let type = first & 0x7f
    if (first >= 0x80) {
      const second = bytes[index++]
      if (second === undefined) return -1
      type += (second & 0x7f) << 7
    }
    let length = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[index++]
      if (byte === undefined) return index - at > maxHeaderBytes ? failLength() : -1
      length += (byte & 0x7f) << shift
      if (byte < 0x80) break
      if (shift === 21) failLength()
    }
    if (length > maxTokenBytes) throw new StoryglassError('hostile_content', `a record of ${length} bytes`)
    if (index + length > bytes.length) return -1
    this.#visit(type, bytes.subarray(index, index + length))
    return index + length
  }
}

function failLength(): never {
  throw new StoryglassError('damaged_workbook', 'the length of a record is none')
}

/** A text with the number of its UTF-16 characters in front (MS-XLSB 2.5.169), and what is behind it. */
export function wideText(bytes: Buffer, at: number): { readonly text: string; readonly next: number } {
  if (at + 4 > bytes.length) return { text: '', next: bytes.length }
  const length = bytes.readUInt32LE(at)
  // All bits set stand for no text at all.
  if (length === 0xffffffff) return { text: '', next: at + 4 }
  const next = Math.min(bytes.length, at + 4 + length * 2)
  return { text: bytes.toString('utf16le', at + 4, next), next }
}
