/** The engine's parts put together, and the life of it: start, commands, close. */
import { availableParallelism, totalmem } from 'node:os'
import type { Unsubscribe } from '../../shared/contract/bridge.ts'
import type { CommandRequest, SourceHandle } from '../../shared/contract/commands.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import type { EngineHandlers, LibraryInfo, StoryFormat } from '../../shared/contract/shell.ts'
import { describeFailure, StoryglassError } from '../../shared/failure/failure.ts'
import { activeStatuses, type Job, type JobPriority, type JobStatus } from '../../shared/job/job.ts'
import type { Metrics } from '../../shared/job/metrics.ts'
import type { QueueState } from '../../shared/job/queue.ts'
import type { Story, Verification } from '../../shared/story/story.ts'
import { type DataLayout, dataLayout, makeFolders } from '../intake/layout.ts'
import { findSample, listSamples } from '../intake/samples.ts'
import { openPath, type ReadySource, SourceDesk } from '../intake/source-desk.ts'
import { noFaults } from '../jobs/faults.ts'
import { JobLifecycle } from '../jobs/lifecycle.ts'
import { type Logger, silentLogger } from '../jobs/logger.ts'
import { measureJobs } from '../jobs/metrics.ts'
import { canonicalOptions, optionsKey } from '../jobs/options-key.ts'
import { Scheduler } from '../jobs/scheduler.ts'
import { StageFiles } from '../jobs/stage-files.ts'
import { createWorkerPool } from '../pool/pool.ts'
import type { WorkerPool } from '../pool/work.ts'
import { type JobEventRow, selectJobEvents } from '../store/job-events.ts'
import { countJobs, selectJobIds, selectJobs } from '../store/jobs.ts'
import type { Library } from '../store/library.ts'
import type { OwnerLock } from '../store/owner-lock.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import { countStories } from '../store/stories.ts'
import type { Engine, EngineOptions, JobCreation, JobRequest } from './api.ts'
import { type CleanReport, type CleanRequest, cleanJobs } from './clean.ts'
import { explained } from './explained.ts'
import { newId } from './ids.ts'
import { JobWatch } from './job-watch.ts'
import { LibraryDesk } from './library-desk.ts'
import { collectJobFolder, collectOrphans } from './recovery.ts'
import { measureStorage } from './storage.ts'
import { createStoryTeller } from './tell-story.ts'

const defaultHeapMegabytes = 2_048
const taskThreads = 1
const hugeShareOfMemory = 1 / 20
const metricsDays = 90
const dayMs = 86_400_000
const queuePausedKey = 'queue.paused'

export class StoryglassEngine implements Engine {
  readonly dataDir: string
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
  readonly #startedAtMs = Date.now()
  readonly #closing = new AbortController()
  #ready: Promise<void> | null = null
  #recovered: Promise<void> | null = null
  #upkeep: Promise<void> = Promise.resolve()
  #closed: Promise<void> | null = null

  constructor(options: EngineOptions, lock: OwnerLock, library: Library) {
    const clock = options.clock ?? Date.now
    const atFaultPoint = options.atFaultPoint ?? noFaults
    const concurrency = options.concurrency ?? Math.max(1, availableParallelism() - 1)
    this.#options = options
    this.#clock = clock
    this.dataDir = options.dataDir
    this.#lock = lock
    this.#library = library
    this.#logger = options.logger ?? silentLogger
    this.#layout = dataLayout(options.dataDir)
    this.#pool = createWorkerPool({
      workerFile: options.workerFile,
      stageThreads: concurrency,
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
    })
    this.#watch = new JobWatch(library, (id) => this.#scheduler.runOf(id)?.live() ?? null, this.#logger)
    this.#scheduler = new Scheduler({
      services: {
        library,
        lifecycle: this.#lifecycle,
        pool: this.#pool,
        files: this.#files,
        tellStory: createStoryTeller({ pool: this.#pool, engineVersion: options.version, clock, newId }),
        onChanged: (id) => this.#watch.changed(id),
        onStory: (story) => this.#watch.storySaved(story.id),
        now: () => performance.now(),
        logger: this.#logger,
      },
      concurrency,
      hugeBytes: options.hugeBytes ?? totalmem() * hugeShareOfMemory,
      clock,
      onSettled: (id) => this.#watch.settled(id),
    })
    this.#sources = new SourceDesk(this.#layout, clock)
    this.#desk = new LibraryDesk(library, this.#pool, this.#files)
    this.handlers = explained(this.#commandHandlers())
  }

  async start(): Promise<void> {
    await this.recover()
    if (this.#closed !== null) return
    this.#scheduler.open(this.isQueuePaused())
    this.#upkeep = this.#keepUp()
  }

  recover(): Promise<void> {
    this.#recovered ??= this.#recover()
    return this.#recovered
  }

  async close(): Promise<void> {
    this.#closed ??= this.#shutDown()
    await this.#closed
  }

  async info(): Promise<LibraryInfo> {
    return {
      version: this.#options.version,
      stories: countStories(this.#library),
      activeJobs: countJobs(this.#library, { statuses: activeStatuses }),
    }
  }

  subscribe(listener: (event: EngineEvent) => void): Unsubscribe {
    return this.#watch.subscribe(listener)
  }

  async adoptPath(path: string): Promise<SourceHandle> {
    return this.#sources.adoptPath(path)
  }

  async adoptStream(name: string, bytes: AsyncIterable<Uint8Array>): Promise<SourceHandle> {
    await this.#prepare()
    return this.#sources.adoptStream(name, bytes)
  }

  async createJobFromPath(path: string, request: JobRequest = {}): Promise<JobCreation> {
    return this.#createJob(await openPath(path), request)
  }

  async createJobFromUpload(
    name: string,
    bytes: AsyncIterable<Uint8Array>,
    request: JobRequest = {},
  ): Promise<JobCreation> {
    const { handle } = await this.adoptStream(name, bytes)
    return this.#createJob(await this.#sources.open(handle), request)
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

  async setPriority(id: string, priority: JobPriority): Promise<Job> {
    return this.#edited(id, () => this.#lifecycle.setPriority(id, priority))
  }

  async pauseJob(id: string): Promise<Job> {
    this.#watch.jobOf(id)
    await this.#scheduler.stop(id, 'pause')
    return this.#edited(id, () => this.#lifecycle.setPaused(id, true))
  }

  async resumeJob(id: string): Promise<Job> {
    return this.#edited(id, () => this.#lifecycle.setPaused(id, false))
  }

  async runNext(id: string): Promise<Job> {
    return this.#edited(id, () => this.#lifecycle.moveToFront(id))
  }

  async retryAllFailed(): Promise<Job[]> {
    const retried: Job[] = []
    for (const id of selectJobIds(this.#library, 'failed')) retried.push(await this.#retry(id))
    return retried
  }

  metrics(days = metricsDays): Metrics {
    const now = this.#clock()
    return measureJobs(this.#library, now - days * dayMs, now)
  }

  clean(request: CleanRequest = {}): Promise<CleanReport> {
    const onRemoved = (id: string): void => this.#watch.emit({ name: 'job/removed', payload: { id } })
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
    writeSetting(this.#library, queuePausedKey, paused)
    this.#scheduler.setPaused(paused)
  }

  isQueuePaused(): boolean {
    return readSetting(this.#library, queuePausedKey) === true
  }

  #queueState(): QueueState {
    const count = (status: JobStatus): number => countJobs(this.#library, { statuses: [status] })
    return {
      paused: this.isQueuePaused(),
      queued: count('queued'),
      processing: count('processing'),
      failed: count('failed'),
    }
  }

  #commandHandlers(): EngineHandlers {
    return {
      'samples/list': async () => ({
        samples: (await listSamples(this.#options.samplesDir)).map(({ path: _path, ...sample }) => sample),
      }),
      'jobs/create': async ({ source, options, priority }) =>
        this.#createJob(await this.#open(source), { options, priority }),
      'jobs/list': async ({ statuses, search, limit, offset }) => ({
        jobs: selectJobs(this.#library, { statuses, search: search ?? '' }, limit, offset).map((row) =>
          this.#watch.view(row),
        ),
        total: countJobs(this.#library, { statuses, search: search ?? '' }),
      }),
      'jobs/get': async ({ id }) => ({ job: this.#watch.jobOf(id) }),
      'jobs/cancel': async ({ id }) => ({ job: await this.#cancel(id) }),
      'jobs/retry': async ({ id }) => ({ job: await this.#retry(id) }),
      'jobs/prioritize': async ({ id, priority }) => ({ job: await this.setPriority(id, priority) }),
      'jobs/pause': async ({ id }) => ({ job: await this.pauseJob(id) }),
      'jobs/resume': async ({ id }) => ({ job: await this.resumeJob(id) }),
      'jobs/run-next': async ({ id }) => ({ job: await this.runNext(id) }),
      'jobs/retry-failed': async () => ({ jobs: await this.retryAllFailed() }),
      'jobs/clean': ({ days, failedDays, dryRun }) =>
        this.clean({
          dryRun,
          ...(days === undefined ? {} : { days }),
          ...(failedDays === undefined ? {} : { failedDays }),
        }),
      'queue/get': async () => this.#queueState(),
      'queue/set-paused': async ({ paused }) => {
        this.setQueuePaused(paused)
        this.#watch.emit({ name: 'queue/changed', payload: this.#queueState() })
        return this.#queueState()
      },
      'metrics/get': async ({ days }) => this.metrics(days),
      'storage/get': () => measureStorage(this.#layout),
      'stories/list': async (request) => this.#desk.list(request),
      'stories/get': ({ id }) => this.#desk.get(id),
      'stories/delete': async ({ id }) => {
        const { jobId } = await this.#desk.delete(id)
        this.#watch.emit({ name: 'story/deleted', payload: { id } })
        this.#watch.settled(jobId)
        return {}
      },
      'stories/verify': ({ id }) => this.#desk.verifyById(id),
      'evidence/run': (request) => this.#desk.evidence(request),
      'tables/page': (request) => this.#desk.page(request),
    }
  }

  async #open(source: CommandRequest<'jobs/create'>['source']): Promise<ReadySource> {
    if ('handle' in source) return this.#sources.open(source.handle)
    return openPath(await findSample(this.#options.samplesDir, source.sample))
  }

  async #createJob(source: ReadySource, request: JobRequest): Promise<JobCreation> {
    if (this.#closing.signal.aborted) throw new StoryglassError('internal', 'the engine is closing')
    const options = canonicalOptions(request.options ?? {})
    const { id, outcome, earlierStoryId } = this.#lifecycle.create({
      source: {
        sha256: source.sha256,
        name: source.name,
        path: source.path,
        bytes: source.bytes,
        modified_at: source.modifiedAtMs,
        owned: source.owned ? 1 : 0,
      },
      pipeline: 'story',
      options,
      optionsKey: optionsKey(options),
      priority: request.priority ?? 'normal',
    })
    if (outcome === 'created') this.#watch.changed(id)
    const job = this.#watch.jobOf(id)
    this.#scheduler.wake()
    return { job, outcome, earlierStoryId }
  }

  /** The record first, so that a cancel holds even if the process dies now; then the thread and the files. */
  async #cancel(id: string): Promise<Job> {
    this.#watch.jobOf(id)
    if (this.#lifecycle.cancel(id)) this.#watch.settled(id)
    await this.#scheduler.stop(id, 'cancel')
    return this.#watch.jobOf(id)
  }

  async #retry(id: string): Promise<Job> {
    // The run of a job just cancelled may still be winding down; it must not meet its successor.
    if (this.#watch.jobOf(id).canRetry) await this.#scheduler.settled(id)
    const queuedId = this.#lifecycle.retry(id)
    this.#watch.changed(queuedId)
    this.#scheduler.wake()
    return this.#watch.jobOf(queuedId)
  }

  #edited(id: string, edit: () => boolean): Job {
    const before = this.#watch.jobOf(id)
    if (!edit()) return before
    this.#watch.changed(id)
    this.#scheduler.wake()
    return this.#watch.jobOf(id)
  }

  /** Folders made and leftovers of uploads gone, once. */
  #prepare(): Promise<void> {
    this.#ready ??= makeFolders(this.#layout).then(() => this.#sources.clear())
    return this.#ready
  }

  async #recover(): Promise<void> {
    await this.#prepare()
    for (const { id } of this.#lifecycle.recover()) await collectJobFolder(this.#library, this.#files, id)
  }

  /** What a start does beside the jobs: nothing waits for it, and its failure is no reason to stop. */
  async #keepUp(): Promise<void> {
    try {
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
    } catch (error) {
      this.#logger.warn('The clean-up at the start did not finish', { error: String(error) })
    }
  }

  async #shutDown(): Promise<void> {
    this.#closing.abort()
    await this.#scheduler.close()
    await this.#pool.close()
    await this.#ready?.catch(() => undefined)
    await this.#upkeep
    this.#watch.close()
    this.#library.close()
    this.#lock.release()
  }
}
