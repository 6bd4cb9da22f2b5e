/**
 * Full-text index `document_search` (FTS5): a row a page, each with its document's title and file name, so that words of
 * the title and of a page are found together. A page's row is its document's times `documentRows` plus its number; a
 * document without pages has the row 0.
 */
import type { Document } from '../../shared/document/document.ts'
import type { DocumentSummary } from '../../shared/document/reading.ts'
import { type DocumentSummaryRow, documentColumns, toDocumentSummary } from './documents.ts'
import type { Library } from './library.ts'
import { documentRows } from './migrations.ts'

/** Of title, text and file name. */
const weights = '8, 1, 5'

export function insertDocumentText(library: Library, rowId: number, document: Document): void {
  const insert = library.statement('INSERT INTO document_search (rowid, title, text, source_name) VALUES (?, ?, ?, ?)')
  const { title, source, pages } = document
  if (pages.length === 0) insert.run(rowId * documentRows, title, '', source.name)
  for (const { number, header, text, footer } of pages) {
    const words = [header, text, footer].filter((part) => part !== '').join('\n')
    insert.run(rowId * documentRows + Math.min(number, documentRows - 1), title, words, source.name)
  }
}

/** Removes the document and its pages from the index. False when there was none. */
export function deleteDocument(library: Library, id: string): boolean {
  return library.transaction(() => {
    const row = library.statement('DELETE FROM documents WHERE id = ? RETURNING rowid').get(id) as
      | { rowid: number }
      | undefined
    if (row === undefined) return false
    const first = row.rowid * documentRows
    library.statement('DELETE FROM document_search WHERE rowid BETWEEN ? AND ?').run(first, first + documentRows - 1)
    return true
  })
}

export interface ScoredDocument {
  readonly id: string
  readonly createdAt: number
  /** The page that says it best; 0 for none. */
  readonly page: number
  /** As BM25 has it in SQLite: the lower, the better. */
  readonly score: number
}

/** Documents with a page that has every word of `query`, each with its best page, best first. */
export function scoreDocuments(library: Library, query: string, limit: number): ScoredDocument[] {
  return library
    .statement(`
      WITH hits AS MATERIALIZED (
        SELECT rowid / ${documentRows} AS document, rowid % ${documentRows} AS page,
          bm25(document_search, ${weights}) AS score
        FROM document_search WHERE document_search MATCH @query),
      best AS (SELECT document, page, min(score) AS score FROM hits GROUP BY document)
      SELECT documents.id AS id, documents.created_at AS createdAt, best.page AS page, best.score AS score
      FROM best JOIN documents ON documents.rowid = best.document
      ORDER BY best.score, documents.created_at DESC LIMIT @limit`)
    .all({ query, limit }) as ScoredDocument[]
}

export function countMatchingDocuments(library: Library, query: string): number {
  const { total } = library
    .statement(`
      SELECT count(DISTINCT rowid / ${documentRows}) AS total FROM document_search WHERE document_search MATCH ?`)
    .get(query) as { total: number }
  return total
}

/**
 * The document with the words around the best hit on that page. Numbers are bound as reals, and beside a match FTS5 lets
 * every row pass a condition on its number that is not an integer.
 */
export function selectDocumentHit(
  library: Library,
  query: string,
  { id, page }: ScoredDocument,
): DocumentSummary | null {
  const row = library
    .statement(`
      SELECT ${documentColumns}, snippet(document_search, -1, '[', ']', '…', 14) AS snippet
      FROM document_search JOIN documents ON documents.rowid = document_search.rowid / ${documentRows}
      WHERE document_search MATCH @query
        AND document_search.rowid = (SELECT rowid FROM documents WHERE id = @id) * ${documentRows} + CAST(@page AS INTEGER)`)
    .get({ query, id, page }) as (DocumentSummaryRow & { readonly snippet: string }) | undefined
  return row === undefined ? null : toDocumentSummary(row, { snippet: row.snippet, page: page === 0 ? null : page })
}
