/** What reads each format: the other half of `src/shared/file-formats/registry.ts`. A format without one does not compile. */
import type { DocumentFormatId, FormatId, PagedFormatId, TableFormatId } from '../../shared/file-formats/registry.ts'
import { arrowReader } from './arrow/reader.ts'
import { csvReader } from './csv/reader.ts'
import { difReader } from './dif/reader.ts'
import { docxReader } from './docx/reader.ts'
import { duckdbReader } from './duckdb/reader.ts'
import { fixedWidthReader } from './fixed-width/reader.ts'
import { htmlReader } from './html/reader.ts'
import { htmlTableReader } from './html-table/reader.ts'
import { jsonReader } from './json/reader.ts'
import { markdownReader } from './markdown/reader.ts'
import { odsReader } from './ods/reader.ts'
import { parquetReader } from './parquet/reader.ts'
import { pdfReader } from './pdf/reader.ts'
import type { FlowedReader, PagedReader, Recognition, TableReader } from './reader.ts'
import { spreadsheetXmlReader } from './spreadsheet-xml/reader.ts'
import { sqliteReader } from './sqlite/reader.ts'
import { sylkReader } from './sylk/reader.ts'
import { textReader } from './text/reader.ts'
import { xlsReader } from './xls/reader.ts'
import { xlsbReader } from './xlsb/reader.ts'
import { xlsxReader } from './xlsx/reader.ts'

const readers = {
  csv: csvReader,
  xlsx: xlsxReader,
  xls: xlsReader,
  xlsb: xlsbReader,
  ods: odsReader,
  parquet: parquetReader,
  arrow: arrowReader,
  json: jsonReader,
  sqlite: sqliteReader,
  duckdb: duckdbReader,
  dif: difReader,
  sylk: sylkReader,
  spreadsheetXml: spreadsheetXmlReader,
  htmlTable: htmlTableReader,
  fixedWidth: fixedWidthReader,
  pdf: pdfReader,
  docx: docxReader,
  markdown: markdownReader,
  html: htmlReader,
  text: textReader,
} as const satisfies {
  [Id in FormatId]: Id extends TableFormatId ? TableReader : Id extends PagedFormatId ? PagedReader : FlowedReader
}

export function tableReader(id: TableFormatId): TableReader {
  return readers[id]
}

export function documentReader(id: DocumentFormatId): FlowedReader {
  return readers[id]
}

export function pagedReader(id: PagedFormatId): PagedReader {
  return readers[id]
}

export function recognitionOf(id: FormatId): Recognition {
  return readers[id].recognition
}
