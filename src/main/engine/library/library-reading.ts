/**
 * A library looked at beside the process that owns it: opened without the right to change it and without the owner's
 * lock. What it shows is what the owner has committed; of a running job that is at most half a second old.
 */
import type { EngineHandlers } from '../../../shared/contract/shell.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { Job } from '../../../shared/job/job.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import { dataLayout } from '../../intake/layout.ts'
import { ReadingFolder } from '../../jobs/document/reading-folder.ts'
import { noFaults } from '../../jobs/faults.ts'
import { measureJobs } from '../../jobs/metrics.ts'
import { StageFiles } from '../../jobs/stage-files.ts'
import { toJob } from '../../jobs/view.ts'
import { createWorkerPool } from '../../pool/pool.ts'
import { selectJobEvents } from '../../store/job-events.ts'
import { countJobs, selectJobs } from '../../store/job-lists.ts'
import { selectJobStages, selectStagesOfJobs } from '../../store/job-stages.ts'
import { type JobRow, selectJob } from '../../store/jobs.ts'
import { openLibrary } from '../../store/library.ts'
import { selectWatches } from '../../store/watches.ts'
import type { Engine } from '../api.ts'
import { DocumentService } from '../documents/document-service.ts'
import { explained } from '../explained.ts'
import { browserPrinter } from '../printing/browser-printer.ts'
import { AskService } from '../stories/ask-service.ts'
import { ComparisonService } from '../stories/comparisons.ts'
import { StoryService } from '../stories/story-service.ts'
import { storyVersions } from '../stories/story-versions.ts'
import { unkeptQuestions } from '../stories/tested-questions.ts'
import { placedWatch } from '../watch/watch-service.ts'

export type ReadingCommand =
  | 'jobs/list'
  | 'jobs/get'
  | 'stories/list'
  | 'stories/get'
  | 'stories/versions'
  | 'stories/verify'
  | 'stories/compare'
  | 'ask/tables'
  | 'ask/answer'
  | 'ask/explain'
  | 'library/list'

/** What of the engine only looks; an engine is one too. */
export interface LibraryReading extends Pick<Engine, 'metrics' | 'stories' | 'documents'> {
  readonly handlers: Pick<EngineHandlers, ReadingCommand>
  readonly jobs: Pick<Engine['jobs'], 'events'>
  readonly watches: Pick<Engine['watches'], 'listWithPaths'>
}

export interface ClosableReading extends LibraryReading {
  close(): Promise<void>
}

export interface ReadingOptions {
  /** Absolute; its library exists. */
  readonly dataDir: string
  readonly workerFile: string
  readonly texts: Texts
  /** Milliseconds since 1970. */
  readonly clock?: () => number
}

const heapMegabytes = 1_024
const metricsDays = 90
const dayMs = 86_400_000

/** Throws `library_newer`, `library_damaged`, or `library_busy` while its owner brings its schema up to date. */
export function openLibraryReading({ dataDir, workerFile, texts, clock = Date.now }: ReadingOptions): ClosableReading {
  const layout = dataLayout(dataDir)
  const library = openLibrary(layout.library, { readOnly: true })
  const pool = createWorkerPool({ workerFile, texts, stageThreads: 1, taskThreads: 1, heapMegabytes })
  const files = new StageFiles(layout, noFaults)
  const closing = new AbortController()
  const stories = new StoryService({ library, pool, files, clock, printer: browserPrinter(), closing: closing.signal })
  const asking = new AskService({ stories, pool, files, questions: unkeptQuestions(library), texts })
  const comparisons = new ComparisonService({ library, pool, files, stories, texts, clock, keptBy: null })
  const documents = new DocumentService({
    library,
    pool,
    files,
    // Nothing is written by one who only looks: whose version it would be does not matter.
    reading: (id) => new ReadingFolder(files.readingFolder(id), ''),
  })
  const views = (rows: readonly JobRow[]): Job[] => {
    const stages = Map.groupBy(
      selectStagesOfJobs(
        library,
        rows.map((row) => row.id),
      ),
      (stage) => stage.job_id,
    )
    return rows.map((row) => toJob(row, stages.get(row.id) ?? [], null))
  }
  let closed: Promise<void> | null = null
  return {
    handlers: explained({
      'jobs/list': async ({ statuses, search = '', order, limit, offset }) => ({
        jobs: views(selectJobs(library, { statuses, search, order }, limit, offset)),
        total: countJobs(library, { statuses, search }),
      }),
      'jobs/get': async ({ id }) => {
        const row = selectJob(library, id)
        if (row === null) throw new StoryglassError('no_such_job', id)
        return { job: toJob(row, selectJobStages(library, id), null) }
      },
      'stories/list': async (request) => stories.list(request),
      'stories/get': ({ id }) => stories.get(id),
      'stories/versions': async ({ id }) => ({ versions: storyVersions(library, id) }),
      'stories/verify': ({ id }) => stories.verifyById(id),
      'ask/tables': (request) => asking.tables(request),
      'ask/answer': (request) => asking.answer(request),
      'ask/explain': (request) => asking.explain(request),
      'stories/compare': (request) => comparisons.compare(request),
      'library/list': async (request) => stories.entries(request),
    } satisfies LibraryReading['handlers']),
    jobs: { events: (id) => selectJobEvents(library, id) },
    watches: { listWithPaths: () => selectWatches(library).map(placedWatch) },
    stories,
    documents,
    metrics: (days = metricsDays) => measureJobs(library, clock() - days * dayMs, clock()),
    close: () => {
      closing.abort()
      closed ??= pool.close().then(() => library.close())
      return closed
    },
  }
}
