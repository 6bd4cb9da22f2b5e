/** What a start finds of the run before: jobs put back, files nobody speaks of removed. */
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { DataLayout } from '../../intake/layout.ts'
import type { Logger } from '../../jobs/logger.ts'
import type { StageFiles } from '../../jobs/stage-files.ts'
import { dropDraft, selectDraftJobIds } from '../../store/document-search.ts'
import { selectJobStages } from '../../store/job-stages.ts'
import { selectJob } from '../../store/jobs.ts'
import type { Library } from '../../store/library.ts'
import { selectOwnedPaths } from '../../store/sources.ts'

/** Brings the folder of one job that does not run in line with its record. */
export async function collectJobFolder(library: Library, files: StageFiles, jobId: string): Promise<void> {
  const job = selectJob(library, jobId)
  if (job === null || (job.status === 'completed' && job.story_id === null && job.document_id === null)) {
    await files.removeJob(jobId)
  } else if (job.document_id !== null) await files.keepReading(jobId)
  else if (job.status === 'completed') await files.keepTables(jobId)
  // A document given up is not wanted, nor what was read of it.
  else if (job.status === 'cancelled' && job.pipeline === 'document') await files.removeJob(jobId)
  else {
    const recorded = selectJobStages(library, jobId).map((row) => row.stage)
    await files.collect(jobId, recorded)
  }
}

export interface OrphanCollection {
  readonly library: Library
  readonly layout: DataLayout
  readonly files: StageFiles
  /** Its folder is being written to. */
  readonly isRunning: (jobId: string) => boolean
  /** When this engine was made, in ms since 1970. */
  readonly startedAtMs: number
  readonly signal: AbortSignal
  readonly logger: Logger
}

/**
 * Removes job folders and copies of sources no record speaks of, and pages indexed for no document. Runs beside the jobs: a job's record is always older
 * than its folder, so a folder without one never gets one.
 */
export async function collectOrphans(collection: OrphanCollection): Promise<void> {
  const { library, layout, files, isRunning, startedAtMs, signal, logger } = collection
  for (const jobId of await readdir(layout.jobs)) {
    if (signal.aborted) return
    if (!isRunning(jobId)) await collectJobFolder(library, files, jobId)
  }
  for (const jobId of selectDraftJobIds(library)) {
    if (signal.aborted) return
    if (!isRunning(jobId)) await dropDraft(library, jobId)
  }
  const needed = new Set(selectOwnedPaths(library).map((file) => path.basename(file)))
  for (const name of await readdir(layout.sources)) {
    if (signal.aborted) return
    if (needed.has(name)) continue
    const file = path.join(layout.sources, name)
    // An upload of this run may be on its way from being kept to being recorded.
    const found = await stat(file).catch(() => null)
    if (found === null || found.mtimeMs >= startedAtMs) continue
    await rm(file, { recursive: true, force: true })
    logger.info('A copy of a source that no job needs was removed', { name })
  }
}
