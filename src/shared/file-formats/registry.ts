/** The kinds of file that are read, in the order in which they are named. */
import { arrow } from './arrow.ts'
import { csv } from './csv.ts'
import { dif } from './dif.ts'
import { docx } from './docx.ts'
import { duckdb } from './duckdb.ts'
import { fixedWidth } from './fixed-width.ts'
import type { FormatDefinition } from './format.ts'
import { html } from './html.ts'
import { htmlTable } from './html-table.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'
import { ods } from './ods.ts'
import { parquet } from './parquet.ts'
import { pdf } from './pdf.ts'
import { spreadsheetXml } from './spreadsheet-xml.ts'
import { spss } from './spss.ts'
import { sqlite } from './sqlite.ts'
import { stata } from './stata.ts'
import { sylk } from './sylk.ts'
import { text } from './text.ts'
import { xls } from './xls.ts'
import { xlsb } from './xlsb.ts'
import { xlsx } from './xlsx.ts'

export const formats = {
  csv,
  xlsx,
  xls,
  xlsb,
  ods,
  parquet,
  arrow,
  json,
  sqlite,
  duckdb,
  spss,
  stata,
  dif,
  sylk,
  spreadsheetXml,
  htmlTable,
  fixedWidth,
  pdf,
  docx,
  markdown,
  html,
  text,
} as const satisfies Record<string, FormatDefinition>

export type FormatId = keyof typeof formats

/** Those of one pipeline. */
export type TableFormatId = {
  [Id in FormatId]: (typeof formats)[Id]['pipeline'] extends 'story' ? Id : never
}[FormatId]
export type DocumentFormatId = Exclude<FormatId, TableFormatId>

/** Documents with pages of their own. */
export type PagedFormatId = {
  [Id in DocumentFormatId]: (typeof formats)[Id]['pages'] extends 'own' ? Id : never
}[DocumentFormatId]
