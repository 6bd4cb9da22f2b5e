/** A job ends with its story or its document. */
import { deleteDraft } from '../../store/document-search.ts'
import { insertDocument } from '../../store/documents.ts'
import { inheritMarks } from '../../store/entry-tags.ts'
import { markCompleted } from '../../store/job-states.ts'
import { type Claim, selectJob } from '../../store/jobs.ts'
import { insertStory, type StoryReferences } from '../../store/stories.ts'
import { inheritHand } from '../../store/story-hands.ts'
import { indexStory } from '../../store/story-search.ts'
import type { JobResult } from '../result.ts'
import { type JobChanges, ownerOf } from './job-changes.ts'

/** Saves the result and completes the job. Within a change. */
export function completeJob(changes: JobChanges, owner: Claim, result: JobResult, optionsKey: string): boolean {
  const now = changes.now()
  if (!markCompleted(changes.library, ownerOf(owner), now)) return false
  switch (result.kind) {
    case 'story': {
      const { story } = result
      const version = versionBy(changes, owner.id)
      insertStory(changes.library, story, { jobId: owner.id, optionsKey, createdAt: now, version })
      inheritMarks(changes.library, story.id)
      indexStory(changes.library, story, null)
      inheritHand(changes.library, story, now)
      changes.record(owner.id, 'completed', { storyId: story.id })
      return true
    }
    case 'document': {
      insertDocument(changes.library, result.packed, now)
      deleteDraft(changes.library, owner.id)
      changes.record(owner.id, 'completed', { documentId: result.packed.document.id })
      return true
    }
  }
}

/** What the story of a job is another version of. */
function versionBy(changes: JobChanges, jobId: string): StoryReferences['version'] {
  const { retells = null, lineage = null } = selectJob(changes.library, jobId) ?? {}
  return retells === null || lineage === null ? null : { parent: retells, lineage }
}
