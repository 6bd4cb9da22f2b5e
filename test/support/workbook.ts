/** Workbooks made up for tests: from cells, or from parts written by hand where the trap lies in the XML. */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

export type PartContent = string | Buffer | Iterable<string>

/** Writes a zip archive of parts, each deflated unless `stored`. */
export async function writeZip(
  path: string,
  parts: Readonly<Record<string, PartContent>>,
  options: { readonly stored?: boolean } = {},
): Promise<void> {
  const zip = new ZipFile()
  const compress = options.stored !== true
  for (const [name, content] of Object.entries(parts)) {
    if (typeof content === 'string') zip.addBuffer(Buffer.from(content), name, { compress })
    else if (Buffer.isBuffer(content)) zip.addBuffer(content, name, { compress })
    else zip.addReadStream(Readable.from(content, { objectMode: false }), name, { compress })
  }
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
}

export interface SheetParts {
  readonly name: string
  /** A whole worksheet part, or the cells that stand in its `sheetData`. */
  readonly part?: PartContent
  readonly data?: string
  /** What stands behind `sheetData`: merged cells, for one. */
  readonly after?: string
  readonly state?: 'hidden' | 'veryHidden'
}

export interface WorkbookParts {
  readonly sheets: readonly SheetParts[]
  readonly strings?: readonly string[]
  /** Number formats; a cell's style is the index plus one, 0 is General. A number is a built-in format's id. */
  readonly formats?: readonly (string | number)[]
  readonly date1904?: boolean
  /** Parts to add or put in place of the usual ones. */
  readonly parts?: Readonly<Record<string, PartContent>>
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'

export function workbookParts(workbook: WorkbookParts): Record<string, PartContent> {
  const { sheets, strings = [], formats = [], date1904 = false } = workbook
  const parts: Record<string, PartContent> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${sheets
      .map(
        ({ name, state = 'visible' }, index) =>
          `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['rIdStyles', 'styles', 'styles.xml'],
      ['rIdStrings', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': stylesPart(formats),
    'xl/sharedStrings.xml': `${declaration}<sst xmlns="${main}" count="${strings.length}">${strings
      .map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`)
      .join('')}</sst>`,
  }
  for (const [index, sheet] of sheets.entries()) {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheet.part ?? sheetPart(sheet.data ?? '', sheet.after ?? '')
  }
  return { ...parts, ...workbook.parts }
}

export function writeWorkbook(path: string, workbook: WorkbookParts): Promise<void> {
  return writeZip(path, workbookParts(workbook))
}

export function sheetPart(data: string, after = ''): string {
  return `${declaration}<worksheet xmlns="${main}"><sheetData>${data}</sheetData>${after}</worksheet>`
}

/** A value, or a value with a style (see `WorkbookParts.formats`). Null is no cell. */
export type PlainCell = string | number | boolean | null | { readonly value: number; readonly style: number }

/** Rows of cells with inline strings, from row 1 on; an empty array is a blank row. */
export function rowsOf(rows: readonly (readonly PlainCell[])[]): string {
  return rows
    .map((cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => cellOf(cell, row, column)).join('')}</row>`)
    .join('')
}

function cellOf(cell: PlainCell, row: number, column: number): string {
  if (cell === null) return ''
  const at = `r="${letters(column)}${row + 1}"`
  if (typeof cell === 'string')
    return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`
  if (typeof cell === 'boolean') return `<c ${at} t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`
  return `<c ${at} s="${cell.style}"><v>${cell.value}</v></c>`
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)
}

function relationships(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="${packageRelations}">${items.join('')}</Relationships>`
}

function stylesPart(formats: readonly (string | number)[]): string {
  const custom = formats.flatMap((format, index) =>
    typeof format === 'string' ? [`<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(format)}"/>`] : [],
  )
  const xfs = formats.map((format, index) => `<xf numFmtId="${typeof format === 'string' ? 164 + index : format}"/>`)
  return `${declaration}<styleSheet xmlns="${main}"><numFmts>${custom.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
