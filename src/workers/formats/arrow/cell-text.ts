/** Values of Arrow as the texts of cells: exact, times as those of UTC, what has parts of its own as JSON. */
import { isUtf8 } from 'node:buffer'
import { type DataType, TimeUnit, Type, type Vector } from 'apache-arrow'
import { shortestOfFloat32 } from '../float32.ts'
import { clockText, dayText, momentText } from '../time-texts.ts'

/** Null where there are bytes that are no text. */
export type CellText = (row: number) => string | null

/** What reads the texts of a column of one batch. */
export function cellTexts(vector: Vector): CellText {
  const { type } = vector
  const text = textOf(type)
  return (row) => {
    const value: unknown = vector.get(row)
    return value === null || value === undefined ? '' : text(value)
  }
}

type TextOf = (value: unknown) => string | null

function textOf(type: DataType): TextOf {
  switch (type.typeId) {
    case Type.Dictionary:
      return textOf((type as DataType & { dictionary: DataType }).dictionary)
    case Type.Float:
      return (type as DataType & { precision: number }).precision === 2 ? String64 : textOfFloat32
    case Type.Decimal:
      return textOfDecimal((type as DataType & { scale: number }).scale)
    case Type.Date:
      return (value) => dayText(Number(value))
    case Type.Timestamp:
      return (value) => momentText(Number(value))
    case Type.Time: {
      const { unit } = type as DataType & { unit: TimeUnit }
      return (value) => clockText(Number(value) / perSecond[unit])
    }
    case Type.Binary:
    case Type.LargeBinary:
    case Type.FixedSizeBinary:
      return textOfBytes
    case Type.List:
    case Type.FixedSizeList:
    case Type.Struct:
    case Type.Map:
    case Type.Union:
      return (value) => JSON.stringify(value, exactly)
    default:
      return (value) => String(value)
  }
}

const perSecond = {
  [TimeUnit.SECOND]: 1,
  [TimeUnit.MILLISECOND]: 1e3,
  [TimeUnit.MICROSECOND]: 1e6,
  [TimeUnit.NANOSECOND]: 1e9,
} as const

/** NaN is how many programs write a missing number. */
function String64(value: unknown): string {
  return Number.isNaN(value) ? '' : String(value)
}

function textOfFloat32(value: unknown): string {
  return String64(shortestOfFloat32(Number(value)))
}

/** Little-endian 32-bit words in two's complement, the point `scale` digits from the right. */
function textOfDecimal(scale: number): TextOf {
  return (value) => {
    if (!(value instanceof Uint32Array)) return String(value)
    let whole = 0n
    for (let index = value.length - 1; index >= 0; index -= 1) whole = (whole << 32n) | BigInt(value[index] ?? 0)
    const signed = BigInt.asIntN(32 * value.length, whole)
    const digits = (signed < 0n ? -signed : signed).toString().padStart(scale + 1, '0')
    const sign = signed < 0n ? '-' : ''
    if (scale <= 0) return `${sign}${digits}${'0'.repeat(-scale)}`
    return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
  }
}

function textOfBytes(value: unknown): string | null {
  if (!(value instanceof Uint8Array)) return String(value)
  return isUtf8(value) && !value.includes(0) ? Buffer.from(value).toString('utf8') : null
}

function exactly(_: string, value: unknown): unknown {
  if (typeof value !== 'bigint') return value
  return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()
}
