/** Numbers of a data set, in the order of bytes that it names. Missing values are the largest of each type. */
import { shortestOfFloat32 } from '../float32.ts'
import { declaredMissing, type LabelledValue } from '../labelled/labelled-file.ts'

export class Binary {
  readonly isLittleEndian: boolean

  constructor(isLittleEndian: boolean) {
    this.isLittleEndian = isLittleEndian
  }

  /** Of 1 to 6 bytes, without a sign. */
  unsigned(bytes: Buffer, at: number, length: number): number {
    return this.isLittleEndian ? bytes.readUIntLE(at, length) : bytes.readUIntBE(at, length)
  }

  int(bytes: Buffer, at: number): number {
    return this.isLittleEndian ? bytes.readInt32LE(at) : bytes.readInt32BE(at)
  }

  /** Of 8 bytes, without a sign; beyond 2⁵³ it is only about right, and beyond any file. */
  long(bytes: Buffer, at: number): number {
    return Number(this.isLittleEndian ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at))
  }
}

export interface NumberType {
  readonly bytes: number
  readonly valueOf: (binary: Binary, bytes: Buffer, at: number) => LabelledValue
}

/** `.` is none; `.a` to `.z`, which are larger, were given for a reason. */
function orMissing(value: number, none: number): LabelledValue {
  if (value < none || Number.isNaN(value)) return Number.isNaN(value) ? null : value
  return value === none ? null : declaredMissing
}

const noneOfFloat = 2 ** 127
const noneOfDouble = 2 ** 1023

/** The largest value of a 32-bit integer that is not missing is one less. */
export const noneOfLong = 2_147_483_621

export const numberTypes = {
  byte: { bytes: 1, valueOf: (_, bytes, at) => orMissing(bytes.readInt8(at), 101) },
  int: {
    bytes: 2,
    valueOf: ({ isLittleEndian }, bytes, at) =>
      orMissing(isLittleEndian ? bytes.readInt16LE(at) : bytes.readInt16BE(at), 32_741),
  },
  long: { bytes: 4, valueOf: (binary, bytes, at) => orMissing(binary.int(bytes, at), noneOfLong) },
  float: {
    bytes: 4,
    valueOf: ({ isLittleEndian }, bytes, at) => {
      const value = isLittleEndian ? bytes.readFloatLE(at) : bytes.readFloatBE(at)
      return value < noneOfFloat ? shortestOfFloat32(value) : orMissing(value, noneOfFloat)
    },
  },
  double: {
    bytes: 8,
    valueOf: ({ isLittleEndian }, bytes, at) =>
      orMissing(isLittleEndian ? bytes.readDoubleLE(at) : bytes.readDoubleBE(at), noneOfDouble),
  },
} as const satisfies Record<string, NumberType>
