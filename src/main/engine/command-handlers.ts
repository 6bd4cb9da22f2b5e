/** The contract's commands, each handed to the service that knows how. */
import type { SourceHandle } from '../../shared/contract/commands.ts'
import type { EngineHandlers } from '../../shared/contract/shell.ts'
import type { Metrics } from '../../shared/job/metrics.ts'
import { carryingColumns } from '../../shared/story/told-over.ts'
import type { DataLayout } from '../intake/layout.ts'
import { findSample, listSamples } from '../intake/samples.ts'
import { openPath, type SourceService } from '../intake/source-service.ts'
import type { EngineWatches, JobCreation } from './api.ts'
import type { ChosenLanguage } from './chosen-language.ts'
import type { DocumentService } from './documents/document-service.ts'
import type { LibraryNotices } from './library/library-notices.ts'
import { measureStorage } from './library/storage.ts'
import type { CleanReport, CleanRequest } from './queue/clean.ts'
import type { JobViews } from './queue/job-views.ts'
import type { QueueService } from './queue/queue-service.ts'
import type { AskService } from './stories/ask-service.ts'
import type { ComparisonService } from './stories/comparisons.ts'
import type { GridService } from './stories/grid-service.ts'
import type { StoryService } from './stories/story-service.ts'
import type { StorySources } from './stories/story-sources.ts'
import type { StoryVersions } from './stories/story-versions.ts'

export interface Services {
  readonly queue: QueueService
  readonly library: StoryService
  readonly versions: StoryVersions
  readonly storySources: StorySources
  readonly comparisons: ComparisonService
  readonly asking: AskService
  readonly documents: DocumentService
  readonly grid: GridService
  readonly sources: SourceService
  readonly watch: JobViews
  readonly layout: DataLayout
  readonly libraryNotices: LibraryNotices
  readonly watches: EngineWatches
  readonly samplesDir: string | null
  readonly adoptText: (name: string, text: string) => Promise<SourceHandle>
  readonly metrics: (days: number) => Metrics
  readonly tellTable: (id: string, table: number) => Promise<JobCreation>
  readonly clean: (request: CleanRequest) => Promise<CleanReport>
  readonly language: ChosenLanguage
}

export function commandHandlers(services: Services): EngineHandlers {
  const { queue, library, versions, documents, grid, sources, watch, layout, libraryNotices, samplesDir } = services
  return {
    'app/set-language': async ({ language }) => {
      services.language.choose(language)
      watch.emit({ name: 'app/language', payload: { language } })
      return {}
    },
    'samples/list': async () => ({
      samples: (await listSamples(samplesDir)).map(({ path: _path, ...sample }) => sample),
    }),
    'sources/join': async ({ handles }) => ({ source: await sources.join(handles) }),
    'sources/paste': async ({ name, text }) => ({ source: await services.adoptText(name, text) }),
    'jobs/create': async ({ source, options, priority }) => {
      const ready =
        'handle' in source
          ? await sources.open(source.handle)
          : await openPath(await findSample(samplesDir, source.sample))
      return queue.create(ready, { options, priority })
    },
    'jobs/list': async (request) => queue.list(request),
    'jobs/get': async ({ id }) => ({ job: watch.jobOf(id) }),
    'jobs/facts': async ({ id }) => ({ facts: queue.factsOf(id) }),
    'jobs/cancel': async ({ id }) => ({ job: await queue.cancel(id) }),
    'jobs/retry': async ({ id }) => ({ job: await queue.retry(id) }),
    'jobs/unlock': async ({ id, password }) => ({ job: await queue.unlock(id, password) }),
    'jobs/prioritize': async ({ id, priority }) => ({ job: queue.setPriority(id, priority) }),
    'jobs/pause': async ({ id }) => ({ job: await queue.pause(id) }),
    'jobs/resume': async ({ id }) => ({ job: await queue.resume(id) }),
    'jobs/run-next': async ({ id }) => ({ job: await queue.runNext(id) }),
    'jobs/retry-failed': async () => ({ jobs: await queue.retryAllFailed() }),
    'jobs/clean': ({ days, failedDays, dryRun }) =>
      services.clean({
        dryRun,
        ...(days === undefined ? {} : { days }),
        ...(failedDays === undefined ? {} : { failedDays }),
      }),
    'queue/get': async () => queue.state(),
    'queue/set-paused': async ({ paused }) => {
      queue.setPaused(paused)
      return queue.state()
    },
    'metrics/get': async ({ days }) => services.metrics(days),
    'library/dismiss-notice': async ({ id }) => {
      libraryNotices.dismiss(id)
      return {}
    },
    'watches/list': async () => ({ watches: services.watches.list() }),
    'watches/remove': async ({ id }) => {
      services.watches.remove(id)
      return {}
    },
    'storage/get': () => measureStorage(layout),
    'stories/list': async (request) => library.list(request),
    'stories/get': ({ id }) => library.get(id),
    'stories/set-hand': async ({ id, hand }) => {
      await library.setHand(id, hand)
      watch.emit({ name: 'story/hand-changed', payload: { id, hand } })
      return {}
    },
    'stories/delete': async ({ id }) => {
      const { jobId } = await library.delete(id)
      grid.forget(id)
      services.asking.forget(id)
      watch.emit({ name: 'story/deleted', payload: { id } })
      watch.settled(jobId)
      return {}
    },
    'stories/versions': async ({ id }) => ({ versions: versions.list(id) }),
    'stories/source': ({ id }) => services.storySources.stateOf(id),
    'stories/retell': async ({ id, told }) => {
      const { story } = await library.get(id)
      const retelling = versions.retell(id, carryingColumns(told, story))
      return retelling.kind === 'there'
        ? { job: null, storyId: retelling.storyId }
        : { job: retelling.job, storyId: null }
    },
    'stories/translate': async ({ id, language }) => {
      const story = await library.translate(id, language)
      watch.storySaved(id)
      return { story }
    },
    'readings/list': async () => ({ readings: versions.readings() }),
    'readings/forget': async ({ shape }) => {
      versions.forgetReading(shape)
      return {}
    },
    'stories/verify': ({ id }) => library.verifyById(id),
    'stories/compare': (request) => services.comparisons.compare(request),
    'stories/compared': (request) => services.comparisons.compared(request),
    'ask/tables': (request) => services.asking.tables(request),
    'ask/answer': (request) => services.asking.answer(request),
    'ask/explain': (request) => services.asking.explain(request),
    'library/list': async (request) => library.entries(request),
    'library/mark': async (request) => {
      library.mark(request)
      watch.emit({ name: 'library/marked', payload: { ids: request.entries.map(({ id }) => id) } })
      return {}
    },
    'library/tags': async () => ({ tags: library.tags() }),
    'documents/get': ({ id }) => documents.get(id),
    'documents/page': ({ id, page }) => documents.page(id, page),
    'documents/search': (request) => documents.search(request),
    'documents/delete': async ({ id }) => {
      await documents.delete(id)
      watch.emit({ name: 'document/deleted', payload: { id } })
      watch.settled(id)
      return {}
    },
    'documents/tell-table': async ({ id, table }) => services.tellTable(id, table),
    'evidence/run': (request) => library.evidence(request),
    'tables/page': (request) => library.page(request),
    'grid/rows': (request) => grid.rows(request),
    'grid/column': (request) => grid.column(request),
    'grid/selection': (request) => grid.selection(request),
    'grid/copy': (request) => grid.copy(request),
  }
}
