/** What the library knows already of a content somebody asks a job for. */
import type { Pipeline } from '../../shared/job/pipeline.ts'
import type { Library } from './library.ts'

export interface Earlier {
  /** The active job that does what is asked for, or that its content may yet make do it. */
  readonly activeJobId: string | null
  /** The newest told from this content with these options. */
  readonly storyId: string | null
  /** The newest read from this content. */
  readonly documentId: string | null
}

export interface ContentRequest {
  readonly sha256: string
  readonly optionsKey: string
  readonly pipeline: Pipeline
  /** A person asked for this pipeline by name; otherwise the content decides, whatever the file's name promised. */
  readonly isWanted: boolean
}

interface ActiveRow {
  readonly id: string
  readonly pipeline: Pipeline
  readonly wanted: Pipeline | null
}

interface MadeRow {
  readonly id: string
  readonly created_at: number
}

/**
 * Asked for every file of a batch, and mostly in vain: hence no `ORDER BY`, for which SQLite sets up a sorter each time
 * (15 to 20 µs a question, against 2 for the look into the index).
 */
export function selectEarlier(library: Library, request: ContentRequest): Earlier {
  const { sha256, optionsKey, pipeline, isWanted } = request
  const active = library
    .statement(`
      SELECT id, pipeline, wanted FROM jobs
      WHERE sha256 = ? AND options_key = ? AND status IN ('queued', 'processing')`)
    .all(sha256, optionsKey) as ActiveRow[]
  const stories = library
    .statement('SELECT id, created_at FROM stories WHERE sha256 = ? AND options_key = ?')
    .all(sha256, optionsKey) as MadeRow[]
  const documents = library.statement('SELECT id, created_at FROM documents WHERE sha256 = ?').all(sha256) as MadeRow[]
  const same = active.find((job) => job.pipeline === pipeline)
  const undecided = isWanted ? undefined : active.find((job) => job.wanted === null)
  return {
    activeJobId: (same ?? undecided)?.id ?? null,
    storyId: newest(stories),
    documentId: newest(documents),
  }
}

/** Of several made at once the last of the list. */
function newest(rows: readonly MadeRow[]): string | null {
  let latest: MadeRow | null = null
  for (const row of rows) if (latest === null || row.created_at >= latest.created_at) latest = row
  return latest?.id ?? null
}
