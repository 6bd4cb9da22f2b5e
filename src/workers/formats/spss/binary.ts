/** Numbers of a system file, in the order of bytes that its header shows. */
const layoutAt = 64

export class Binary {
  readonly isLittleEndian: boolean

  /** `header`: the file's first bytes. Its layout code is 2 or 3 in the right order. */
  constructor(header: Buffer) {
    this.isLittleEndian = [2, 3].includes(header.readInt32LE(layoutAt))
    if (!this.isLittleEndian && ![2, 3].includes(header.readInt32BE(layoutAt))) throw new Error('an unknown layout')
  }

  int(bytes: Buffer, at: number): number {
    return this.isLittleEndian ? bytes.readInt32LE(at) : bytes.readInt32BE(at)
  }

  double(bytes: Buffer, at: number): number {
    return this.isLittleEndian ? bytes.readDoubleLE(at) : bytes.readDoubleBE(at)
  }

  long(bytes: Buffer, at: number): number {
    return Number(this.isLittleEndian ? bytes.readBigInt64LE(at) : bytes.readBigInt64BE(at))
  }

  writeDouble(bytes: Buffer, value: number, at: number): void {
    if (this.isLittleEndian) bytes.writeDoubleLE(value, at)
    else bytes.writeDoubleBE(value, at)
  }
}
