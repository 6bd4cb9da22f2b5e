/**
 * Full-text index `document_search` (FTS5): a row a page, each with its document's title and file name, so that words of
 * the title and of a page are found together. A page's row is its document's times `documentRows` plus its number; a
 * document without pages has the row 0.
 */
import type { Document } from '../../shared/document/document.ts'
import type { DocumentSummary } from '../../shared/document/reading.ts'
import { asSearched } from '../../shared/library/search-words.ts'
import { type DocumentSummaryRow, documentColumns, toDocumentSummary } from './documents.ts'
import type { Library } from './library.ts'
import { type MarkFilter, markedIn, markParameters } from './marked.ts'
import { documentRows } from './schema-constants.ts'

/** Of title, text and file name. */
const weights = '8, 1, 5'

/** How long one bunch of pages may keep others from the process; a page is never cut in two. */
const longestBunchMs = 8

/**
 * Indexes the pages of a document that is not yet in the library, a bunch at a time so that nothing else waits for a
 * long one, and gives the number its row must get. Nobody finds them before it has that row. What an earlier attempt of
 * the job left is removed.
 */
export async function draftDocumentText(library: Library, document: Document): Promise<number> {
  await dropDraft(library, document.id)
  const { lastInsertRowid } = library.relaxedTransaction(() =>
    library.statement('INSERT INTO document_drafts (job_id) VALUES (?)').run(document.id),
  )
  const number = Number(lastInsertRowid)
  const insert = library.statement('INSERT INTO document_search (rowid, title, text, source_name) VALUES (?, ?, ?, ?)')
  const { title, source, pages } = document
  // Without a page it is still found by its title.
  const texts: readonly (readonly [row: number, text: string])[] =
    pages.length === 0
      ? [[0, '']]
      : pages.map(({ number: page, header, text, footer }) => [
          Math.min(page, documentRows - 1),
          [header, text, footer].filter((part) => part !== '').join('\n'),
        ])
  await inBunches(library, texts, ([row, text]) => {
    insert.run(number * documentRows + row, asSearched(title), asSearched(text), asSearched(source.name))
  })
  return number
}

/** The document of this number is in the library now. Part of the transaction that puts it there. */
export function deleteDraft(library: Library, jobId: string): void {
  library.statement('DELETE FROM document_drafts WHERE job_id = ?').run(jobId)
}

/** Jobs that began to index a document and have not put it into the library. */
export function selectDraftJobIds(library: Library): string[] {
  const rows = library.statement('SELECT job_id FROM document_drafts').all() as { job_id: string }[]
  return rows.map((row) => row.job_id)
}

/** Removes what a job has indexed of a document that did not come into the library. */
export async function dropDraft(library: Library, jobId: string): Promise<void> {
  const draft = library.statement('SELECT number FROM document_drafts WHERE job_id = ?').get(jobId) as
    | { number: number }
    | undefined
  if (draft === undefined) return
  await dropPages(library, draft.number)
  // By its number: a run of the same job may have begun another one meanwhile.
  library.relaxedTransaction(() => library.statement('DELETE FROM document_drafts WHERE number = ?').run(draft.number))
}

async function dropPages(library: Library, number: number): Promise<void> {
  const first = number * documentRows
  const rows = library
    .statement('SELECT rowid AS row FROM document_search WHERE rowid BETWEEN ? AND ?')
    .all(first, first + documentRows - 1) as { row: number }[]
  const remove = library.statement('DELETE FROM document_search WHERE rowid = ?')
  await inBunches(library, rows, ({ row }) => {
    remove.run(row)
  })
}

async function inBunches<Item>(library: Library, items: readonly Item[], work: (item: Item) => void): Promise<void> {
  for (let next = 0; next < items.length; ) {
    library.relaxedTransaction(() => {
      const startedAtMs = performance.now()
      do {
        work(items[next] as Item)
        next += 1
      } while (next < items.length && performance.now() - startedAtMs < longestBunchMs)
    })
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/**
 * Takes the document out of the library. False when there was none. Its pages are no longer found; they are removed from
 * the index after it, and by a later start if this process dies meanwhile.
 */
export async function deleteDocument(library: Library, id: string): Promise<boolean> {
  const removed = library.transaction(() => {
    const row = library.statement('DELETE FROM documents WHERE id = ? RETURNING rowid').get(id) as
      | { rowid: number }
      | undefined
    if (row === undefined) return false
    library.statement('INSERT INTO document_drafts (number, job_id) VALUES (?, ?)').run(row.rowid, id)
    return true
  })
  if (removed) await dropDraft(library, id)
  return removed
}

export interface ScoredDocument {
  /** Of the page that says it best, in the index. */
  readonly row: number
  readonly createdAt: number
  /** As BM25 has it in SQLite: the lower, the better. */
  readonly score: number
}

/** Documents with a page that has every word of `query`, each with its best page, best first. */
export function scoreDocuments(
  library: Library,
  query: string,
  limit: number,
  marks: MarkFilter = {},
): ScoredDocument[] {
  return library
    .statement(`
      WITH hits AS MATERIALIZED (
        SELECT rowid / ${documentRows} AS document, rowid % ${documentRows} AS page,
          bm25(document_search, ${weights}) AS score
        FROM document_search WHERE document_search MATCH @query),
      best AS (SELECT document, page, min(score) AS score FROM hits GROUP BY document)
      SELECT best.document * ${documentRows} + best.page AS row, documents.created_at AS createdAt, best.score AS score
      FROM best JOIN documents ON documents.rowid = best.document
      WHERE ${markedIn('documents', marks)}
      ORDER BY best.score, documents.created_at DESC, documents.rowid DESC LIMIT @limit`)
    .all({ query, limit, ...markParameters(marks) }) as ScoredDocument[]
}

export function countMatchingDocuments(library: Library, query: string, marks: MarkFilter = {}): number {
  const { total } = library
    .statement(`
      SELECT count(*) AS total FROM documents WHERE rowid IN (
        SELECT rowid / ${documentRows} FROM document_search WHERE document_search MATCH @query)
        AND ${markedIn('documents', marks)}`)
    .get({ query, ...markParameters(marks) }) as { total: number }
  return total
}

/**
 * Documents with the words around the hit on these pages, by the page's row in the index. One search for all of them:
 * with `+`, FTS5 does not take the row for a condition of its own, which would make it begin the search anew for each.
 */
export function selectDocumentHits(
  library: Library,
  query: string,
  rows: readonly number[],
): ReadonlyMap<number, DocumentSummary> {
  const found = library
    .statement(`
      SELECT document_search.rowid AS row, ${documentColumns},
        snippet(document_search, -1, '[', ']', '…', 14) AS snippet
      FROM document_search JOIN documents ON documents.rowid = document_search.rowid / ${documentRows}
      WHERE document_search MATCH ? AND +document_search.rowid IN (SELECT value FROM json_each(?))`)
    .all(query, JSON.stringify(rows)) as (DocumentSummaryRow & { readonly row: number; readonly snippet: string })[]
  return new Map(
    found.map((one) => {
      const page = one.row % documentRows
      return [one.row, toDocumentSummary(one, { snippet: one.snippet, page: page === 0 ? null : page })]
    }),
  )
}
