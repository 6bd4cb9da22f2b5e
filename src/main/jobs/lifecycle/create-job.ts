/** A job is queued, once for the same content and options. */
import { selectEarlier } from '../../store/earlier.ts'
import { insertCreation } from '../../store/job-events.ts'
import { insertJob } from '../../store/jobs.ts'
import { upsertSource } from '../../store/sources.ts'
import type { CreateRequest, Creation } from '../changes.ts'
import { priorityLevel } from '../priority.ts'
import type { JobChanges } from './job-changes.ts'

/** A new job, or the active one for the same content and options. Within a change. */
export function createJob(changes: JobChanges, request: CreateRequest): Creation {
  const { source, pipeline, isWanted = false, origin, retells, options, optionsKey, priority } = request
  const now = changes.now()
  const { activeJobId, storyId, documentId } = selectEarlier(changes.library, {
    sha256: source.sha256,
    optionsKey,
    pipeline,
    isWanted,
  })
  const earlier = { earlierStoryId: storyId, earlierDocumentId: documentId }
  if (activeJobId !== null) return { id: activeJobId, outcome: 'existing', ...earlier }
  const id = changes.options.newId()
  insertJob(changes.library, {
    id,
    source_id: upsertSource(changes.library, { ...source, created_at: now }),
    sha256: source.sha256,
    pipeline,
    options,
    options_key: optionsKey,
    priority: priorityLevel(priority),
    wanted: isWanted ? pipeline : null,
    origin: origin === undefined ? null : JSON.stringify(origin),
    retells: retells?.storyId ?? null,
    lineage: retells?.lineage ?? null,
    now,
  })
  insertCreation(changes.library, id, now, { priority, bytes: source.bytes, pipeline })
  return { id, outcome: 'created', ...earlier }
}
