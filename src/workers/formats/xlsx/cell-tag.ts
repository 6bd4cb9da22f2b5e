/**
 * What the tags of a row and of a cell say. Each reading writes into one record that is used again, as there are millions
 * of them.
 */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { maxColumns, maxRows } from '../workbook/limits.ts'
import { attribute, matches, nextAttribute } from '../workbook/xml/attributes.ts'
import { parseDecimal } from './number-text.ts'

/** What `t` of a cell says. Anything unknown is read as a number, the default of the format. */
export type CellKind = 'number' | 'shared' | 'text' | 'inline' | 'boolean' | 'error' | 'date'

interface CellTag {
  /** Zero-based. */
  row: number
  column: number
  style: number
  kind: CellKind
}

/** The cell whose tag was last read. */
export const cellTag: CellTag = { row: 0, column: 0, style: 0, kind: 'number' }

/** The row whose tag was last read; its number is zero-based and not yet checked. */
export const rowTag = { row: 0, isHidden: false }

const letterR = 0x72
const letterS = 0x73
const letterT = 0x74

/** Reads the tag of a row; without a number of its own it is the row `next`. */
export function readRowTag(bytes: Buffer, attributesStart: number, tagEnd: number, next: number): void {
  rowTag.row = next
  rowTag.isHidden = false
  for (let at = nextAttribute(bytes, attributesStart, tagEnd); at >= 0; at = nextAttribute(bytes, at, tagEnd)) {
    if (attribute.nameEnd - attribute.nameStart === 1 && bytes[attribute.nameStart] === letterR) {
      const stated = parseDecimal(bytes, attribute.valueStart, attribute.valueEnd) - 1
      if (Number.isInteger(stated)) rowTag.row = stated
    } else if (matches(bytes, attribute.nameStart, attribute.nameEnd, 'hidden')) rowTag.isHidden = isTrueAt(bytes)
  }
}

/** Reads the tag of a cell; without a reference that can be read it stands in `row` and `column`. */
export function readCellTag(bytes: Buffer, attributesStart: number, tagEnd: number, row: number, column: number): void {
  cellTag.row = row
  cellTag.column = column
  cellTag.style = 0
  cellTag.kind = 'number'
  for (let at = nextAttribute(bytes, attributesStart, tagEnd); at >= 0; at = nextAttribute(bytes, at, tagEnd)) {
    if (attribute.nameEnd - attribute.nameStart !== 1) continue
    const letter = bytes[attribute.nameStart]
    if (letter === letterR) {
      readReference(bytes, attribute.valueStart, attribute.valueEnd)
    } else if (letter === letterS) {
      const style = parseDecimal(bytes, attribute.valueStart, attribute.valueEnd)
      cellTag.style = style >= 0 && style < 65_536 ? style : 0
    } else if (letter === letterT) {
      cellTag.kind = cellKind(bytes, attribute.valueStart, attribute.valueEnd)
    }
  }
}

/** Sets the cell's row and column, both or neither. */
function readReference(bytes: Buffer, start: number, end: number): void {
  let column = 0
  let row = 0
  let index = start
  for (; index < end; index++) {
    const letter = (bytes[index] ?? 0) & 0xdf
    if (letter < 0x41 || letter > 0x5a) {
      if (bytes[index] === 0x24) continue
      break
    }
    column = column * 26 + (letter - 0x40)
  }
  for (; index < end; index++) {
    const digit = (bytes[index] ?? 0) - 0x30
    if (digit < 0 || digit > 9) return
    row = row * 10 + digit
  }
  if (column === 0 || row === 0) return
  cellTag.row = row - 1
  cellTag.column = column - 1
}

function cellKind(bytes: Buffer, start: number, end: number): CellKind {
  const first = bytes[start]
  if (end - start === 1) {
    if (first === letterS) return 'shared'
    if (first === 0x62) return 'boolean'
    if (first === 0x65) return 'error'
    if (first === 0x64) return 'date'
    return 'number'
  }
  if (first === letterS) return 'text'
  return first === 0x69 ? 'inline' : 'number'
}

/** Whether the attribute last found says yes. */
export function isTrueAt(bytes: Buffer): boolean {
  const { valueStart, valueEnd } = attribute
  return matches(bytes, valueStart, valueEnd, '1') || matches(bytes, valueStart, valueEnd, 'true')
}

/** The row; throws `damaged_workbook` for a place that no sheet has. */
export function withinSheet(row: number, column: number): number {
  if (row < 0 || row >= maxRows || column >= maxColumns) {
    throw new StoryglassError(
      'damaged_workbook',
      `a cell in row ${row + 1}, column ${column + 1}: no sheet is that large`,
    )
  }
  return row
}
