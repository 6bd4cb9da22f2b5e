/** A sibling file converted and held against what is wanted of it: the first difference, or null. */
import type { ConvertedTable } from '../../src/shared/story/table.ts'
import {
  anything,
  type MadeSheet,
  type Sibling,
  type WantedCell,
  type WantedTable,
  type WantedText,
} from '../fixtures/siblings/sibling.ts'
import { convertFile, convertInside, reasonOf } from './convert.ts'
import { rowsOf, sheetPart, writeWorkbook } from './workbook.ts'

export async function differenceOf(sibling: Sibling): Promise<string | null> {
  if (sibling.refused !== undefined) {
    const reason = await reasonOf(convertFile(sibling.file, contentOf(sibling)))
    return reason === sibling.refused ? null : `${reason} instead of ${sibling.refused}`
  }
  const read = sibling.wraps === true ? convertInside : convertFile
  const { tables, rows } = await read(sibling.file, contentOf(sibling))
  if (tables.length !== sibling.tables.length) {
    return `${tables.length} tables: ${tables.map((table) => `${table.name} (${namesOf(table).join(' | ')})`).join('; ')}`
  }
  for (const [index, want] of sibling.tables.entries()) {
    const table = tables[index]
    const got = rows[index]
    const difference = table === undefined || got === undefined ? 'no table' : tableDifference(want, table, got)
    if (difference !== null) return difference
  }
  const said = tables
    .flatMap(({ notes, columns }) => [
      ...notes,
      ...columns.flatMap(({ unreadable }) => unreadable.examples.map(({ text }) => text)),
    ])
    .join('\n')
  if (sibling.said?.some((word) => said.toLowerCase().includes(word.toLowerCase())) === false) {
    return `nothing said of ${sibling.said.join(', ')}: ${said}`
  }
  return null
}

function contentOf({ content }: Sibling): Buffer | string | ((file: string) => Promise<void>) {
  if (typeof content === 'string' || typeof content === 'function' || Buffer.isBuffer(content)) return content
  const sheets = content.sheets.map((sheet) => ({
    name: sheet.name,
    data: dataOf(sheet),
    after: mergedPart(sheet),
    ...(sheet.state === undefined ? {} : { state: sheet.state }),
    ...(sheet.hiddenColumns === undefined ? {} : { part: partOf(sheet) }),
  }))
  return (file) =>
    writeWorkbook(file, { sheets, ...(content.formats === undefined ? {} : { formats: content.formats }) })
}

function dataOf({ rows, hiddenRows = [] }: MadeSheet): string {
  return hiddenRows.reduce((data, row) => data.replace(`<row r="${row}">`, `<row r="${row}" hidden="1">`), rowsOf(rows))
}

/** With columns that are not shown. */
function partOf(sheet: MadeSheet): string {
  const hidden = (sheet.hiddenColumns ?? []).map((column) => `<col min="${column}" max="${column}" hidden="1"/>`)
  return sheetPart(dataOf(sheet), mergedPart(sheet)).replace(
    '<sheetData>',
    `<cols>${hidden.join('')}</cols><sheetData>`,
  )
}

function mergedPart({ merged = [] }: MadeSheet): string {
  if (merged.length === 0) return ''
  return `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
}

const namesOf = (table: ConvertedTable): string[] => table.columns.map(({ name }) => name)

function tableDifference(
  want: WantedTable,
  table: ConvertedTable,
  rows: readonly (readonly unknown[])[],
): string | null {
  const names = namesOf(table)
  // Empty columns without a name at either end are as good as none.
  const isSpare = (at: number): boolean =>
    /^column_\d+$/u.test(names[at] ?? '') && rows.every((row) => row[at] === null)
  while (names.length > want.columns.length && isSpare(names.length - 1)) names.pop()
  if (names.length > want.columns.length && isSpare(0)) {
    const without = { ...table, columns: table.columns.slice(1) }
    return tableDifference(
      want,
      without,
      rows.map((row) => row.slice(1)),
    )
  }
  const sameNames =
    names.length === want.columns.length && want.columns.every((name, at) => sameName(name, names[at] ?? ''))
  if (!sameNames) return `columns ${names.join(' | ')}`
  if (rows.length !== want.rows.length) return `${rows.length} rows instead of ${want.rows.length}`
  for (const [at, row] of want.rows.entries()) {
    for (const [column, cell] of row.entries()) {
      const got = rows[at]?.[column] ?? null
      const storage = table.columns[column]?.storage ?? 'none'
      if (!sameCell(cell, got, storage)) {
        return `row ${at + 1}, ${names[column]}: ${JSON.stringify(said(got))} as ${storage} instead of ${JSON.stringify(cell)}`
      }
    }
  }
  return null
}

const said = (value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value)

/** Blanks, capitals, punctuation and the number of a repeated name do not matter. */
function sameName(want: string, got: string): boolean {
  const plain = (name: string): string =>
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return want === '*' || plain(got) === plain(want) || plain(got).replace(/ \d+$/u, '') === plain(want)
}

function sameCell(want: WantedCell | WantedText, got: unknown, storage: string): boolean {
  if (want === anything) return true
  if (want === null) return got === null || got === ''
  if (got === null) return false
  if (typeof want === 'boolean') return got === want
  if (typeof want === 'number') {
    return ['DOUBLE', 'BIGINT'].includes(storage) && Math.abs(Number(got) - want) <= 1e-9 * Math.max(1, Math.abs(want))
  }
  if (typeof want === 'object') return storage === 'VARCHAR' && got === want.text
  if (!/^\d{4}-\d\d-\d\d/u.test(want)) return String(got).replaceAll(/\s+/gu, ' ') === want
  return ['DATE', 'TIMESTAMP'].includes(storage) && instant(String(got)) === instant(want)
}

const instant = (text: string): number =>
  Date.parse(`${text.replace(' ', 'T').replace(/Z$/u, '')}${text.length > 10 ? 'Z' : ''}`)
