/** Full-text index `story_search` (FTS5): titles, texts, column names, file names, notes and tags of the stories. */
import { asSearched, toSearchWords } from '../../shared/library/search-words.ts'
import { everyInsight } from '../../shared/story/every-insight.ts'
import type { Hand } from '../../shared/story/hand/hand.ts'
import type { Story, StorySummary } from '../../shared/story/story.ts'
import { selectTags } from './entry-tags.ts'
import { hitSnippet, indexedForm } from './hit-snippet.ts'
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
 *
 * Nearly every text has a word that begins with any one letter: letters alone are looked for in the beginnings of the
 * words of titles and file names, which both indexes have, and elsewhere as words of their own (plan B).
 */
export function toMatchQuery(search: string): string | null {
  const words = toSearchWords(search)
  if (words.length === 0) return null
  if (words.every((word) => oneLetter.test(word)))
    return words.map((word) => `({title source_name} : "${word}"* OR "${word}")`).join(' AND ')
  return words.map((word) => `"${word}"*`).join(' ')
}

/** Of scripts whose words have several letters; a sign of Han is a word. */
const oneLetter = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]$/u

/** Of title, text, columns, file name, notes and tags. */
const weights = '8, 1, 3, 5, 4, 6'

export interface ScoredStory {
  /** Of the story's row. */
  readonly number: number
  readonly createdAt: number
  /** As BM25 has it in SQLite: the lower, the better. */
  readonly score: number
}

export interface RankedStories {
  /** Best first, of equals the last saved. */
  readonly best: readonly ScoredStory[]
  /** With every word, however many are among the best. */
  readonly total: number
}

/**
 * Stories with every word of `query`, in one look through the index: what a match costs is there alone, and a story's
 * own row is looked at only for those of `limit`. With `+`, FTS5 does not take the row for a condition of its own, which
 * would make it begin the search anew for each; and only what bears the marks is scored.
 */
export function rankStories(library: Library, query: string, limit: number, marks: MarkFilter = {}): RankedStories {
  const condition = markedIn('stories', marks)
  const isMarked = condition === 'true' ? '' : `AND +rowid IN (SELECT stories.rowid FROM stories WHERE ${condition})`
  const rows = library
    .statement(`
      WITH hits AS MATERIALIZED (
        SELECT rowid AS number, bm25(story_search, ${weights}) AS score FROM story_search
        WHERE story_search MATCH @query ${isMarked}),
      best AS MATERIALIZED (SELECT number, score FROM hits ORDER BY score, number DESC LIMIT @limit)
      SELECT best.number AS number, stories.created_at AS createdAt, best.score AS score,
        (SELECT count(*) FROM hits) AS total
      FROM best JOIN stories ON stories.rowid = best.number
      ORDER BY best.score, best.number DESC`)
    .all({ query, limit, ...markParameters(marks) }) as (ScoredStory & { readonly total: number })[]
  return { best: rows, total: rows[0]?.total ?? 0 }
}

/** What of a story is indexed, in the order of the index. */
const fields = ['title', 'text', 'columns', 'source_name', 'notes', 'tags'] as const
type IndexedFields = Readonly<Record<`searched_${(typeof fields)[number]}`, string>>

/** Those in which a letter alone is looked for at the beginning of words. */
const isName = (field: (typeof fields)[number]): boolean => field === 'title' || field === 'source_name'

/** These stories with the words around the hit of `search`, by the number of their row. */
export function selectStoryHits(
  library: Library,
  search: string,
  numbers: readonly number[],
): ReadonlyMap<number, StorySummary> {
  const columns = fields.map((field) => `story_search.${field} AS searched_${field}`)
  const rows = library
    .statement(`
      SELECT story_search.rowid AS number, ${summaryColumns}, ${columns.join(', ')}
      FROM story_search JOIN stories ON stories.rowid = story_search.rowid
      WHERE story_search.rowid IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(numbers)) as (Parameters<typeof toSummary>[0] & IndexedFields & { readonly number: number })[]
  const around = snippetsOf(search)
  const found = rows.map((row) => ({ row, snippet: around(row) }))
  const others = found.filter(({ snippet }) => snippet === null).map(({ row }) => row.number)
  const asIndexed = snippetsOfIndex(library, search, others)
  return new Map(
    found.map(({ row, snippet }) => [
      row.number,
      toSummary({ ...row, snippet: snippet ?? asIndexed.get(row.number) ?? null }),
    ]),
  )
}

function snippetsOf(search: string): (row: IndexedFields) => string | null {
  const words = [...new Set(toSearchWords(search).map(indexedForm))]
  const letters = words.every((word) => oneLetter.test(word))
  const wordOf = (indexed: string): number => words.indexOf(indexed)
  const beginningOf = (indexed: string): number => words.findIndex((word) => indexed.startsWith(word))
  return (row) =>
    hitSnippet(
      fields.map((field) => ({
        text: row[`searched_${field}`],
        match: letters && !isName(field) ? wordOf : beginningOf,
      })),
      words.length,
    )
}

/**
 * The same by the index itself, where it folds a letter as none else does. One search for all of them: with `+`, FTS5 does
 * not take the number for a condition of its own, which would make it begin the search anew for each.
 */
function snippetsOfIndex(library: Library, search: string, numbers: readonly number[]): ReadonlyMap<number, string> {
  const query = toMatchQuery(search)
  if (query === null || numbers.length === 0) return new Map()
  const rows = library
    .statement(`
      SELECT rowid AS number, snippet(story_search, -1, '[', ']', '…', 14) AS snippet FROM story_search
      WHERE story_search MATCH ? AND +rowid IN (SELECT value FROM json_each(?))`)
    .all(query, JSON.stringify(numbers)) as { readonly number: number; readonly snippet: string }[]
  return new Map(rows.map(({ number, snippet }) => [number, snippet]))
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
  const { best, total } = rankStories(library, query, offset + limit)
  const numbers = best.slice(offset).map((one) => one.number)
  const hits = selectStoryHits(library, search, numbers)
  return {
    stories: numbers.map((number) => hits.get(number)).filter((story) => story !== undefined),
    total,
  }
}
