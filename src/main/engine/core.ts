/** The engine as its shells have it, and the life of it: start, commands, close. */
import { Readable } from 'node:stream'
import type { Unsubscribe } from '../../shared/contract/bridge.ts'
import type { SourceHandle } from '../../shared/contract/commands.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import type { DocumentExport, EngineHandlers, LibraryInfo, StoryFormat } from '../../shared/contract/shell.ts'
import type { Document } from '../../shared/document/document.ts'
import type { ExportFormatOf } from '../../shared/export-formats/registry.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { activeStatuses, type Job, type JobPriority } from '../../shared/job/job.ts'
import type { Metrics } from '../../shared/job/metrics.ts'
import type { LibraryNotice } from '../../shared/library/notice.ts'
import type { Story, Verification } from '../../shared/story/story.ts'
import { makeFolders } from '../intake/layout.ts'
import { acceptSeveral } from '../intake/several.ts'
import { openPath, type ReadySource } from '../intake/source-service.ts'
import { tarStream } from '../intake/tar-stream.ts'
import { measureJobs } from '../jobs/metrics.ts'
import { countDocuments } from '../store/documents.ts'
import { type JobEventRow, selectJobEvents } from '../store/job-events.ts'
import { countJobs } from '../store/job-lists.ts'
import { selectJobIds } from '../store/jobs.ts'
import type { OwnerLock } from '../store/owner-lock.ts'
import { countStories } from '../store/stories.ts'
import type { Engine, EngineOptions, JobCreation, JobRequest } from './api.ts'
import { commandHandlers } from './command-handlers.ts'
import { explained } from './explained.ts'
import { LibraryCopies } from './library/library-copies.ts'
import type { OpenedLibrary } from './library/open-library.ts'
import { collectJobFolder, collectOrphans } from './library/recovery.ts'
import { type EngineParts, makeParts } from './parts.ts'
import { type CleanReport, type CleanRequest, cleanJobs } from './queue/clean.ts'
import { RunMarker } from './run-marker.ts'
import { endParts } from './shutdown.ts'
import { Upkeep, type UpkeepTask } from './upkeep.ts'

const metricsDays = 90
const dayMs = 86_400_000
/** Longer than any cancel takes; what has not ended by then is not waited for. */
const shutdownDeadlineMs = 15_000

export class StoryglassEngine implements Engine {
  readonly dataDir: string
  readonly notices: readonly LibraryNotice[]
  readonly handlers: EngineHandlers
  readonly #options: EngineOptions
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

  constructor(options: EngineOptions, lock: OwnerLock, opened: OpenedLibrary) {
    this.#options = options
    this.dataDir = options.dataDir
    this.#lock = lock
    this.#marker = new RunMarker(options.dataDir)
    this.#parts = makeParts(options, opened.library, this.#closing.signal)
    const { queue, stories, documents, sources, watch, layout, board, clock, logger } = this.#parts
    this.notices = opened.notices
    for (const notice of opened.notices) board.add(notice)
    this.#copies = new LibraryCopies({ library: opened.library, layout, clock, board, logger })
    watch.subscribe((event) => this.#copies.hear(event))
    this.#upkeep = new Upkeep({ tasks: this.#upkeepTasks(), clock, logger })
    this.handlers = explained(
      commandHandlers({
        queue,
        library: stories,
        documents,
        sources,
        watch,
        layout,
        board,
        samplesDir: options.samplesDir,
        adoptText: (name, text) => this.adoptStream(name, Readable.from([Buffer.from(text)])),
        metrics: (days) => this.metrics(days),
        tellTable: (id, table) => this.#tellTable(id, table),
        clean: (request) => this.clean(request),
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
      language: this.#options.texts?.language ?? 'en',
      stories: countStories(this.#parts.library),
      documents: countDocuments(this.#parts.library),
      activeJobs: countJobs(this.#parts.library, { statuses: activeStatuses }),
      notices: this.#parts.board.list(),
    }
  }

  subscribe(listener: (event: EngineEvent) => void): Unsubscribe {
    return this.#parts.watch.subscribe(listener)
  }

  async adoptPath(path: string): Promise<SourceHandle> {
    return this.#parts.sources.adoptPath(path)
  }

  async adoptStream(name: string, bytes: AsyncIterable<Uint8Array>): Promise<SourceHandle> {
    if (this.#closing.signal.aborted) throw new StoryglassError('internal', 'the engine is closing')
    await this.#prepare()
    return this.#parts.sources.adoptStream(name, bytes)
  }

  async createJobFromPath(path: string, request: JobRequest = {}): Promise<JobCreation> {
    return this.#parts.queue.create(await openPath(path), request)
  }

  async createJobsFromPaths(paths: readonly string[], request: JobRequest = {}): Promise<JobCreation[]> {
    const sources: ReadySource[] = []
    for (const path of paths) sources.push(await openPath(path))
    return this.#parts.queue.createAll(sources, request)
  }

  async createJobsWherePossible(
    paths: readonly string[],
    request: JobRequest = {},
  ): Promise<(JobCreation | { readonly error: unknown })[]> {
    const opened: (ReadySource | { readonly error: unknown })[] = []
    for (const path of paths) opened.push(await openPath(path).catch((error: unknown) => ({ error })))
    const sources = opened.filter((one): one is ReadySource => !('error' in one))
    const creations = this.#parts.queue.createAll(sources, request)
    return opened.map((one) => ('error' in one ? one : (creations.shift() ?? { error: new Error('no job was made') })))
  }

  async createJobOfSeveral(paths: readonly string[], request: JobRequest = {}): Promise<JobCreation> {
    const { name, members } = await acceptSeveral(paths)
    const reading = { ...request.options?.reading, sheetsAsOne: true }
    return this.createJobFromUpload(name, tarStream(members), { ...request, options: { ...request.options, reading } })
  }

  async createJobFromUpload(
    name: string,
    bytes: AsyncIterable<Uint8Array>,
    request: JobRequest = {},
  ): Promise<JobCreation> {
    const { handle } = await this.adoptStream(name, bytes)
    return this.#parts.queue.create(await this.#parts.sources.open(handle), request)
  }

  waitForJob(id: string): Promise<Job> {
    return this.#parts.watch.whenOver(id)
  }

  jobEvents(id: string): JobEventRow[] {
    return selectJobEvents(this.#parts.library, id)
  }

  verifyStory(story: Story): Promise<Verification> {
    return this.#parts.stories.verify(story)
  }

  exportName(id: string, format: StoryFormat): Promise<string> {
    return this.#parts.stories.exportName(id, format)
  }

  exportStory(id: string, format: StoryFormat, outputPath: string): Promise<void> {
    return this.#parts.stories.export(id, format, outputPath)
  }

  documentExportName(request: DocumentExport): Promise<string> {
    return this.#parts.documents.exportName(request)
  }

  exportDocument(request: DocumentExport, outputPath: string): Promise<void> {
    return this.#parts.documents.export(request, outputPath)
  }

  documentAsset(id: string, name: string): Promise<string | null> {
    return this.#parts.documents.asset(id, name)
  }

  document(id: string): Promise<Document> {
    return this.#parts.documents.document(id)
  }

  exportDocumentStory(id: string, outputPath: string, format: ExportFormatOf<'documentStory'> = 'md'): Promise<void> {
    return this.#parts.documents.exportStory(id, outputPath, format)
  }

  exportDocumentFolder(id: string, folder: string): Promise<void> {
    return this.#parts.documents.exportFolder(id, folder)
  }

  async setPriority(id: string, priority: JobPriority): Promise<Job> {
    return this.#parts.queue.setPriority(id, priority)
  }

  pauseJob(id: string): Promise<Job> {
    return this.#parts.queue.pause(id)
  }

  resumeJob(id: string): Promise<Job> {
    return this.#parts.queue.resume(id)
  }

  runNext(id: string): Promise<Job> {
    return this.#parts.queue.runNext(id)
  }

  runAllNext(ids: readonly string[]): void {
    this.#parts.queue.runAllNext(ids)
  }

  retryAllFailed(): Promise<Job[]> {
    return this.#parts.queue.retryAllFailed()
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

  setQueuePaused(paused: boolean): void {
    this.#parts.queue.setPaused(paused)
  }

  isQueuePaused(): boolean {
    return this.#parts.queue.isPaused()
  }

  /** A table of a document as a source of ours, and a job that tells it. */
  async #tellTable(id: string, index: number): Promise<JobCreation> {
    const { documentName, table, name, csv } = await this.#parts.documents.table(id, index)
    const { handle } = await this.adoptStream(name, Readable.from([Buffer.from(csv, 'utf8')]))
    const origin = { documentId: id, name: documentName, page: table.page, table: index, header: table.header }
    return this.#parts.queue.create(await this.#parts.sources.open(handle), { pipeline: 'story' }, origin)
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

  /** What is done beside the jobs, at a start and once a day. */
  #upkeepTasks(): UpkeepTask[] {
    let cleanedAt: number | null = null
    return [
      {
        name: 'clean-up',
        lastAt: () => cleanedAt,
        run: async () => {
          await this.clean()
          await collectOrphans({
            library: this.#parts.library,
            layout: this.#parts.layout,
            files: this.#parts.files,
            isRunning: (id) => this.#parts.scheduler.runOf(id) !== null,
            startedAtMs: this.#startedAtMs,
            signal: this.#closing.signal,
            logger: this.#parts.logger,
          })
          cleanedAt = this.#parts.clock()
        },
      },
      this.#copies.task(),
    ]
  }

  async #shutDown(): Promise<string[]> {
    this.#closing.abort()
    this.#marker.clear()
    const unfinished = await endParts(
      [
        { name: 'intake', end: async () => this.#ready },
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
