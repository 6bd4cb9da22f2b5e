/** A stream of records (MS-XLS 2.1.4): a type, a length, and so many bytes, each handed on whole. */

/** Types of records (MS-XLS 2.3) that are read. */
export const record = {
  formula: 0x0006,
  endOfSubstream: 0x000a,
  dateMode: 0x0022,
  filePass: 0x002f,
  continue: 0x003c,
  codePage: 0x0042,
  columnInfo: 0x007d,
  boundSheet: 0x0085,
  filterMode: 0x009b,
  mulRk: 0x00bd,
  richString: 0x00d6,
  extendedFormat: 0x00e0,
  mergedCells: 0x00e5,
  sharedStrings: 0x00fc,
  sharedString: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  boolOrError: 0x0205,
  string: 0x0207,
  row: 0x0208,
  rk: 0x027e,
  format: 0x041e,
  beginOfSubstream: 0x0809,
} as const

export interface RecordVisitor {
  /** `bytes` are the record's alone. False to be called no more. */
  record(type: number, bytes: Buffer): boolean
}

const headerBytes = 4

export class RecordReader {
  readonly #visitor: RecordVisitor
  #rest: Buffer = Buffer.alloc(0)

  constructor(visitor: RecordVisitor) {
    this.#visitor = visitor
  }

  /** False once the visitor has enough. */
  push(chunk: Buffer): boolean {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    let at = 0
    while (at + headerBytes <= bytes.length) {
      const end = at + headerBytes + bytes.readUInt16LE(at + 2)
      if (end > bytes.length) break
      if (!this.#visitor.record(bytes.readUInt16LE(at), bytes.subarray(at + headerBytes, end))) return false
      at = end
    }
    this.#rest = bytes.subarray(at)
    return true
  }
}
