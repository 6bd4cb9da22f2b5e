/** A story in the library with the job it came from, for what asks which stories there are. */
import { insertJob } from '../../../src/main/store/jobs.ts'
import type { Library } from '../../../src/main/store/library.ts'
import { upsertSource } from '../../../src/main/store/sources.ts'
import { insertStory } from '../../../src/main/store/stories.ts'
import type { Story } from '../../../src/shared/story/story.ts'

/** Its job is `job-<id>`, and its content that of no other story. */
export function storeStory(library: Library, told: Story, createdAt: number): Story {
  const sha256 = Buffer.from(told.id).toString('hex').padEnd(64, '0').slice(0, 64)
  const story = { ...told, source: { ...told.source, sha256 } }
  const { name, bytes } = story.source
  const path = `/files/${name}`
  const jobId = `job-${story.id}`
  const given = { options: '{}', options_key: 'none', priority: 1, wanted: null, origin: null, retells: null } as const
  insertJob(library, {
    ...given,
    id: jobId,
    source_id: upsertSource(library, { sha256, name, path, bytes, modified_at: 1, owned: 0, created_at: createdAt }),
    sha256,
    pipeline: 'story',
    lineage: null,
    now: createdAt,
  })
  insertStory(library, story, { jobId, optionsKey: given.options_key, createdAt, version: null })
  return story
}
