/**
 * Watched files and folders: looked at from time to time; a new version of a file is told, compared with the one before
 * and announced. Runs in the engine that owns the library, and nothing is watched unless somebody asked for it.
 *
 *   new ──look──> watched <──look──> missing | unreadable
 */

import { stat } from 'node:fs/promises'
import path from 'node:path'
import { explainFileError } from '../../../disk/file-errors.ts'
import type { EngineEvent } from '../../../shared/contract/events.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { Job } from '../../../shared/job/job.ts'
import type { Watch } from '../../../shared/library/watch.ts'
import { note } from '../../../shared/story/note.ts'
import type { Logger } from '../../jobs/logger.ts'
import type { Library } from '../../store/library.ts'
import * as store from '../../store/watches.ts'
import type { EngineWatches, JobCreation, JobRequest, PlacedWatch } from '../api.ts'
import type { ComparisonService } from '../stories/comparisons.ts'
import { look } from './look.ts'
import { lookAt, type Rest, type Sighting, versionOf } from './resting.ts'

export interface WatchServices {
  readonly library: Library
  readonly comparisons: Pick<ComparisonService, 'compared'>
  readonly jobs: {
    createUnlessTold(path: string, request?: JobRequest): Promise<JobCreation | null>
    whenOver(id: string): Promise<Job>
  }
  readonly emit: (event: EngineEvent) => void
  readonly newId: () => string
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** Milliseconds of a clock that never jumps, by which files rest; the process's own by default. */
  readonly uptime?: () => number
  readonly logger: Logger
  /** Between two looks, ms. */
  readonly intervalMs?: number
  /** For how long a file must not have changed, ms. */
  readonly restMs?: number
}

const defaultIntervalMs = 3_000
const defaultRestMs = 5_000
/** A look that takes long (a slow drive, a thousand files) is made correspondingly less often. */
const mostOfTheTime = 1 / 20
/** Files told because of one look; more are told after the next. */
const mostAtOnce = 20
export const mostWatches = 50
const processUptime = (): number => performance.now()

export class WatchService implements EngineWatches {
  readonly #services: WatchServices
  readonly #resting = new Map<string, ReadonlyMap<string, Rest>>()
  #timer: NodeJS.Timeout | null = null
  #looking: Promise<void> = Promise.resolve()
  /** Ids of what was watched at the last look; null before the first. */
  #known: string | null = null
  #isEnding = false

  constructor(services: WatchServices) {
    this.#services = services
  }

  /** Picks up what an earlier run has told and not announced, and begins to look. */
  begin(): void {
    for (const { job_id: jobId, watch_id: watchId } of store.selectUnannounced(this.#services.library)) {
      if (jobId !== null) this.#announceWhenOver(watchId, jobId)
    }
    this.#schedule(0)
  }

  list(): Watch[] {
    return store.selectWatches(this.#services.library).map(toWatch)
  }

  listWithPaths(): PlacedWatch[] {
    return store.selectWatches(this.#services.library).map(placedWatch)
  }

  /** Of a file or a folder; the watch there is, where it is watched already. Throws `file_missing`, `bad_path`. */
  async add(given: string): Promise<Watch> {
    const row = await addWatch(this.#services, given)
    this.#changed()
    this.#schedule(0)
    return toWatch(row)
  }

  /** By id or path. Stories told because of it stay. Throws `no_such_source`. */
  remove(idOrPath: string): void {
    if (!store.deleteWatch(this.#services.library, idOrPath)) throw new StoryglassError('no_such_source', idOrPath)
    this.#resting.delete(idOrPath)
    this.#changed()
  }

  /** Looks at everything once. Never rejects. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#lookAtAll())
    return this.#looking
  }

  async #lookAtAll(): Promise<void> {
    const { library, logger } = this.#services
    try {
      const watches = store.selectWatches(library)
      this.#noticeOthers(watches)
      for (const watch of watches) {
        if (this.#isEnding) return
        await this.#lookAt(watch).catch((error: unknown) => {
          logger.warn('A watched place could not be looked at', { watch: watch.id, error: String(error) })
        })
      }
    } catch (error) {
      logger.warn('What is watched could not be read', { error: String(error) })
    }
  }

  /** What was asked for, or taken away, by a process beside this one. */
  #noticeOthers(watches: readonly store.WatchRow[]): void {
    const ids = watches.map(({ id }) => id).join(' ')
    if (this.#known !== null && ids !== this.#known) this.#changed()
    this.#known = ids
  }

  async end(): Promise<void> {
    this.#isEnding = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    await this.#looking
  }

  #schedule(inMs: number): void {
    if (this.#isEnding) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#tick(), inMs)
    this.#timer.unref()
  }

  async #tick(): Promise<void> {
    const startedAt = performance.now()
    await this.look()
    const tookMs = performance.now() - startedAt
    this.#schedule(Math.max(this.#services.intervalMs ?? defaultIntervalMs, tookMs / mostOfTheTime))
  }

  async #lookAt(watch: store.WatchRow): Promise<void> {
    const { library, clock, uptime = processUptime, restMs = defaultRestMs } = this.#services
    const found = await look(watch)
    // What lies in a folder when it begins to be watched is not news. A file is told at once: it is what is compared with.
    const isFirst = watch.kind === 'folder' && watch.since === null
    if (isFirst && found.state === 'watched') {
      library.transaction(() => {
        store.setWatchState(library, watch.id, found.state, clock())
        for (const file of found.files) this.#know(watch, file, null)
      })
      this.#changed()
      return
    }
    if (found.state !== watch.state) {
      store.setWatchState(library, watch.id, found.state, isFirst ? null : clock())
      this.#changed()
    }
    if (found.state !== 'watched') return
    const known = new Map(
      store
        .selectWatchedFiles(library, watch.id)
        .map((file) => [file.name, { bytes: file.bytes, modifiedAtMs: file.modified_at }]),
    )
    const before = this.#resting.get(watch.id) ?? new Map<string, Rest>()
    const { resting, ready } = lookAt(found.files, known, before, { nowMs: uptime(), restMs })
    const rests = new Map(resting)
    this.#resting.set(watch.id, rests)
    for (const file of ready.slice(0, mostAtOnce)) {
      if (this.#isEnding) return
      const isOpened = await this.#tell(watch, file)
      if (!isOpened) rests.set(file.name, { ...versionOf(file), sinceMs: uptime() })
    }
  }

  /**
   * What was told before with the same content (a copy, a file touched) is known and no news. False where the file could
   * not be opened: it went away, is being changed or may not be read.
   */
  async #tell(watch: store.WatchRow, file: Sighting): Promise<boolean> {
    const { jobs, logger } = this.#services
    try {
      const creation = await jobs.createUnlessTold(file.path, { priority: 'low' })
      this.#know(watch, file, creation?.job.id ?? null)
      if (creation !== null) this.#announceWhenOver(watch.id, creation.job.id)
      return true
    } catch (error) {
      logger.info('A watched file could not be opened yet', { watch: watch.id, error: String(error) })
      return false
    }
  }

  #know(watch: store.WatchRow, { name, bytes, modifiedAtMs }: Sighting, jobId: string | null): void {
    const file = { watch_id: watch.id, name, bytes, modified_at: modifiedAtMs, job_id: jobId }
    store.writeWatchedFile(this.#services.library, file)
  }

  #announceWhenOver(watchId: string, jobId: string): void {
    const { jobs, logger } = this.#services
    jobs
      .whenOver(jobId)
      .then((job) => this.#announce(watchId, job))
      .catch((error: unknown) => {
        // The engine closes, or the job is gone: at the next start it is announced, or there is nothing to announce.
        if (!this.#isEnding) logger.warn('A watched file was not announced', { job: jobId, error: String(error) })
      })
  }

  async #announce(watchId: string, job: Job): Promise<void> {
    const { library, comparisons, clock, emit, logger } = this.#services
    if (job.storyId !== null) {
      const { compared } = await comparisons.compared({ id: job.storyId }).catch((error: unknown) => {
        // It is compared at the next start, as long as it has not been announced.
        if (this.#isEnding) throw error
        logger.warn('A watched file was told and not compared', { job: job.id, error: String(error) })
        return { compared: null }
      })
      const told = {
        storyId: job.storyId,
        beforeId: compared?.before.id ?? null,
        sourceName: job.source.name,
        sentence: compared?.headline.text ?? null,
      }
      store.setWatchTold(library, watchId, { ...told, at: clock() })
      emit({ name: 'watch/told', payload: { watchId, ...told } })
      this.#changed()
    }
    store.setAnnounced(library, job.id)
  }

  #changed(): void {
    this.#services.emit({ name: 'watches/changed', payload: { watches: this.list() } })
  }
}

/** Also for a process that does not own the library: the owner looks at what is watched each time anew. */
export async function addWatch(
  { library, newId, clock }: Pick<WatchServices, 'library' | 'newId' | 'clock'>,
  given: string,
): Promise<store.WatchRow> {
  const place = path.resolve(given)
  const found = await stat(place).catch((error: unknown) => {
    throw explainFileError(error, 'reading')
  })
  const kind = found.isDirectory() ? 'folder' : found.isFile() ? 'file' : null
  if (kind === null) throw new StoryglassError('bad_path', note('failed.neitherFileNorFolder', { path: place }))
  const watches = store.selectWatches(library)
  if (watches.length >= mostWatches && watches.every((watch) => watch.path !== place)) {
    throw new StoryglassError('bad_path', note('failed.placesWatched', { count: watches.length }))
  }
  return store.insertWatch(library, { id: newId(), kind, path: place, created_at: clock() })
}

export function placedWatch(row: store.WatchRow): PlacedWatch {
  return { ...toWatch(row), path: row.path }
}

function toWatch(row: store.WatchRow): Watch {
  const iso = (at: number): string => new Date(at).toISOString()
  return {
    id: row.id,
    kind: row.kind,
    name: path.basename(row.path) || row.path,
    createdAt: iso(row.created_at),
    state: row.state,
    since: row.since === null ? null : iso(row.since),
    last:
      row.last_source_name === null || row.last_at === null
        ? null
        : {
            storyId: row.last_story_id,
            beforeId: row.last_before_id,
            sourceName: row.last_source_name,
            at: iso(row.last_at),
            sentence: row.last_sentence,
          },
  }
}
