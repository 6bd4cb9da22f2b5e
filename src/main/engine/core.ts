/** The engine's parts put together, and the life of it: start, commands, close. */
import { availableParallelism, totalmem } from 'node:os'
import { Readable } from 'node:stream'
import type { Unsubscribe } from '../../shared/contract/bridge.ts'
import type { SourceHandle } from '../../shared/contract/commands.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import type { DocumentExport, EngineHandlers, LibraryInfo, StoryFormat } from '../../shared/contract/shell.ts'
import type { Document } from '../../shared/document/document.ts'
import { describeFailure, StoryglassError } from '../../shared/failure/failure.ts'
import { activeStatuses, type Job, type JobPriority } from '../../shared/job/job.ts'
import type { Metrics } from '../../shared/job/metrics.ts'
import type { LibraryNotice } from '../../shared/library/notice.ts'
import type { Story, Verification } from '../../shared/story/story.ts'
import { type DataLayout, dataLayout, makeFolders } from '../intake/layout.ts'
import { openPath, type ReadySource, SourceDesk } from '../intake/source-desk.ts'
import { ReadingFolder } from '../jobs/document/reading-folder.ts'
import { noFaults } from '../jobs/faults.ts'
import { JobLifecycle } from '../jobs/lifecycle.ts'
import { type Logger, silentLogger } from '../jobs/logger.ts'
import { measureJobs } from '../jobs/metrics.ts'
import { Scheduler } from '../jobs/scheduler.ts'
import { StageFiles } from '../jobs/stage-files.ts'
import { createWorkerPool } from '../pool/pool.ts'
import type { WorkerPool } from '../pool/work.ts'
import { countDocuments } from '../store/documents.ts'
import { type JobEventRow, selectJobEvents } from '../store/job-events.ts'
import { countJobs } from '../store/job-lists.ts'
import { selectJob, selectJobIds } from '../store/jobs.ts'
import type { Library } from '../store/library.ts'
import type { OwnerLock } from '../store/owner-lock.ts'
import { countStories } from '../store/stories.ts'
import type { Engine, EngineOptions, JobCreation, JobRequest } from './api.ts'
import { backupTask } from './backup-task.ts'
import { type CleanReport, type CleanRequest, cleanJobs } from './clean.ts'
import { commandHandlers } from './command-handlers.ts'
import { composeDocument } from './compose-document.ts'
import { DocumentDesk } from './document-desk.ts'
import { DocumentWatch } from './document-watch.ts'
import { explained } from './explained.ts'
import { newId } from './ids.ts'
import { JobWatch } from './job-watch.ts'
import { LibraryDesk } from './library-desk.ts'
import { NoticeBoard } from './notices.ts'
import type { OpenedLibrary } from './open-library.ts'
import { Passwords } from './passwords.ts'
import { QueueDesk } from './queue-desk.ts'
import { collectJobFolder, collectOrphans } from './recovery.ts'
import { RunMarker } from './run-marker.ts'
import { endParts } from './shutdown.ts'
import { createStoryTeller } from './tell-story.ts'
import { Upkeep, type UpkeepTask } from './upkeep.ts'

const defaultHeapMegabytes = 2_048
const taskThreads = 1
/** A page has 10 s for its text, its image and its pictures each; a worker silent for longer will not speak again. */
const defaultSilenceMs = 35_000
const hugeShareOfMemory = 1 / 20
const pageShareOfMemory = 1 / 4
const metricsDays = 90
const dayMs = 86_400_000
/** Longer than any cancel takes; what has not ended by then is not waited for. */
const shutdownDeadlineMs = 15_000

export class StoryglassEngine implements Engine {
  readonly dataDir: string
  readonly notices: readonly LibraryNotice[]
  readonly handlers: EngineHandlers
  readonly #options: EngineOptions
  readonly #layout: DataLayout
  readonly #lock: OwnerLock
  readonly #library: Library
  readonly #logger: Logger
  readonly #clock: () => number
  readonly #pool: WorkerPool
  readonly #files: StageFiles
  readonly #lifecycle: JobLifecycle
  readonly #scheduler: Scheduler
  readonly #watch: JobWatch
  readonly #sources: SourceDesk
  readonly #desk: LibraryDesk
  readonly #documents: DocumentDesk
  readonly #documentWatch: DocumentWatch
  readonly #passwords = new Passwords()
  readonly #queue: QueueDesk
  readonly #startedAtMs = Date.now()
  readonly #closing = new AbortController()
  readonly #marker: RunMarker
  readonly #upkeep: Upkeep
  readonly #board: NoticeBoard
  #ready: Promise<void> | null = null
  #recovered: Promise<void> | null = null
  #closed: Promise<string[]> | null = null

  constructor(options: EngineOptions, lock: OwnerLock, opened: OpenedLibrary) {
    const { library } = opened
    const clock = options.clock ?? Date.now
    const atFaultPoint = options.atFaultPoint ?? noFaults
    const concurrency = options.concurrency ?? Math.max(1, availableParallelism() - 1)
    const threads = Math.max(concurrency, options.threads ?? availableParallelism())
    this.#options = options
    this.#clock = clock
    this.dataDir = options.dataDir
    this.#lock = lock
    this.#library = library
    this.#logger = options.logger ?? silentLogger
    this.#layout = dataLayout(options.dataDir)
    this.#marker = new RunMarker(options.dataDir)
    this.#pool = createWorkerPool({
      workerFile: options.workerFile,
      stageThreads: threads,
      taskThreads,
      heapMegabytes: options.heapMegabytes ?? defaultHeapMegabytes,
    })
    this.#files = new StageFiles(this.#layout, atFaultPoint)
    this.#lifecycle = new JobLifecycle({
      library,
      clock,
      random: options.random ?? Math.random,
      newId,
      atFaultPoint,
      describeDeaths: (job) => describeFailure('process_died_repeatedly', { name: job.source_name }),
      onCountsChanged: () => this.#watch.queueChanged(),
    })
    this.#watch = new JobWatch({
      library,
      liveOf: (id) => this.#scheduler.runOf(id)?.live() ?? null,
      queueState: () => this.#queue.state(),
      logger: this.#logger,
    })
    this.#documentWatch = new DocumentWatch((event) => this.#watch.emit(event))
    const reading = (id: string): ReadingFolder => new ReadingFolder(this.#files.readingFolder(id), options.version)
    this.#scheduler = new Scheduler({
      services: {
        library,
        lifecycle: this.#lifecycle,
        pool: this.#pool,
        files: this.#files,
        documents: {
          reading,
          password: (id) => this.#passwords.of(id),
          pageThreads: (bytes) => this.#scheduler.pageThreads(bytes),
          onPages: (id, pages) => this.#documentWatch.changed(id, pages),
          atFaultPoint,
          silenceMs: options.silenceMs ?? defaultSilenceMs,
        },
        conclude: {
          story: createStoryTeller({ engineVersion: options.version, clock, newId }),
          document: (parts) => composeDocument(library, parts),
        },
        onChanged: (id) => this.#watch.changed(id),
        onResult: (result) => {
          if (result.kind === 'story') this.#watch.storySaved(result.story.id)
          else this.#watch.documentSaved(result.packed.document.id)
        },
        now: () => performance.now(),
        logger: this.#logger,
      },
      concurrency,
      threads,
      pageMemoryBytes: totalmem() * pageShareOfMemory,
      hugeBytes: options.hugeBytes ?? totalmem() * hugeShareOfMemory,
      clock,
      onSettled: (id) => this.#settled(id),
    })
    this.#board = new NoticeBoard(library, (event) => this.#watch.emit(event))
    this.notices = opened.notices
    for (const notice of opened.notices) this.#board.add(notice)
    this.#upkeep = new Upkeep({ tasks: this.#upkeepTasks(), clock, logger: this.#logger })
    this.#sources = new SourceDesk(this.#layout, clock)
    this.#desk = new LibraryDesk(library, this.#pool, this.#files)
    this.#documents = new DocumentDesk({ library, pool: this.#pool, files: this.#files, reading })
    this.#queue = new QueueDesk({
      library,
      lifecycle: this.#lifecycle,
      scheduler: this.#scheduler,
      files: this.#files,
      watch: this.#watch,
      passwords: this.#passwords,
      closing: this.#closing.signal,
    })
    this.handlers = explained(
      commandHandlers({
        queue: this.#queue,
        library: this.#desk,
        documents: this.#documents,
        sources: this.#sources,
        watch: this.#watch,
        layout: this.#layout,
        board: this.#board,
        samplesDir: options.samplesDir,
        metrics: (days) => this.metrics(days),
        tellTable: (id, table) => this.#tellTable(id, table),
        clean: (request) => this.clean(request),
      }),
    )
  }

  async start(): Promise<void> {
    await this.recover()
    if (this.#closed !== null) return
    this.#scheduler.open(this.#queue.isPaused())
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
      stories: countStories(this.#library),
      documents: countDocuments(this.#library),
      activeJobs: countJobs(this.#library, { statuses: activeStatuses }),
      notices: this.#board.list(),
    }
  }

  subscribe(listener: (event: EngineEvent) => void): Unsubscribe {
    return this.#watch.subscribe(listener)
  }

  async adoptPath(path: string): Promise<SourceHandle> {
    return this.#sources.adoptPath(path)
  }

  async adoptStream(name: string, bytes: AsyncIterable<Uint8Array>): Promise<SourceHandle> {
    if (this.#closing.signal.aborted) throw new StoryglassError('internal', 'the engine is closing')
    await this.#prepare()
    return this.#sources.adoptStream(name, bytes)
  }

  async createJobFromPath(path: string, request: JobRequest = {}): Promise<JobCreation> {
    return this.#queue.create(await openPath(path), request)
  }

  async createJobsFromPaths(paths: readonly string[], request: JobRequest = {}): Promise<JobCreation[]> {
    const sources: ReadySource[] = []
    for (const path of paths) sources.push(await openPath(path))
    return this.#queue.createAll(sources, request)
  }

  async createJobFromUpload(
    name: string,
    bytes: AsyncIterable<Uint8Array>,
    request: JobRequest = {},
  ): Promise<JobCreation> {
    const { handle } = await this.adoptStream(name, bytes)
    return this.#queue.create(await this.#sources.open(handle), request)
  }

  waitForJob(id: string): Promise<Job> {
    return this.#watch.whenOver(id)
  }

  jobEvents(id: string): JobEventRow[] {
    return selectJobEvents(this.#library, id)
  }

  verifyStory(story: Story): Promise<Verification> {
    return this.#desk.verify(story)
  }

  exportName(id: string, format: StoryFormat): Promise<string> {
    return this.#desk.exportName(id, format)
  }

  exportStory(id: string, format: StoryFormat, outputPath: string): Promise<void> {
    return this.#desk.export(id, format, outputPath)
  }

  documentExportName(request: DocumentExport): Promise<string> {
    return this.#documents.exportName(request)
  }

  exportDocument(request: DocumentExport, outputPath: string): Promise<void> {
    return this.#documents.export(request, outputPath)
  }

  documentAsset(id: string, name: string): Promise<string | null> {
    return this.#documents.asset(id, name)
  }

  document(id: string): Promise<Document> {
    return this.#documents.document(id)
  }

  exportDocumentStory(id: string, outputPath: string): Promise<void> {
    return this.#documents.exportStory(id, outputPath)
  }

  exportDocumentFolder(id: string, folder: string): Promise<void> {
    return this.#documents.exportFolder(id, folder)
  }

  async setPriority(id: string, priority: JobPriority): Promise<Job> {
    return this.#queue.setPriority(id, priority)
  }

  pauseJob(id: string): Promise<Job> {
    return this.#queue.pause(id)
  }

  resumeJob(id: string): Promise<Job> {
    return this.#queue.resume(id)
  }

  runNext(id: string): Promise<Job> {
    return this.#queue.runNext(id)
  }

  retryAllFailed(): Promise<Job[]> {
    return this.#queue.retryAllFailed()
  }

  metrics(days = metricsDays): Metrics {
    const now = this.#clock()
    return measureJobs(this.#library, now - days * dayMs, now)
  }

  clean(request: CleanRequest = {}): Promise<CleanReport> {
    const onRemoved = (id: string): void => {
      this.#watch.emit({ name: 'job/removed', payload: { id } })
      this.#watch.queueChanged()
    }
    return cleanJobs(
      {
        library: this.#library,
        layout: this.#layout,
        files: this.#files,
        clock: this.#clock,
        onRemoved,
        isHeld: (file) => this.#sources.isHeld(file),
      },
      request,
    )
  }

  setQueuePaused(paused: boolean): void {
    this.#queue.setPaused(paused)
  }

  isQueuePaused(): boolean {
    return this.#queue.isPaused()
  }

  /** A table of a document as a source of ours, and a job that tells it. */
  async #tellTable(id: string, index: number): Promise<JobCreation> {
    const { documentName, table, name, csv } = await this.#documents.table(id, index)
    const { handle } = await this.adoptStream(name, Readable.from([Buffer.from(csv, 'utf8')]))
    const origin = { documentId: id, name: documentName, page: table.page, table: index }
    return this.#queue.create(await this.#sources.open(handle), { pipeline: 'story' }, origin)
  }

  /** A run of the job has ended: its state will not change by itself any more, or for a while. */
  #settled(id: string): void {
    this.#documentWatch.settled(id)
    this.#watch.settled(id)
    try {
      const status = selectJob(this.#library, id)?.status
      if (status !== 'queued' && status !== 'processing') this.#passwords.forget(id)
    } catch (error) {
      // A busy library must not end the queue; the password is forgotten when the engine closes.
      this.#logger.warn('The end of a job could not be looked at', { job: id, error: String(error) })
    }
  }

  /** Folders made and leftovers of uploads gone, once. */
  #prepare(): Promise<void> {
    this.#ready ??= makeFolders(this.#layout).then(() => this.#sources.clear())
    return this.#ready
  }

  async #recover(): Promise<void> {
    await this.#prepare()
    // Files before the record: a process that dies in between finds the jobs still processing and does it again.
    for (const id of selectJobIds(this.#library, 'processing')) await collectJobFolder(this.#library, this.#files, id)
    this.#lifecycle.recover({ endedCleanly: this.#marker.endedCleanly() })
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
            library: this.#library,
            layout: this.#layout,
            files: this.#files,
            isRunning: (id) => this.#scheduler.runOf(id) !== null,
            startedAtMs: this.#startedAtMs,
            signal: this.#closing.signal,
            logger: this.#logger,
          })
          cleanedAt = this.#clock()
        },
      },
      backupTask({ library: this.#library, layout: this.#layout, clock: this.#clock, board: this.#board }),
    ]
  }

  async #shutDown(): Promise<string[]> {
    this.#closing.abort()
    this.#marker.clear()
    const unfinished = await endParts(
      [
        { name: 'intake', end: async () => this.#ready },
        { name: 'jobs', end: () => this.#scheduler.close() },
        { name: 'threads', end: () => this.#pool.close(), after: ['jobs'] },
        { name: 'upkeep', end: () => this.#upkeep.end() },
      ],
      shutdownDeadlineMs,
      this.#logger,
    )
    this.#documentWatch.close()
    this.#watch.close()
    this.#passwords.forgetAll()
    this.#library.close()
    this.#lock.release()
    return unfinished
  }
}
