/** Binary workbooks of Excel (MS-XLSB) made of records by hand, so that a test can make them as no program would. */
import { writeZip } from './workbook.ts'

/** A cell; a number with a style counts the number formats of `BinaryWorkbook` from 1. Null is no cell. */
export type BinaryCell =
  | string
  | number
  | boolean
  | null
  | { readonly value: number; readonly style: number }
  | { readonly error: number }

export interface BinarySheet {
  readonly name: string
  readonly rows: readonly (readonly BinaryCell[])[]
  /** By number from 1. */
  readonly hiddenRows?: readonly number[]
  readonly hiddenColumns?: readonly number[]
  readonly state?: 'visible' | 'hidden' | 'veryHidden'
}

export interface BinaryWorkbook {
  readonly sheets: readonly BinarySheet[]
  /** Ids of built-in number formats. */
  readonly formats?: readonly number[]
}

/** Types of records (MS-XLSB 2.3). */
const type = {
  rowHeader: 0,
  error: 3,
  boolean: 4,
  real: 5,
  text: 6,
  columnInfo: 60,
  cellFormat: 47,
  sheet: 156,
  beginCellFormats: 617,
  endCellFormats: 618,
} as const

const states = { visible: 0, hidden: 1, veryHidden: 2 } as const

function record(kind: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const head = kind < 0x80 ? [kind] : [(kind & 0x7f) | 0x80, kind >> 7]
  for (let left = body.length; ; left >>= 7) {
    head.push(left < 0x80 ? left : (left & 0x7f) | 0x80)
    if (left < 0x80) break
  }
  return Buffer.concat([Buffer.from(head), body])
}

function u32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4)
  return bytes
}

const wide = (text: string): Buffer => Buffer.concat([u32(text.length), Buffer.from(text, 'utf16le')])

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}

function cellRecord(cell: BinaryCell, column: number): Buffer {
  const at = (style = 0): Buffer => u32(column, style)
  if (cell === null) return Buffer.alloc(0)
  if (typeof cell === 'string') return record(type.text, at(), wide(cell))
  if (typeof cell === 'boolean') return record(type.boolean, at(), Buffer.from([cell ? 1 : 0]))
  if (typeof cell === 'number') return record(type.real, at(), double(cell))
  if ('error' in cell) return record(type.error, at(), Buffer.from([cell.error]))
  return record(type.real, at(cell.style), double(cell.value))
}

function sheetPart({ rows, hiddenRows = [], hiddenColumns = [] }: BinarySheet): Buffer {
  const columns = hiddenColumns.map((column) =>
    record(type.columnInfo, u32(column - 1, column - 1, 2304, 0), Buffer.from([1, 0])),
  )
  const parts = rows.flatMap((cells, row) => {
    const flags = Buffer.from([0, 0, 0, hiddenRows.includes(row + 1) ? 0x10 : 0, 0])
    return [record(type.rowHeader, u32(row, 0), flags), ...cells.map(cellRecord)]
  })
  return Buffer.concat([...columns, ...parts])
}

export function writeBinaryWorkbook(file: string, { sheets, formats = [] }: BinaryWorkbook): Promise<void> {
  const main = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relationships = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
      .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${main}/${kind}" Target="${target}"/>`)
      .join('')}</Relationships>`
  const format = (id: number): Buffer => {
    const body = Buffer.alloc(16)
    body.writeUInt16LE(id, 2)
    return record(type.cellFormat, body)
  }
  const styles = [record(type.beginCellFormats, u32(formats.length + 1)), format(0), ...formats.map(format)]
  return writeZip(file, {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.bin']]),
    'xl/workbook.bin': Buffer.concat(
      sheets.map(({ name, state = 'visible' }, index) =>
        record(type.sheet, u32(states[state], index + 1), wide(`rId${index + 1}`), wide(name)),
      ),
    ),
    'xl/_rels/workbook.bin.rels': relationships([
      ...sheets.map((_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.bin`] as const),
      ['rIdStyles', 'styles', 'styles.bin'],
    ]),
    'xl/styles.bin': Buffer.concat([...styles, record(type.endCellFormats)]),
    ...Object.fromEntries(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.bin`, sheetPart(sheet)])),
  })
}
