/** The engine as its shells have it, and the life of it: start, commands, close. */

import { Readable } from 'node:stream'
import type { Unsubscribe } from '../../shared/contract/bridge.ts'
import type { SourceHandle } from '../../shared/contract/commands.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import type { EngineHandlers, GridExports, LibraryInfo } from '../../shared/contract/shell.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { activeStatuses } from '../../shared/job/job.ts'
import type { Metrics } from '../../shared/job/metrics.ts'
import type { LibraryNotice } from '../../shared/library/notice.ts'
import type { Speech } from '../../shared/texts/speech.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import { makeFolders } from '../intake/layout.ts'
import { measureJobs } from '../jobs/metrics.ts'
import { countDocuments } from '../store/documents.ts'
import { countJobs } from '../store/job-lists.ts'
import { selectJobIds } from '../store/jobs.ts'
import type { OwnerLock } from '../store/owner-lock.ts'
import { countStories } from '../store/stories.ts'
import type { Engine, EngineDocuments, EngineOptions, EngineStories, QueueControl } from './api.ts'
import { ChosenLanguage } from './chosen-language.ts'
import { commandHandlers } from './command-handlers.ts'
import { explained } from './explained.ts'
import { newId } from './ids.ts'
import { LibraryCopies } from './library/library-copies.ts'
import type { OpenedLibrary } from './library/open-library.ts'
import { collectJobFolder, collectOrphans } from './library/recovery.ts'
import { type EngineParts, makeParts } from './parts.ts'
import { type CleanReport, type CleanRequest, cleanJobs } from './queue/clean.ts'
import { EngineJobs } from './queue/job-entry.ts'
import { RunMarker } from './run-marker.ts'
import { endParts } from './shutdown.ts'
import { cleanUpTask, Upkeep, type UpkeepTask } from './upkeep.ts'
import { WatchService } from './watch/watch-service.ts'

const metricsDays = 90
const dayMs = 86_400_000
/** Longer than any cancel takes; what has not ended by then is not waited for. */
const shutdownDeadlineMs = 15_000

export class StoryglassEngine implements Engine {
  readonly dataDir: string
  readonly notices: readonly LibraryNotice[]
  readonly handlers: EngineHandlers
  readonly jobs: EngineJobs
  readonly queue: QueueControl
  readonly watches: WatchService
  readonly stories: EngineStories
  readonly documents: EngineDocuments
  readonly grid: GridExports
  readonly #options: EngineOptions
  readonly #language: ChosenLanguage
  readonly #lock: OwnerLock
  readonly #parts: EngineParts
  readonly #startedAtMs = Date.now()
  readonly #closing = new AbortController()
  readonly #marker: RunMarker
  readonly #copies: LibraryCopies
  readonly #upkeep: Upkeep
  #ready: Promise<void> | null = null
  #recovered: Promise<void> | null = null
  #closed: Promise<string[]> | null = null

  constructor(
    options: EngineOptions & { readonly texts: Texts; readonly speech: Speech },
    lock: OwnerLock,
    opened: OpenedLibrary,
  ) {
    this.#options = options
    this.dataDir = options.dataDir
    this.#lock = lock
    this.#marker = new RunMarker(options.dataDir)
    this.#language = new ChosenLanguage(opened.library, options.speech)
    this.#parts = makeParts(options, opened.library, this.#closing.signal)
    const { queue, stories, comparisons, documents, grid, sources, watch, layout, libraryNotices, clock, logger } =
      this.#parts
    this.notices = opened.notices
    this.queue = queue
    this.stories = stories
    this.documents = documents
    this.grid = grid
    this.jobs = new EngineJobs({
      library: opened.library,
      queue,
      sources,
      documents,
      watch,
      adopt: (name, bytes) => this.adoptStream(name, bytes),
    })
    for (const notice of opened.notices) libraryNotices.add(notice)
    this.#copies = new LibraryCopies({
      ...{ library: opened.library, layout, clock, libraryNotices, logger },
      texts: options.texts,
    })
    watch.subscribe((event) => this.#copies.hear(event))
    this.#upkeep = new Upkeep({ tasks: [this.#cleaning(), this.#copies.task()], clock, logger })
    this.watches = new WatchService({
      ...{ library: opened.library, comparisons, jobs: this.jobs, newId, clock, logger },
      emit: (event) => watch.emit(event),
      ...(options.watchIntervalMs === undefined ? {} : { intervalMs: options.watchIntervalMs }),
      ...(options.watchRestMs === undefined ? {} : { restMs: options.watchRestMs }),
    })
    this.handlers = explained(
      commandHandlers({
        queue,
        library: stories,
        comparisons,
        asking: this.#parts.asking,
        versions: this.#parts.versions,
        storySources: this.#parts.storySources,
        documents,
        grid,
        sources,
        watch,
        layout,
        libraryNotices,
        watches: this.watches,
        samplesDir: options.samplesDir,
        adoptText: (name, text) => this.adoptStream(name, Readable.from([Buffer.from(text)])),
        metrics: (days) => this.metrics(days),
        tellTable: (id, table) => this.jobs.tellTable(id, table),
        clean: (request) => this.clean(request),
        language: this.#language,
      }),
    )
  }

  async start(): Promise<void> {
    await this.recover()
    if (this.#closed !== null) return
    this.#parts.pool.prepare()
    this.#parts.scheduler.open(this.#parts.queue.isPaused())
    this.#copies.begin()
    this.#upkeep.begin()
    this.watches.begin()
  }

  recover(): Promise<void> {
    this.#recovered ??= this.#recover()
    return this.#recovered
  }

  close(): Promise<string[]> {
    this.#closed ??= this.#shutDown()
    return this.#closed
  }

  async info(): Promise<LibraryInfo> {
    return {
      version: this.#options.version,
      language: this.#language.current,
      stories: countStories(this.#parts.library),
      documents: countDocuments(this.#parts.library),
      activeJobs: countJobs(this.#parts.library, { statuses: activeStatuses }),
      notices: this.#parts.libraryNotices.list(),
    }
  }

  subscribe(listener: (event: EngineEvent) => void): Unsubscribe {
    return this.#parts.watch.subscribe(listener)
  }

  adoptPath(path: string): Promise<SourceHandle> {
    return this.#parts.sources.adoptPath(path)
  }

  async adoptStream(name: string, bytes: AsyncIterable<Uint8Array>): Promise<SourceHandle> {
    if (this.#closing.signal.aborted) throw new StoryglassError('internal', 'the engine is closing')
    await this.#prepare()
    return this.#parts.sources.adoptStream(name, bytes)
  }

  metrics(days = metricsDays): Metrics {
    const now = this.#parts.clock()
    return measureJobs(this.#parts.library, now - days * dayMs, now)
  }

  clean(request: CleanRequest = {}): Promise<CleanReport> {
    const onRemoved = (id: string): void => {
      this.#parts.watch.emit({ name: 'job/removed', payload: { id } })
      this.#parts.watch.queueChanged()
    }
    return cleanJobs(
      {
        library: this.#parts.library,
        layout: this.#parts.layout,
        files: this.#parts.files,
        clock: this.#parts.clock,
        onRemoved,
        isHeld: (file) => this.#parts.sources.isHeld(file),
      },
      request,
    )
  }

  /** Folders made and leftovers of uploads gone, once. */
  #prepare(): Promise<void> {
    this.#ready ??= makeFolders(this.#parts.layout).then(() => this.#parts.sources.clear())
    return this.#ready
  }

  async #recover(): Promise<void> {
    await this.#prepare()
    // Files before the record: a process that dies in between finds the jobs still processing and does it again.
    const pagesRead = new Map<string, number>()
    for (const id of selectJobIds(this.#parts.library, 'processing')) {
      await collectJobFolder(this.#parts.library, this.#parts.files, id)
      pagesRead.set(id, await this.#parts.reading(id).pagesInRow())
    }
    this.#parts.lifecycle.recover({ endedCleanly: this.#marker.endedCleanly(), pagesRead })
    await this.#marker.set()
  }

  #cleaning(): UpkeepTask {
    const { library, layout, files, scheduler, clock, logger } = this.#parts
    return cleanUpTask(clock, async () => {
      await this.clean()
      await collectOrphans({
        library,
        layout,
        files,
        isRunning: (id) => scheduler.runOf(id) !== null,
        startedAtMs: this.#startedAtMs,
        signal: this.#closing.signal,
        logger,
      })
    })
  }

  async #shutDown(): Promise<string[]> {
    this.#closing.abort()
    this.#marker.clear()
    const unfinished = await endParts(
      [
        { name: 'intake', end: async () => this.#ready },
        { name: 'watches', end: () => this.watches.end() },
        { name: 'jobs', end: () => this.#parts.scheduler.close() },
        { name: 'threads', end: () => this.#parts.pool.close(), after: ['jobs'] },
        { name: 'upkeep', end: () => this.#upkeep.end() },
        { name: 'copies', end: () => this.#copies.end() },
      ],
      shutdownDeadlineMs,
      this.#parts.logger,
    )
    this.#parts.pageAnnouncer.close()
    this.#parts.watch.close()
    this.#parts.passwords.forgetAll()
    this.#parts.library.close()
    this.#lock.release()
    return unfinished
  }
}
