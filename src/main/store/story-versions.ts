/** Table `stories`: versions of one story, found by their lineage. */
import type { Library } from './library.ts'

export interface VersionRow {
  readonly id: string
  readonly title: string
  readonly created_at: number
  /** Null of the first, and where the version it was told from was deleted. */
  readonly parent: string | null
  readonly lineage: string
  readonly options_key: string
  readonly job_id: string
  /** JSON of the JobOptions it was told with. */
  readonly options: string
}

/** All versions of the story, itself among them, in the order they were told; none where there is no such story. */
export function selectVersions(library: Library, storyId: string): VersionRow[] {
  return library
    .statement(`
      SELECT stories.id, stories.title, stories.created_at, earlier.id AS parent, stories.lineage, stories.options_key,
        stories.job_id, jobs.options
      FROM stories JOIN jobs ON jobs.id = stories.job_id LEFT JOIN stories AS earlier ON earlier.id = stories.parent
      WHERE stories.lineage = (SELECT lineage FROM stories WHERE id = ?) ORDER BY stories.rowid`)
    .all(storyId) as VersionRow[]
}

/** Condition on a row of `stories`. */
export const isLastVersion = `NOT EXISTS (
    SELECT 1 FROM stories AS later WHERE later.lineage = stories.lineage AND later.rowid > stories.rowid)`

/** Stories, however many versions there are of each. */
export function countLineages(library: Library): number {
  const row = library.statement('SELECT count(DISTINCT lineage) AS count FROM stories').get() as { count: number }
  return row.count
}
