/**
 * The shape nearly every cell has, `<c r="B2" s="1" t="s"><v>7</v></c>`, read in one go. This alone makes a sheet twice as fast
 * to read; anything in another shape (formulas, inline strings, prefixes, comments) is left to the tokeniser.
 */
import { maxColumns, maxRows } from '../workbook/limits.ts'
import { parseDecimal } from './number-text.ts'

/** The cell last read: one object for all, because there are tens of millions of them. */
export const plainCell = {
  row: 0,
  column: 0,
  style: 0,
  kind: 'number' as 'number' | 'shared' | 'boolean' | 'text' | 'empty',
  /** The number, the index of the shared string, or 0 or 1. */
  number: 0,
  textStart: 0,
  textEnd: 0,
  /** Offset of the `<` behind the cell. */
  next: 0,
}

/** A cell of ordinary length must lie within, so that a cut one is not tried in vain again and again. */
const margin = 256
const quote = 0x22
const equals = 0x3d
const space = 0x20
const lessThan = 0x3c
const greaterThan = 0x3e
const slash = 0x2f
const zero = 0x30

/** Reads the cell that begins at `start` into `plainCell`; false, with nothing taken, when it has another shape. */
export function readPlainCell(bytes: Buffer, start: number, end: number): boolean {
  if (start + margin > end || bytes[start + 1] !== 0x63 || bytes[start + 2] !== space) return false
  if (bytes[start + 3] !== 0x72 || bytes[start + 4] !== equals || bytes[start + 5] !== quote) return false
  let index = start + 6
  let byte = bytes[index] ?? 0
  let column = 0
  while (byte >= 0x41 && byte <= 0x5a) {
    column = column * 26 + (byte - 0x40)
    byte = bytes[++index] ?? 0
  }
  let row = 0
  while (byte >= zero && byte <= 0x39) {
    row = row * 10 + (byte - zero)
    byte = bytes[++index] ?? 0
  }
  if (byte !== quote || column === 0 || column > maxColumns || row === 0 || row > maxRows) return false
  plainCell.row = row - 1
  plainCell.column = column - 1
  index = readAttributes(bytes, index + 1)
  if (index < 0) return false
  if (bytes[index] === slash && bytes[index + 1] === greaterThan) {
    plainCell.kind = 'empty'
    plainCell.next = index + 2
    return bytes[index + 2] === lessThan
  }
  if (bytes[index] !== greaterThan || bytes[index + 1] !== lessThan) return false
  if (bytes[index + 2] !== 0x76 || bytes[index + 3] !== greaterThan) return false
  return readValue(bytes, index + 4, end)
}

/** Sets style and kind; gives the offset behind the attributes, or -1 for one that is not known here. */
function readAttributes(bytes: Buffer, start: number): number {
  plainCell.style = 0
  plainCell.kind = 'number'
  let index = start
  while (bytes[index] === space) {
    const letter = bytes[index + 1]
    if (bytes[index + 2] !== equals || bytes[index + 3] !== quote) return -1
    index += 4
    const first = bytes[index] ?? 0
    if (letter === 0x73) {
      let style = 0
      let byte = first
      while (byte >= zero && byte <= 0x39) {
        style = style * 10 + (byte - zero)
        byte = bytes[++index] ?? 0
      }
      if (style > 0xffff) return -1
      plainCell.style = style
    } else if (letter === 0x74 && bytes[index + 1] === quote) {
      if (first === 0x73) plainCell.kind = 'shared'
      else if (first === 0x62) plainCell.kind = 'boolean'
      else if (first !== 0x6e) return -1
      index++
    } else if (letter === 0x74 && first === 0x73 && bytes[index + 1] === 0x74 && bytes[index + 2] === 0x72) {
      plainCell.kind = 'text'
      index += 3
    } else {
      return -1
    }
    if (bytes[index] !== quote) return -1
    index++
  }
  return index
}

/** Reads what stands before `</v></c>`. */
function readValue(bytes: Buffer, start: number, end: number): boolean {
  let index = start
  let whole = 0
  let byte = bytes[index] ?? 0
  while (byte >= zero && byte <= 0x39) {
    whole = whole * 10 + (byte - zero)
    byte = bytes[++index] ?? 0
  }
  const isWhole = byte === lessThan && index > start && index - start <= 15
  while (index < end && bytes[index] !== lessThan) index++
  if (index + 9 > end || !closes(bytes, index)) return false
  plainCell.next = index + 8
  if (plainCell.kind === 'text') {
    plainCell.textStart = start
    plainCell.textEnd = index
    return true
  }
  plainCell.number = isWhole ? whole : plainCell.kind === 'number' ? parseDecimal(bytes, start, index) : Number.NaN
  if (plainCell.kind === 'boolean' && whole > 1) return false
  return !Number.isNaN(plainCell.number)
}

/** Whether `</v></c><` stands at `index`. */
function closes(bytes: Buffer, index: number): boolean {
  return (
    bytes[index + 1] === slash &&
    bytes[index + 2] === 0x76 &&
    bytes[index + 3] === greaterThan &&
    bytes[index + 4] === lessThan &&
    bytes[index + 5] === slash &&
    bytes[index + 6] === 0x63 &&
    bytes[index + 7] === greaterThan &&
    bytes[index + 8] === lessThan
  )
}
