/** One table as a text and as a sheet, converted: what is read of both must be the same. */
import { stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ConvertedTable } from '../../src/shared/story/table.ts'
import { detachedContext } from '../../src/workers/runtime/context.ts'
import { convert } from '../../src/workers/stages/convert.ts'
import { withTemporaryFolder } from './temporary.ts'
import { writeWorkbook } from './workbook.ts'

type Kind = 'csv' | 'xlsx'

/** Of `rows` written as a file of that kind. Throws unless it is one table. */
export function convertedAs(kind: Kind, rows: readonly (readonly string[])[]): Promise<ConvertedTable> {
  if (kind === 'csv') return convertedText(rows.map((row) => `${row.join(',')}\n`).join(''))
  return convertedBy('xlsx', (file) => writeWorkbook(file, { sheets: [{ name: 'Sheet', data: sheetData(rows) }] }))
}

/** The same of a CSV as it stands. */
export function convertedText(text: string): Promise<ConvertedTable> {
  return convertedBy('csv', (file) => writeFile(file, text))
}

function convertedBy(kind: Kind, write: (file: string) => Promise<unknown>): Promise<ConvertedTable> {
  return withTemporaryFolder(async (folder) => {
    const name = `data.${kind}`
    const file = path.join(folder, name)
    await write(file)
    const source = { path: file, name, bytes: (await stat(file)).size }
    const outputDir = path.join(folder, 'out')
    const { tables } = await convert({ source, kind, sheet: null, outputDir }, detachedContext())
    const [table] = tables
    if (table === undefined || tables.length > 1) throw new Error(`${tables.length} tables`)
    return table
  })
}

function sheetData(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row, at) => {
      const cells = row.map((text, column) => {
        const place = `${String.fromCharCode(65 + column)}${at + 1}`
        if (text.trim() === '') return ''
        if (/^-?\d+(?:\.\d+)?$/u.test(text)) return `<c r="${place}"><v>${text}</v></c>`
        return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
      })
      return `<row r="${at + 1}">${cells.join('')}</row>`
    })
    .join('')
}

/** `a,b / 1,2`: rows with a slash between them. */
export const rowsOf = (text: string): string[][] => text.split(' / ').map((row) => row.split(','))
