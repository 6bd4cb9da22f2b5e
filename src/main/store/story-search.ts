/** Full-text index `story_search` (FTS5): titles, texts, column names, file names, notes and tags of the stories. */
import { asSearched, toSearchWords } from '../../shared/library/search-words.ts'
import { everyInsight } from '../../shared/story/every-insight.ts'
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
  const text = [
    story.subtitle,
    ...story.sections.flatMap((section) => [section.heading, ...section.paragraphs.map((paragraph) => paragraph.text)]),
    ...everyInsight(story).map((insight) => insight.sentence),
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
  /** Of the story's row. */
  readonly number: number
  readonly createdAt: number
  /** As BM25 has it in SQLite: the lower, the better. */
  readonly score: number
}

/**
 * Stories with every word of `query`, best first. What a match costs is in the index alone; a story's own row is looked
 * at only where marks ask for it, and for those of `limit`.
 */
export function scoreStories(library: Library, query: string, limit: number, marks: MarkFilter = {}): ScoredStory[] {
  return library
    .statement(`
      WITH hits AS MATERIALIZED (
        SELECT rowid AS number, bm25(story_search, ${weights}) AS score FROM story_search
        WHERE story_search MATCH @query)
      SELECT hits.number AS number, stories.created_at AS createdAt, hits.score AS score
      FROM hits JOIN stories ON stories.rowid = hits.number
      WHERE ${markedIn('stories', marks)}
      ORDER BY hits.score, stories.created_at DESC, stories.rowid DESC LIMIT @limit`)
    .all({ query, limit, ...markParameters(marks) }) as ScoredStory[]
}

/**
 * These stories with the words around the hit, by the number of their row. One search for all of them: with `+`, FTS5
 * does not take the number for a condition of its own, which would make it begin the search anew for each.
 */
export function selectStoryHits(
  library: Library,
  query: string,
  numbers: readonly number[],
): ReadonlyMap<number, StorySummary> {
  const rows = library
    .statement(`
      SELECT story_search.rowid AS number, ${summaryColumns},
        snippet(story_search, -1, '[', ']', '…', 14) AS snippet
      FROM story_search JOIN stories ON stories.rowid = story_search.rowid
      WHERE story_search MATCH ? AND +story_search.rowid IN (SELECT value FROM json_each(?))`)
    .all(query, JSON.stringify(numbers)) as (Parameters<typeof toSummary>[0] & { readonly number: number })[]
  return new Map(rows.map((row) => [row.number, toSummary(row)]))
}

/** Without marks the index knows: nothing is in it that is no story. */
export function countMatchingStories(library: Library, query: string, marks: MarkFilter = {}): number {
  const condition = markedIn('stories', marks)
  const from =
    condition === 'true'
      ? 'story_search WHERE story_search MATCH @query'
      : `story_search JOIN stories ON stories.rowid = story_search.rowid WHERE story_search MATCH @query AND ${condition}`
  const { total } = library
    .statement(`SELECT count(*) AS total FROM ${from}`)
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
  const numbers = scoreStories(library, query, offset + limit)
    .slice(offset)
    .map((one) => one.number)
  const hits = selectStoryHits(library, query, numbers)
  return {
    stories: numbers.map((number) => hits.get(number)).filter((story) => story !== undefined),
    total: countMatchingStories(library, query),
  }
}
