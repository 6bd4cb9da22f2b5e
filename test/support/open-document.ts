/** OpenDocument spreadsheets made up for tests, from the XML of their sheets as LibreOffice writes it. */
import { escapeXml, writeZip } from './workbook.ts'

const namespaces = ['office', 'table', 'text', 'style', 'number', 'draw', 'dc']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

export const mimetype = 'application/vnd.oasis.opendocument.spreadsheet'

/** `styles` stand in front of the sheets. */
export function contentXml(sheets: string, styles = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${namespaces} xmlns:calcext="urn:x" office:version="1.3"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${sheets}</office:spreadsheet></office:body></office:document-content>`
}

export function flatXml(sheets: string): string {
  return contentXml(sheets)
    .replace('<office:document-content ', `<office:document office:mimetype="${mimetype}" `)
    .replace('</office:document-content>', '</office:document>')
}

export const sheet = (name: string, rows: string, attributes = ''): string =>
  `<table:table table:name="${escapeXml(name)}" ${attributes}>${rows}</table:table>`

export const row = (cells: string, attributes = ''): string =>
  `<table:table-row ${attributes}>${cells}</table:table-row>`

export const words = (text: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${escapeXml(text)}</text:p></table:table-cell>`

export const typed = (type: string, key: string, value: string, attributes = ''): string =>
  `<table:table-cell office:value-type="${type}" office:${key}="${escapeXml(value)}" ${attributes}><text:p>shown</text:p></table:table-cell>`

export const float = (value: number): string => typed('float', 'value', String(value))

export function writeSpreadsheet(file: string, content: string, parts: Record<string, string> = {}): Promise<void> {
  return writeZip(file, { mimetype, 'content.xml': content, ...parts })
}
