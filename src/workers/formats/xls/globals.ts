/** What stands in front of the sheets in a workbook's stream (MS-XLS 2.1.7.20.3): their places, formats and strings. */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { maxSharedTextBytes } from '../workbook/limits.ts'
import { builtInFormat, type FormatMeaning, parseFormat } from '../workbook/number-format.ts'
import { type RecordVisitor, record } from './records.ts'
import { type Biff, decoderOf, readSharedStrings, textAt } from './strings.ts'

const maxSheets = 10_000
const maxFormats = 65_536
const formatOfBiff: Readonly<Record<number, Biff>> = { 1280: 5, 1536: 8 }

export interface BoundSheet {
  readonly name: string
  readonly hidden: boolean
  readonly isWorksheet: boolean
  /** Where its records begin in the stream. */
  readonly position: number
}

export class Globals implements RecordVisitor {
  biff: Biff = 8
  date1904 = false
  decoder = decoderOf(1252)
  isComplete = false
  readonly sheets: BoundSheet[] = []
  #strings: readonly string[] = []
  readonly #codes = new Map<number, string>()
  readonly #formatIds: number[] = []
  #begun = false
  #sharedStrings: Buffer[] = []
  #sharedBytes = 0
  #gathers = false

  get strings(): readonly string[] {
    return this.#strings
  }

  record(type: number, bytes: Buffer): boolean {
    if (!this.#begun) return this.#begin(type, bytes)
    if (type === record.continue && this.#gathers) {
      this.#gather(bytes)
      return true
    }
    if (this.#gathers) this.#endStrings()
    switch (type) {
      case record.filePass:
        throw new StoryglassError('encrypted_workbook')
      case record.codePage:
        if (bytes.length >= 2) this.decoder = decoderOf(bytes.readUInt16LE(0))
        return true
      case record.dateMode:
        this.date1904 = bytes[0] === 1
        return true
      case record.format:
        if (bytes.length >= 3 && this.#codes.size < maxFormats) {
          const code = textAt(bytes, 2, this.biff === 5 ? 1 : 2, this.biff, this.decoder)
          this.#codes.set(bytes.readUInt16LE(0), code)
        }
        return true
      case record.extendedFormat:
        if (bytes.length >= 4 && this.#formatIds.length < maxFormats) this.#formatIds.push(bytes.readUInt16LE(2))
        return true
      case record.boundSheet:
        this.#bind(bytes)
        return true
      case record.sharedStrings:
        this.#gathers = true
        this.#gather(bytes)
        return true
      case record.endOfSubstream:
        this.isComplete = true
        return false
      default:
        return true
    }
  }

  #begin(type: number, bytes: Buffer): boolean {
    const biff = type === record.beginOfSubstream && bytes.length >= 2 ? formatOfBiff[bytes.readUInt16LE(0)] : undefined
    if (biff === undefined) {
      throw new StoryglassError('old_workbook', 'a workbook of Excel 4 or earlier, or of another program')
    }
    this.biff = biff
    this.#begun = true
    return true
  }

  #bind(bytes: Buffer): void {
    if (bytes.length < 7) return
    if (this.sheets.length >= maxSheets) throw new StoryglassError('too_large', `over ${maxSheets} sheets`)
    this.sheets.push({
      name: textAt(bytes, 6, 1, this.biff, this.decoder),
      hidden: ((bytes[4] ?? 0) & 3) !== 0,
      isWorksheet: bytes[5] === 0,
      position: bytes.readUInt32LE(0),
    })
  }

  #gather(bytes: Buffer): void {
    this.#sharedBytes += bytes.length
    if (this.#sharedBytes > 2 * maxSharedTextBytes) {
      throw new StoryglassError('too_large', `more shared text than ${maxSharedTextBytes} bytes`)
    }
    this.#sharedStrings.push(Buffer.from(bytes))
  }

  #endStrings(): void {
    this.#gathers = false
    this.#strings = readSharedStrings(this.#sharedStrings)
    this.#sharedStrings = []
  }

  /** By the index cells give. */
  formats(): FormatMeaning[] {
    const meanings = new Map<number, FormatMeaning>()
    return this.#formatIds.map((id) => {
      const known = meanings.get(id)
      if (known !== undefined) return known
      const code = this.#codes.get(id)
      const meaning = code === undefined ? builtInFormat(id) : parseFormat(code)
      meanings.set(id, meaning)
      return meaning
    })
  }
}
