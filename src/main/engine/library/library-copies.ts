/**
 * Copies of the library, each also a check of it: once a day, at once after the first story there is, and within a
 * minute of every later one, so that no damage costs more than that.
 */

import { statSync } from 'node:fs'
import type { EngineEvent } from '../../../shared/contract/events.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import type { DataLayout } from '../../intake/layout.ts'
import type { Logger } from '../../jobs/logger.ts'
import { listBackups, makeBackup } from '../../store/backups.ts'
import { countJobs } from '../../store/job-lists.ts'
import type { Library } from '../../store/library.ts'
import { selectNewestEntryMs } from '../../store/library-entries.ts'
import type { UpkeepTask } from '../upkeep.ts'
import { type LibraryNotices, suspect } from './library-notices.ts'
import { markSuspect } from './open-library.ts'

export interface LibraryCopiesServices {
  readonly library: Library
  readonly layout: DataLayout
  readonly clock: () => number
  readonly libraryNotices: LibraryNotices
  readonly logger: Logger
  readonly texts: Texts
}

/** From a story to its copy: less than a minute, with the time the copy takes. */
const delayMs = 45_000
/** A large library must not be copied all the time: at most this share of it. */
const maxShareOfTime = 0.05
/** An end does not wait for a larger library's copy; the next start makes it. */
const copiedAtEndBytes = 64 * 1024 * 1024

export class LibraryCopies {
  readonly #services: LibraryCopiesServices
  #timer: NodeJS.Timeout | null = null
  #isWanted = false
  #isEnding = false
  #notBeforeMs = 0
  #copying: Promise<void> = Promise.resolve()

  constructor(services: LibraryCopiesServices) {
    this.#services = services
  }

  /** The daily copy. */
  task(): UpkeepTask {
    return { name: 'backup', lastAt: () => this.#lastAt(), run: () => this.#copy() }
  }

  /** Stories the last run has not copied. */
  begin(): void {
    const newestMs = selectNewestEntryMs(this.#services.library)
    const lastMs = this.#lastAt()
    if (newestMs !== null && (lastMs === null || newestMs > lastMs)) this.#want()
  }

  /** Hears every event. */
  hear(event: EngineEvent): void {
    if (event.name === 'story/saved' || event.name === 'document/saved') this.#want()
  }

  /** Copies what is not copied yet, unless that takes long. Never rejects. */
  async end(): Promise<void> {
    this.#isEnding = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    await this.#copying
    if (this.#isWanted && statSync(this.#services.layout.library).size <= copiedAtEndBytes) await this.#copyQuietly()
  }

  #lastAt(): number | null {
    const now = this.#services.clock()
    return listBackups(this.#services.layout.backups).find(({ at }) => at <= now)?.at ?? null
  }

  #want(): void {
    this.#isWanted = true
    if (this.#isEnding || this.#timer !== null) return
    const isFirst = listBackups(this.#services.layout.backups).length === 0
    const waitMs = Math.max(isFirst ? 0 : delayMs, this.#notBeforeMs - performance.now())
    this.#timer = setTimeout(() => {
      this.#timer = null
      void this.#copyQuietly()
    }, waitMs)
    this.#timer.unref()
  }

  async #copyQuietly(): Promise<void> {
    try {
      await this.#copy()
    } catch (error) {
      this.#services.logger.warn('The library could not be copied; it will be tried again', { error: String(error) })
    }
  }

  /** One after another: a copy begins by removing what an unfinished one has left. */
  #copy(): Promise<void> {
    const copied = this.#copying.then(() => this.#copyNow())
    this.#copying = copied.catch(() => undefined)
    return copied
  }

  /** A copy that turns out damaged means a damaged library: the next start is told to look at every page of it. */
  async #copyNow(): Promise<void> {
    const { library, layout, clock, libraryNotices, texts } = this.#services
    // Nothing to lose yet.
    if (countJobs(library, { statuses: [] }) === 0) return
    this.#isWanted = false
    const startedMs = performance.now()
    try {
      await makeBackup(library, layout.backups, clock())
    } catch (error) {
      this.#isWanted = true
      if (error instanceof StoryglassError && error.reason === 'library_damaged') {
        markSuspect(layout.dataDir)
        libraryNotices.add(suspect(clock(), texts))
      }
      throw error
    } finally {
      this.#notBeforeMs = performance.now() + (performance.now() - startedMs) / maxShareOfTime
    }
  }
}
