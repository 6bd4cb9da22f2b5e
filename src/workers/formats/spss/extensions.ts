/** Records of kind 7: what later releases of SPSS say of a file beyond what the first could. */
import type { Binary } from './binary.ts'

export interface Extensions {
  /** Number of a code page, by the machine that wrote the file. */
  readonly codePage: number | null
  /** The encoding by its name, which goes before the number. */
  readonly encoding: string | null
  /** The number that stands for none. */
  readonly systemMissing: number
  /** By variable that has a record of its own: 1 nominal, 2 ordinal, 3 scale. */
  readonly levels: readonly number[]
  /** `SHORT=Long name`, with tabs between; in the file's encoding, as all that follow. */
  readonly longNames: Buffer | null
  /** `SHORT=00300`, with a zero byte and a tab between. */
  readonly longTexts: Buffer | null
  /** Of texts beyond 8 bytes: their labels, and those that are declared missing. */
  readonly longTextLabels: readonly LongTextValues[]
  readonly longTextMissing: readonly LongTextValues[]
}

export interface LongTextValues {
  /** Its long name. */
  readonly variable: Buffer
  readonly values: readonly { readonly value: Buffer; readonly label: Buffer }[]
}

export const noExtensions: Extensions = {
  codePage: null,
  encoding: null,
  systemMissing: -Number.MAX_VALUE,
  levels: [],
  longNames: null,
  longTexts: null,
  longTextLabels: [],
  longTextMissing: [],
}

const subtypes = {
  integers: 3,
  floats: 4,
  display: 11,
  longNames: 13,
  longTexts: 14,
  encoding: 20,
  longTextLabels: 21,
  longTextMissing: 22,
} as const

export interface ExtensionRecord {
  readonly subtype: number
  /** Of an item, in bytes. */
  readonly size: number
  readonly content: Buffer
}

export function readExtension(known: Extensions, record: ExtensionRecord, binary: Binary): Extensions {
  const { subtype, size, content } = record
  switch (subtype) {
    case subtypes.integers:
      return content.length < 32 ? known : { ...known, codePage: binary.int(content, 28) }
    case subtypes.floats:
      return content.length < 8 ? known : { ...known, systemMissing: binary.double(content, 0) }
    case subtypes.display:
      return size === 4 ? { ...known, levels: integersOf(content, binary) } : known
    case subtypes.longNames:
      return { ...known, longNames: content }
    case subtypes.longTexts:
      return { ...known, longTexts: content }
    case subtypes.encoding:
      return { ...known, encoding: content.toString('latin1').trim() }
    case subtypes.longTextLabels:
      return { ...known, longTextLabels: longTextValuesOf(content, binary, 'labels') }
    case subtypes.longTextMissing:
      return { ...known, longTextMissing: longTextValuesOf(content, binary, 'missing') }
    default:
      return known
  }
}

function integersOf(content: Buffer, binary: Binary): number[] {
  return Array.from({ length: Math.floor(content.length / 4) }, (_, index) => binary.int(content, 4 * index))
}

/**
 * Labels, each a length and bytes behind a length and the bytes of its value, after the variable's width and a count; or
 * missing values, which have one length for all of them, after a count of one byte. Throws a `RangeError` where a length
 * leads beyond the record.
 */
function longTextValuesOf(content: Buffer, binary: Binary, what: 'labels' | 'missing'): LongTextValues[] {
  let at = 0
  const int = (): number => {
    at += 4
    return binary.int(content, at - 4)
  }
  const bytes = (length: number): Buffer => {
    if (length < 0 || at + length > content.length) throw new RangeError('a text beyond its record')
    at += length
    return content.subarray(at - length, at)
  }
  const found: LongTextValues[] = []
  while (at < content.length) {
    const variable = bytes(int())
    const values: { value: Buffer; label: Buffer }[] = []
    if (what === 'labels') {
      int()
      for (let left = int(); left > 0; left -= 1) values.push({ value: bytes(int()), label: bytes(int()) })
    } else {
      let left = bytes(1)[0] ?? 0
      for (const length = int(); left > 0; left -= 1) values.push({ value: bytes(length), label: bytes(0) })
    }
    found.push({ variable, values })
  }
  return found
}
