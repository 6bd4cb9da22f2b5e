/** The engine's parts, made and connected; `core.ts` gives them a life. */
import { availableParallelism, totalmem } from 'node:os'
import { describeFailure } from '../../shared/failure/failure.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import { type DataLayout, dataLayout } from '../intake/layout.ts'
import { SourceService } from '../intake/source-service.ts'
import { ReadingFolder } from '../jobs/document/reading-folder.ts'
import { noFaults } from '../jobs/faults.ts'
import { JobLifecycle } from '../jobs/lifecycle.ts'
import { type Logger, silentLogger } from '../jobs/logger.ts'
import { Scheduler } from '../jobs/scheduler.ts'
import { StageFiles } from '../jobs/stage-files.ts'
import { createWorkerPool } from '../pool/pool.ts'
import type { WorkerPool } from '../pool/work.ts'
import { selectJob } from '../store/jobs.ts'
import type { Library } from '../store/library.ts'
import type { EngineOptions } from './api.ts'
import { composeDocument } from './documents/compose-document.ts'
import { DocumentService } from './documents/document-service.ts'
import { PageAnnouncer } from './documents/page-announcer.ts'
import { Passwords } from './documents/passwords.ts'
import { newId } from './ids.ts'
import { LibraryNotices } from './library/library-notices.ts'
import { browserPrinter } from './printing/browser-printer.ts'
import { JobViews } from './queue/job-views.ts'
import { QueueService } from './queue/queue-service.ts'
import { AskService } from './stories/ask-service.ts'
import { ComparisonService } from './stories/comparisons.ts'
import { createStoryComposer } from './stories/compose-story.ts'
import { GridService } from './stories/grid-service.ts'
import { StoryService } from './stories/story-service.ts'
import { StorySources } from './stories/story-sources.ts'
import { StoryVersions } from './stories/story-versions.ts'
import { keptQuestions } from './stories/tested-questions.ts'

const defaultHeapMegabytes = 2_048
/** One more than needs to be, so that rows are read while a column is looked into; a second one starts only then. */
const taskThreads = 2
const hugeShareOfMemory = 1 / 20
const pageShareOfMemory = 1 / 4

export interface EngineParts {
  readonly layout: DataLayout
  readonly library: Library
  readonly logger: Logger
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly pool: WorkerPool
  readonly files: StageFiles
  readonly reading: (jobId: string) => ReadingFolder
  readonly lifecycle: JobLifecycle
  readonly scheduler: Scheduler
  readonly watch: JobViews
  readonly pageAnnouncer: PageAnnouncer
  readonly passwords: Passwords
  readonly libraryNotices: LibraryNotices
  readonly sources: SourceService
  readonly stories: StoryService
  readonly comparisons: ComparisonService
  readonly storySources: StorySources
  readonly asking: AskService
  readonly versions: StoryVersions
  readonly documents: DocumentService
  readonly grid: GridService
  readonly queue: QueueService
}

/** `closing`: aborted when the engine closes. Nothing runs yet. */
export function makeParts(
  options: EngineOptions & { readonly texts: Texts },
  library: Library,
  closing: AbortSignal,
): EngineParts {
  const { texts } = options
  const clock = options.clock ?? Date.now
  const atFaultPoint = options.atFaultPoint ?? noFaults
  const logger = options.logger ?? silentLogger
  const concurrency = options.concurrency ?? Math.max(1, availableParallelism() - 1)
  const threads = Math.max(concurrency, options.threads ?? availableParallelism())
  const layout = dataLayout(options.dataDir)
  const passwords = new Passwords()
  const files = new StageFiles(layout, atFaultPoint)
  const reading = (id: string): ReadingFolder => new ReadingFolder(files.readingFolder(id), options.version)
  const pool = createWorkerPool({
    workerFile: options.workerFile,
    stageThreads: threads,
    taskThreads,
    heapMegabytes: options.heapMegabytes ?? defaultHeapMegabytes,
    texts,
    ...(options.launchHost === undefined ? {} : { launchHost: options.launchHost }),
    ...(options.silenceMs === undefined ? {} : { silenceMs: options.silenceMs }),
  })
  const lifecycle = new JobLifecycle({
    library,
    clock,
    random: options.random ?? Math.random,
    newId,
    atFaultPoint,
    describeSameContent: (name) => texts.failures.sameContent({ name }),
    describeCrashes: (job) => describeFailure(texts, 'process_died_repeatedly', { name: job.source_name }),
    onCountsChanged: () => watch.queueChanged(),
  })
  const watch: JobViews = new JobViews({
    library,
    liveOf: (id) => scheduler.runOf(id)?.live() ?? null,
    queueState: () => queue.state(),
    logger,
  })
  const pageAnnouncer = new PageAnnouncer((event) => watch.emit(event))

  /** A run of the job has ended: its state will not change by itself any more, or for a while. */
  function settled(id: string): void {
    pageAnnouncer.settled(id)
    watch.settled(id)
    try {
      const status = selectJob(library, id)?.status
      if (status !== 'queued' && status !== 'processing') passwords.forget(id)
    } catch (error) {
      // A busy library must not end the queue; the password is forgotten when the engine closes.
      logger.warn('The end of a job could not be looked at', { job: id, error: String(error) })
    }
  }

  const scheduler: Scheduler = new Scheduler({
    services: {
      library,
      lifecycle,
      pool,
      files,
      documents: {
        reading,
        password: (id) => passwords.of(id),
        pageThreads: (bytes) => scheduler.pageThreads(bytes),
        onPages: (id, pages) => pageAnnouncer.changed(id, pages),
        atFaultPoint,
      },
      conclude: {
        story: createStoryComposer({ engineVersion: options.version, clock, newId }),
        document: (finished) => composeDocument(library, finished),
      },
      onChanged: (id) => watch.changed(id),
      onFacts: (id, facts) => watch.emit({ name: 'job/facts', payload: { id, facts } }),
      onResult: (result) => {
        if (result.kind === 'story') watch.storySaved(result.story.id)
        else watch.documentSaved(result.packed.document.id)
      },
      now: () => performance.now(),
      texts,
      logger,
    },
    concurrency,
    threads,
    pageMemoryBytes: totalmem() * pageShareOfMemory,
    hugeBytes: options.hugeBytes ?? totalmem() * hugeShareOfMemory,
    clock,
    onSettled: settled,
  })
  const stories = new StoryService({
    library,
    pool,
    files,
    clock,
    printer: options.printer ?? browserPrinter(),
    closing,
  })
  const queue = new QueueService({ library, lifecycle, scheduler, files, watch, passwords, closing })
  // A handle lives for an hour that has passed, not for one that somebody set the clock by.
  const sources = new SourceService(layout, () => performance.now())
  return {
    layout,
    library,
    logger,
    clock,
    pool,
    files,
    reading,
    lifecycle,
    scheduler,
    watch,
    pageAnnouncer,
    passwords,
    libraryNotices: new LibraryNotices(library, (event) => watch.emit(event)),
    sources,
    stories,
    storySources: new StorySources({ library, sources }),
    comparisons: new ComparisonService({ library, pool, files, stories, texts, clock, keptBy: options.version }),
    asking: new AskService({ stories, pool, files, questions: keptQuestions(library), texts }),
    versions: new StoryVersions(library, queue),
    grid: new GridService(stories, pool, files),
    documents: new DocumentService({ library, pool, files, reading }),
    queue,
  }
}
