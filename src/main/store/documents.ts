/** Table `documents`: the documents that were read, each with the JSON it is shown and exported from. */
import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'
import { type Document, documentSchema } from '../../shared/document/document.ts'
import type { DocumentSummary } from '../../shared/document/reading.ts'
import type { Library } from './library.ts'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

export interface DocumentSummaryRow {
  readonly id: string
  readonly created_at: number
  readonly title: string
  readonly source_name: string
  readonly source_kind: string
  readonly pages: number
  readonly words: number
  readonly tables: number
  readonly language: string | null
  readonly thumbnail: string | null
  readonly favourite: 0 | 1
}

export const documentColumns = `documents.id, documents.created_at, documents.title, documents.source_name,
  documents.source_kind, documents.pages, documents.words, documents.tables, documents.language, documents.thumbnail,
  documents.favourite`

/** A document as it is to be stored: what takes long is done before the transaction that stores it. */
export interface PackedDocument {
  readonly document: Document
  readonly bytes: Buffer
  /** Of its row, by which its pages are indexed. */
  readonly number: number
}

/** `number`: as `draftDocumentText` gave it. */
export async function packDocument(document: Document, number: number): Promise<PackedDocument> {
  return { document, number, bytes: await compress(JSON.stringify(document)) }
}

/** Inserts the document. A second one for a job is refused. */
export function insertDocument(library: Library, { document, bytes, number }: PackedDocument, createdAt: number): void {
  const { source, pages } = document
  library
    .statement(`
      INSERT INTO documents (rowid, id, sha256, created_at, title, source_name, source_kind, pages, words, tables, language,
        thumbnail, document)
      VALUES (@number, @id, @sha256, @createdAt, @title, @sourceName, @sourceKind, @pages, @words, @tables, @language,
        @thumbnail, @bytes)`)
    .run({
      number,
      id: document.id,
      sha256: source.sha256,
      createdAt,
      title: document.title,
      sourceName: source.name,
      sourceKind: source.kind,
      pages: document.pageCount,
      words: pages.reduce((sum, page) => sum + page.words, 0),
      tables: document.tables.length,
      language: document.story?.about.language?.code ?? document.language,
      thumbnail: pages.find((page) => page.thumbnail !== null)?.thumbnail ?? null,
      bytes,
    })
}

export function selectDocumentSummary(library: Library, id: string): DocumentSummary | null {
  const row = library.statement(`SELECT ${documentColumns} FROM documents WHERE id = ?`).get(id)
  return row === undefined ? null : toDocumentSummary(row as DocumentSummaryRow, null)
}

/** In no order. */
export function selectDocumentSummaries(library: Library, ids: readonly string[]): DocumentSummary[] {
  const rows = library
    .statement(`SELECT ${documentColumns} FROM documents WHERE id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids)) as DocumentSummaryRow[]
  return rows.map((row) => toDocumentSummary(row, null))
}

export function countDocuments(library: Library): number {
  return (library.statement('SELECT count(*) AS count FROM documents').get() as { count: number }).count
}

/** The document as it was saved, parsed before it is trusted; null when there is none. */
export async function readDocument(library: Library, id: string): Promise<Document | null> {
  const row = library.statement('SELECT document FROM documents WHERE id = ?').get(id) as
    | { document: Buffer }
    | undefined
  if (row === undefined) return null
  return documentSchema.parse(JSON.parse((await decompress(row.document)).toString('utf8')))
}

export function toDocumentSummary(
  row: DocumentSummaryRow,
  hit: { readonly snippet: string; readonly page: number | null } | null,
): DocumentSummary {
  return {
    id: row.id,
    title: row.title,
    createdAt: new Date(row.created_at).toISOString(),
    sourceName: row.source_name,
    sourceKind: row.source_kind,
    pages: row.pages,
    words: row.words,
    tables: row.tables,
    language: row.language,
    thumbnail: row.thumbnail,
    snippet: hit?.snippet ?? null,
    page: hit?.page ?? null,
    favourite: row.favourite === 1,
  }
}
