/** Full-text index `story_search` (FTS5): titles, texts, column names, file names, notes and tags of the stories. */
import { asSearched, toSearchWords } from '../../shared/library/search-words.ts'
import type { Hand } from '../../shared/story/hand/hand.ts'
import type { Story, StorySummary } from '../../shared/story/story.ts'
import { selectTags } from './entry-tags.ts'
import type { Library } from './library.ts'
import { type MarkFilter, markedIn, markParameters } from './marked.ts'
import { summaryColumns, toSummary } from './stories.ts'

/** Indexes the story as its reader has it, in the place of what was indexed of it before. */
export function indexStory(library: Library, story: Story, hand: Pick<Hand, 'notes'> | null): void {
  const { number } = library.statement('SELECT rowid AS number FROM stories WHERE id = ?').get(story.id) as {
    number: number
  }
  const insights = [...story.findings, ...story.facts, ...story.leads, ...story.quality]
  const text = [
    story.subtitle,
    ...story.sections.flatMap((section) => [section.heading, ...section.paragraphs.map((paragraph) => paragraph.text)]),
    ...insights.map((insight) => insight.sentence),
  ]
  const columns = story.tables.flatMap((table) => [table.name, ...table.columns.map((column) => column.name)])
  const notes = hand?.notes.map((note) => note.text) ?? []
  const fields = [story.title, text.join('\n'), columns.join('\n'), story.source.name, notes.join('\n')].map(asSearched)
  library.statement('DELETE FROM story_search WHERE rowid = ?').run(number)
  library
    .statement(
      'INSERT INTO story_search (rowid, title, text, columns, source_name, notes, tags) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(number, ...fields, searchedTags(library, story.id))
}

/** After a change of the tags of a story. */
export function indexTags(library: Library, storyId: string): void {
  library
    .statement('UPDATE story_search SET tags = ? WHERE rowid = (SELECT rowid FROM stories WHERE id = ?)')
    .run(searchedTags(library, storyId), storyId)
}

function searchedTags(library: Library, id: string): string {
  return asSearched(selectTags(library, id).join('\n'))
}

/**
 * Whatever a person types as an FTS5 query: each word as a quoted prefix, all of them required. Null when there is no
 * word in it. Operators and quotes of the query language are never passed on.
 */
export function toMatchQuery(search: string): string | null {
  const words = toSearchWords(search)
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ')
}

/** Of title, text, columns, file name, notes and tags. */
const weights = '8, 1, 3, 5, 4, 6'

export interface ScoredStory {
  readonly id: string
  readonly createdAt: number
  /** As BM25 has it in SQLite: the lower, the better. */
  readonly score: number
}

/** Stories with every word of `query`, best first. */
export function scoreStories(library: Library, query: string, limit: number, marks: MarkFilter = {}): ScoredStory[] {
  return library
    .statement(`
      SELECT stories.id AS id, stories.created_at AS createdAt, bm25(story_search, ${weights}) AS score
      FROM story_search JOIN stories ON stories.rowid = story_search.rowid
      WHERE story_search MATCH @query AND ${markedIn('stories', marks)}
      ORDER BY score, stories.created_at DESC, stories.rowid DESC LIMIT @limit`)
    .all({ query, limit, ...markParameters(marks) }) as ScoredStory[]
}

/** The story with the words around the hit. */
export function selectStoryHit(library: Library, query: string, id: string): StorySummary | null {
  const row = library
    .statement(`
      SELECT ${summaryColumns}, snippet(story_search, -1, '[', ']', '…', 14) AS snippet
      FROM story_search JOIN stories ON stories.rowid = story_search.rowid
      WHERE story_search MATCH ? AND story_search.rowid = (SELECT rowid FROM stories WHERE id = ?)`)
    .get(query, id)
  return row === undefined ? null : toSummary(row as Parameters<typeof toSummary>[0])
}

export function countMatchingStories(library: Library, query: string, marks: MarkFilter = {}): number {
  const { total } = library
    .statement(`
      SELECT count(*) AS total FROM story_search JOIN stories ON stories.rowid = story_search.rowid
      WHERE story_search MATCH @query AND ${markedIn('stories', marks)}`)
    .get({ query, ...markParameters(marks) }) as { total: number }
  return total
}

/** Stories matching every word of `search`, best first, with the words around the hit. */
export function searchStories(
  library: Library,
  search: string,
  limit: number,
  offset: number,
): { stories: StorySummary[]; total: number } {
  const query = toMatchQuery(search)
  if (query === null) return { stories: [], total: 0 }
  const rows = library
    .statement(`
      SELECT ${summaryColumns}, snippet(story_search, -1, '[', ']', '…', 14) AS snippet
      FROM story_search JOIN stories ON stories.rowid = story_search.rowid
      WHERE story_search MATCH ? ORDER BY bm25(story_search, ${weights}), stories.created_at DESC,
        stories.rowid DESC LIMIT ? OFFSET ?`)
    .all(query, limit, offset)
  return {
    stories: rows.map((row) => toSummary(row as Parameters<typeof toSummary>[0])),
    total: countMatchingStories(library, query),
  }
}
