/** Table `jobs`: those that are over and that nothing in the library needs, found and removed. */
import type { JobStatus } from '../../shared/job/job.ts'
import type { Library } from './library.ts'

const isUnneeded = `
  NOT EXISTS (SELECT 1 FROM stories WHERE job_id = jobs.id) AND NOT EXISTS (SELECT 1 FROM documents WHERE id = jobs.id)`

/** Removes a job that is over and that no story or document needs. Its events stay for the metrics. */
export function deleteJob(library: Library, id: string): boolean {
  const { changes } = library
    .statement(`
      DELETE FROM jobs WHERE id = @id AND status IN ('completed', 'failed', 'cancelled') AND ${isUnneeded}`)
    .run({ id })
  return changes === 1
}

/** Jobs that ended with one of `statuses` before `endedBefore` and that no story or document needs. */
export function selectExpiredJobIds(library: Library, statuses: readonly JobStatus[], endedBefore: number): string[] {
  const rows = library
    .statement(`
      SELECT id FROM jobs WHERE status IN (${statuses.map(() => '?').join(', ')}) AND finished_at < ?
        AND ${isUnneeded}`)
    .all(...statuses, endedBefore)
  return (rows as { id: string }[]).map((row) => row.id)
}
