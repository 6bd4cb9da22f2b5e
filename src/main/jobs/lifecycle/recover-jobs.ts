/** What was running when the last process ended is put back. */
import type { JobStatus } from '../../../shared/job/job.ts'
import * as states from '../../store/job-states.ts'
import { type JobRow, selectJob, selectJobIds } from '../../store/jobs.ts'
import type { LastProcess } from '../changes.ts'
import { countCrash } from '../crash-count.ts'
import { type JobChanges, ownerOf } from './job-changes.ts'

/** A job found running in this many processes that died, and no further at each, is not tried by itself again. */
export const maxCrashes = 3

/** Within a change. Gives the jobs changed. */
export function recoverJobs(changes: JobChanges, last: LastProcess): { id: string; status: JobStatus }[] {
  const running = selectJobIds(changes.library, 'processing').map((id) => selectJob(changes.library, id))
  return running.flatMap((job) => (job === null ? [] : [{ id: job.id, status: recoverJob(changes, job, last) }]))
}

function recoverJob(changes: JobChanges, job: JobRow, { endedCleanly, pagesRead }: LastProcess): JobStatus {
  if (endedCleanly) {
    states.markYielded(changes.library, ownerOf(job), false)
    changes.record(job.id, 'yielded', { paused: false })
    return 'queued'
  }
  const { crashes, reached } = countCrash(changes.library, job, pagesRead?.get(job.id) ?? 0)
  if (crashes >= maxCrashes) {
    const failure = changes.options.describeCrashes(job)
    states.markFailedAfterCrashes(changes.library, job.id, failure, changes.now())
    changes.record(job.id, 'failed', { code: failure.code, reason: failure.reason, kind: job.source_kind })
    return 'failed'
  }
  states.markRecovered(changes.library, job.id, crashes)
  changes.record(job.id, 'recovered', { deaths: crashes, ...reached })
  return 'queued'
}
