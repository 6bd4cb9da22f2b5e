/** Table `stories`: saved stories, each with the JSON it is shown and exported from. */
import { promisify } from 'node:util'
import { zstdCompressSync, zstdDecompress } from 'node:zlib'
import { cardFigureOf, cardFigureSchema } from '../../shared/library/card-figure.ts'
import { type Story, type StorySummary, storySchema } from '../../shared/story/story.ts'
import { toldOptionsSchema } from '../../shared/story/version.ts'
import type { Library } from './library.ts'
import { shapeOfStory, writeShape } from './story-shapes.ts'

const decompress = promisify(zstdDecompress)

interface SummaryRow {
  readonly id: string
  readonly job_id: string
  readonly created_at: number
  readonly title: string
  readonly subtitle: string
  readonly source_name: string
  readonly source_kind: string
  readonly rows: number
  readonly columns: number
  readonly findings: number
  readonly charts: number
  /** JSON of the JobOptions it was told with. */
  readonly options: string
  readonly versions: number
  readonly favourite: 0 | 1
  readonly figure: string | null
  readonly snippet?: string | null
}

/** From the index that has it: in its row it stands behind the story's own JSON. */
const shownOf = (column: 'favourite' | 'figure'): string =>
  `(SELECT shown.${column} FROM stories AS shown INDEXED BY stories_shown WHERE shown.id = stories.id) AS ${column}`
const lineageOf = `(SELECT shown.lineage FROM stories AS shown INDEXED BY stories_shown WHERE shown.id = stories.id)`

export const summaryColumns = `stories.id, stories.job_id, stories.created_at, stories.title, stories.subtitle,
  stories.source_name, stories.source_kind, stories.rows, stories.columns, stories.findings, stories.charts,
  ${shownOf('favourite')}, ${shownOf('figure')},
  (SELECT options FROM jobs WHERE jobs.id = stories.job_id) AS options,
  (SELECT count(*) FROM stories AS others WHERE others.lineage = ${lineageOf}) AS versions`

export interface StoryReferences {
  readonly jobId: string
  readonly optionsKey: string
  readonly createdAt: number
  /** The story this is another version of, and what all its versions share; null for a story of its own. */
  readonly version: { readonly parent: string; readonly lineage: string } | null
}

/** Inserts the story with its shape; its full text is then to be indexed. A second one for a job is refused. */
export function insertStory(
  library: Library,
  story: Story,
  { jobId, optionsKey, createdAt, version }: StoryReferences,
): void {
  const figure = cardFigureOf(story.charts)
  library
    .statement(`
      INSERT INTO stories (id, job_id, sha256, options_key, created_at, lineage, parent, title, subtitle, source_name,
        source_kind, rows, columns, findings, charts, figure, story)
      VALUES (@id, @jobId, @sha256, @optionsKey, @createdAt, @lineage, @parent, @title, @subtitle, @sourceName,
        @sourceKind, @rows, @columns, @findings, @charts, @figure, @story)`)
    .run({
      jobId,
      optionsKey,
      createdAt,
      lineage: version?.lineage ?? story.id,
      parent: version?.parent ?? null,
      id: story.id,
      sha256: story.source.sha256,
      title: story.title,
      subtitle: story.subtitle,
      sourceName: story.source.name,
      sourceKind: story.source.kind,
      rows: story.tables.reduce((sum, table) => sum + table.rows, 0),
      columns: story.tables.reduce((sum, table) => sum + table.columns.length, 0),
      findings: story.findings.length,
      charts: story.charts.length,
      figure: figure === null ? null : JSON.stringify(figure),
      story: zstdCompressSync(JSON.stringify(story)),
    })
  writeShape(library, story.id, shapeOfStory(story))
}

/** The same story in other words, listed under `title`. False where there is none. */
export function updateStory(library: Library, story: Story, title: string): boolean {
  const result = library
    .statement(`
      UPDATE stories SET title = @title, subtitle = @subtitle, findings = @findings, charts = @charts, story = @story
      WHERE id = @id`)
    .run({
      id: story.id,
      title,
      subtitle: story.subtitle,
      findings: story.findings.length,
      charts: story.charts.length,
      story: zstdCompressSync(JSON.stringify(story)),
    })
  return result.changes > 0
}

export function selectStorySummaries(library: Library, limit: number, offset: number): StorySummary[] {
  const rows = library
    .statement(`SELECT ${summaryColumns} FROM stories ORDER BY created_at DESC, rowid DESC LIMIT ? OFFSET ?`)
    .all(limit, offset) as SummaryRow[]
  return rows.map(toSummary)
}

export function selectStorySummary(library: Library, id: string): StorySummary | null {
  const row = library.statement(`SELECT ${summaryColumns} FROM stories WHERE id = ?`).get(id) as SummaryRow | undefined
  return row === undefined ? null : toSummary(row)
}

/** In no order. */
export function selectStorySummariesOf(library: Library, ids: readonly string[]): StorySummary[] {
  const rows = library
    .statement(`SELECT ${summaryColumns} FROM stories WHERE id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids)) as SummaryRow[]
  return rows.map(toSummary)
}

export function countStories(library: Library): number {
  return (library.statement('SELECT count(*) AS count FROM stories').get() as { count: number }).count
}

/** The story as it was saved, parsed before it is trusted. */
export async function readStory(library: Library, id: string): Promise<{ story: Story; jobId: string } | null> {
  const row = library.statement('SELECT job_id, story FROM stories WHERE id = ?').get(id) as
    | { job_id: string; story: Buffer }
    | undefined
  if (row === undefined) return null
  const text = (await decompress(row.story)).toString('utf8')
  return { story: storySchema.parse(JSON.parse(text)), jobId: row.job_id }
}

export function selectJobOfStory(library: Library, id: string): string | null {
  const row = library.statement('SELECT job_id FROM stories WHERE id = ?').get(id) as { job_id: string } | undefined
  return row?.job_id ?? null
}

/** Removes the story and its entry in the full-text index. Gives the job it came from. */
export function deleteStory(library: Library, id: string): string | null {
  return library.transaction(() => {
    const row = library.statement('DELETE FROM stories WHERE id = ? RETURNING rowid, job_id').get(id) as
      | { rowid: number; job_id: string }
      | undefined
    if (row === undefined) return null
    library.statement('DELETE FROM story_search WHERE rowid = ?').run(row.rowid)
    return row.job_id
  })
}

export function toSummary(row: SummaryRow): StorySummary {
  return {
    id: row.id,
    jobId: row.job_id,
    title: row.title,
    subtitle: row.subtitle,
    createdAt: new Date(row.created_at).toISOString(),
    sourceName: row.source_name,
    sourceKind: row.source_kind,
    rows: row.rows,
    columns: row.columns,
    findings: row.findings,
    charts: row.charts,
    ...toldIn(row.options),
    ...(row.versions > 1 ? { versions: row.versions } : {}),
    snippet: row.snippet ?? null,
    favourite: row.favourite === 1,
    figure: row.figure === null ? null : cardFigureSchema.parse(JSON.parse(row.figure)),
  }
}

/** What was told of the source, where anything was; most stories are told with nothing. */
function toldIn(options: string): Pick<StorySummary, 'told'> {
  const { focus, reading } = toldOptionsSchema.parse(JSON.parse(options))
  if (focus === undefined && reading === undefined) return {}
  return { told: { ...(focus === undefined ? {} : { focus }), ...(reading === undefined ? {} : { reading }) } }
}
