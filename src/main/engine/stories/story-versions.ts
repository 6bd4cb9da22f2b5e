/** Stories told again with other words on their columns, and the versions there are of one. */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { type JobOptions, jobOptionsSchema } from '../../../shared/job/job.ts'
import type { StoryVersion, ToldOptions } from '../../../shared/story/version.ts'
import type { ReadySource } from '../../intake/source-service.ts'
import { forgetKept, type ListedReading, listKept } from '../../jobs/kept.ts'
import { canonicalOptions, optionsKey } from '../../jobs/options-key.ts'
import { storedOrigin } from '../../jobs/view.ts'
import { selectJob } from '../../store/jobs.ts'
import type { Library } from '../../store/library.ts'
import { selectSource } from '../../store/sources.ts'
import { selectVersions, type VersionRow } from '../../store/story-versions.ts'
import type { JobCreation } from '../api.ts'
import type { QueueService } from '../queue/queue-service.ts'

/** A job that tells it, or the version that is told so already. */
export type Retelling =
  | { readonly kind: 'begun'; readonly job: JobCreation['job'] }
  | { readonly kind: 'there'; readonly storyId: string }

export class StoryVersions {
  readonly #library: Library
  readonly #queue: QueueService

  constructor(library: Library, queue: QueueService) {
    this.#library = library
    this.#queue = queue
  }

  /** Throws `no_such_story`. */
  list(id: string): StoryVersion[] {
    return storyVersions(this.#library, id)
  }

  /**
   * Tells the source of a story again, with `told` in the place of all that was told of it; the story itself stays as it
   * is. Throws `no_such_story`.
   */
  retell(id: string, told: ToldOptions): Retelling {
    const versions = rowsOf(this.#library, id)
    const version = versions.find((one) => one.id === id)
    const job = version === undefined ? null : selectJob(this.#library, version.job_id)
    const stored = job === null ? null : selectSource(this.#library, job.source_id)
    if (version === undefined || job === null || stored === null) throw new StoryglassError('no_such_story', id)
    const { focus: _focus, reading: _reading, ...rest } = optionsOf(version.options)
    const options: JobOptions = { ...rest, ...withoutNothing(told) }
    const key = optionsKey(canonicalOptions(options))
    // Told so before: that version is opened. Of several the last, which a newer engine may have told.
    const same = versions.findLast((one) => one.options_key === key)
    if (same !== undefined) return { kind: 'there', storyId: same.id }
    const source: ReadySource = {
      path: stored.path,
      name: stored.name,
      bytes: stored.bytes,
      modifiedAtMs: stored.modified_at,
      sha256: stored.sha256,
      owned: stored.owned === 1,
    }
    const origin = storedOrigin(job)
    const created = this.#queue.create(
      source,
      { options, pipeline: 'story', priority: 'high' },
      { ...(origin === null ? {} : { origin }), retells: { storyId: id, lineage: version.lineage } },
    )
    return { kind: 'begun', job: created.job }
  }

  /** What holds for other sources of the same shape. */
  readings(): ListedReading[] {
    return listKept(this.#library)
  }

  forgetReading(shape: string): void {
    forgetKept(this.#library, shape)
  }
}

/** In the order they were told. Throws `no_such_story`. */
export function storyVersions(library: Library, id: string): StoryVersion[] {
  return rowsOf(library, id).map(({ title, created_at, parent, options, ...row }) => {
    const { focus, reading } = optionsOf(options)
    return {
      id: row.id,
      title,
      createdAt: new Date(created_at).toISOString(),
      parent,
      told: { ...(focus === undefined ? {} : { focus }), ...(reading === undefined ? {} : { reading }) },
    }
  })
}

function rowsOf(library: Library, id: string): VersionRow[] {
  const rows = selectVersions(library, id)
  if (rows.length === 0) throw new StoryglassError('no_such_story', id)
  return rows
}

function optionsOf(options: string): JobOptions {
  return jobOptionsSchema.parse(JSON.parse(options))
}

/** Nothing told is not the same as an empty thing told. */
function withoutNothing({ focus, reading }: ToldOptions): Pick<JobOptions, 'focus' | 'reading'> {
  return {
    ...(focus === undefined || Object.keys(focus).length === 0 ? {} : { focus }),
    ...(reading === undefined || Object.keys(reading).length === 0 ? {} : { reading }),
  }
}
