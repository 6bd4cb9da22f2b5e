/** Stories and documents as one list: by age, by name, or by how well they match. */

import type { CommandRequest } from '../../shared/contract/commands.ts'
import type { DocumentSummary } from '../../shared/document/reading.ts'
import type { LibraryEntry } from '../../shared/library/entry.ts'
import type { StorySummary } from '../../shared/story/story.ts'
import { countMatchingDocuments, scoreDocuments, selectDocumentHits } from './document-search.ts'
import { countDocuments, selectDocumentSummaries } from './documents.ts'
import { selectTagsOf } from './entry-tags.ts'
import type { Library } from './library.ts'
import { markedIn, markParameters } from './marked.ts'
import { selectStorySummariesOf } from './stories.ts'
import { rankStories, selectStoryHits, toMatchQuery } from './story-search.ts'
import { countLineages, isLastVersion } from './story-versions.ts'

export type EntryFilter = CommandRequest<'library/list'>
export type EntryKind = LibraryEntry['kind']
type Order = EntryFilter['order']

/** The row number last, so that entries of one moment keep the order they were saved in. */
const orders = {
  newest: 'created_at DESC, kind, number DESC',
  oldest: 'created_at, kind, number',
  title: 'title COLLATE NOCASE, created_at DESC, kind, number DESC',
  file: 'source_name COLLATE NOCASE, created_at DESC, kind, number DESC',
} as const satisfies Record<Order, string>

export function listEntries(library: Library, filter: EntryFilter): { entries: LibraryEntry[]; total: number } {
  const kinds: readonly EntryKind[] = filter.kinds.length === 0 ? ['story', 'document'] : filter.kinds
  const { entries, total } =
    filter.search.trim() === '' ? listAll(library, kinds, filter) : search(library, kinds, filter)
  return { entries: withTags(library, entries), total }
}

function withTags(library: Library, entries: readonly LibraryEntry[]): LibraryEntry[] {
  const ids = entries.map((entry) => (entry.kind === 'story' ? entry.story.id : entry.document.id))
  const tagsOf = selectTagsOf(library, ids)
  const tagged = (id: string) => ({ tags: tagsOf.get(id) ?? [] })
  return entries.map((entry) =>
    entry.kind === 'story'
      ? { kind: 'story', story: { ...entry.story, ...tagged(entry.story.id) } }
      : { kind: 'document', document: { ...entry.document, ...tagged(entry.document.id) } },
  )
}

/** Of several versions of a story the last stands for all; each is found by a search. */
const listed = { story: `stories WHERE ${isLastVersion}`, document: 'documents WHERE true' } as const satisfies Record<
  EntryKind,
  string
>
const tables = { story: 'stories', document: 'documents' } as const satisfies Record<EntryKind, string>

function listedBy(kind: EntryKind, filter: EntryFilter): string {
  return `${listed[kind]} AND ${markedIn(tables[kind], filter)}`
}

function listAll(
  library: Library,
  kinds: readonly EntryKind[],
  filter: EntryFilter,
): { entries: LibraryEntry[]; total: number } {
  const { order, limit, offset } = filter
  const marks = markParameters(filter)
  const arms = (['story', 'document'] as const)
    .filter((kind) => kinds.includes(kind))
    .map(
      (kind) =>
        `SELECT '${kind}' AS kind, id, rowid AS number, created_at, title, source_name FROM ${listedBy(kind, filter)}`,
    )
  const found = library
    .statement(
      `SELECT kind, id FROM (${arms.join(' UNION ALL ')}) ORDER BY ${orders[order]} LIMIT @limit OFFSET @offset`,
    )
    .all({ limit, offset, ...marks }) as { kind: EntryKind; id: string }[]
  const idsOf = (kind: EntryKind): string[] => found.filter((one) => one.kind === kind).map((one) => one.id)
  const stories = new Map(selectStorySummariesOf(library, idsOf('story')).map((story) => [story.id, story]))
  const documents = new Map(selectDocumentSummaries(library, idsOf('document')).map((one) => [one.id, one]))
  return {
    entries: found.flatMap(({ kind, id }): LibraryEntry[] => {
      const story = kind === 'story' ? stories.get(id) : undefined
      if (story !== undefined) return [{ kind: 'story', story }]
      const document = kind === 'document' ? documents.get(id) : undefined
      return document === undefined ? [] : [{ kind: 'document', document }]
    }),
    total: kinds.reduce((sum, kind) => sum + countListed(library, kind, filter), 0),
  }
}

function countListed(library: Library, kind: EntryKind, filter: EntryFilter): number {
  const isWhole = filter.tag === undefined && filter.favourites === undefined
  if (isWhole) return kind === 'story' ? countLineages(library) : countDocuments(library)
  const { count } = library
    .statement(`SELECT count(*) AS count FROM ${listedBy(kind, filter)}`)
    .get(markParameters(filter)) as { count: number }
  return count
}

/** When the newest story or document was made, in ms since 1970; null for a library without any. */
export function selectNewestEntryMs(library: Library): number | null {
  const newest = library
    .statement(`
      SELECT max(created_at) AS at
      FROM (SELECT max(created_at) AS created_at FROM stories UNION ALL SELECT max(created_at) FROM documents)
    `)
    .get() as { at: number | null }
  return newest.at
}

interface Scored {
  readonly kind: EntryKind
  /** Of the index of its kind. */
  readonly row: number
  readonly createdAt: number
  /** Of the best of its kind, 0 to 1. */
  readonly merit: number
}

/**
 * Best first. BM25 of one index says nothing beside that of another, so that each is taken as a share of the best of its
 * own kind. Whatever order the whole list has, what is searched for has this one.
 */
function search(
  library: Library,
  kinds: readonly EntryKind[],
  filter: EntryFilter,
): { entries: LibraryEntry[]; total: number } {
  const { search: words, limit, offset } = filter
  const query = toMatchQuery(words)
  if (query === null) return { entries: [], total: 0 }
  const wanted = offset + limit
  const found: Scored[] = []
  let total = 0
  if (kinds.includes('story')) {
    const ranked = rankStories(library, query, wanted, filter)
    total += ranked.total
    for (const { number, createdAt, score } of ranked.best) {
      found.push({ kind: 'story', row: number, createdAt, merit: shareOf(score, ranked.best[0]?.score) })
    }
  }
  if (kinds.includes('document')) {
    total += countMatchingDocuments(library, query, filter)
    const scored = scoreDocuments(library, query, wanted, filter)
    for (const { row, createdAt, score } of scored) {
      found.push({ kind: 'document', row, createdAt, merit: shareOf(score, scored[0]?.score) })
    }
  }
  found.sort((left, right) => right.merit - left.merit || right.createdAt - left.createdAt)
  return { entries: withHits(library, words, found.slice(offset, wanted)), total }
}

/** Only of the page that is shown are the words around the hits looked for, which takes reading the texts. */
function withHits(library: Library, search: string, page: readonly Scored[]): LibraryEntry[] {
  const query = toMatchQuery(search) ?? ''
  const rowsOf = (kind: EntryKind): number[] => page.filter((one) => one.kind === kind).map((one) => one.row)
  const [storyRows, documentRows] = [rowsOf('story'), rowsOf('document')]
  const stories = storyRows.length === 0 ? new Map<number, StorySummary>() : selectStoryHits(library, search, storyRows)
  const documents =
    documentRows.length === 0 ? new Map<number, DocumentSummary>() : selectDocumentHits(library, query, documentRows)
  return page.flatMap(({ kind, row }): LibraryEntry[] => {
    const story = kind === 'story' ? stories.get(row) : undefined
    if (story !== undefined) return [{ kind: 'story', story }]
    const document = kind === 'document' ? documents.get(row) : undefined
    return document === undefined ? [] : [{ kind: 'document', document }]
  })
}

/** Both are negative, or 0 for a word that every row has. */
function shareOf(score: number, best: number | undefined): number {
  return best === undefined || best === 0 ? 1 : score / best
}
