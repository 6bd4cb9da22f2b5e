/** An engine that is none: answers from memory, and runs jobs by the clock. For the gallery and for tests. */
import type { CommandResult, StoryglassBridge } from '../../src/shared/contract/bridge.ts'
import type { CommandInput, CommandName, CommandOutput, Sample } from '../../src/shared/contract/commands.ts'
import type { EngineEvent, EventName, EventPayload } from '../../src/shared/contract/events.ts'
import { documentAssetAddress } from '../../src/shared/document/asset-address.ts'
import type { DocumentSummary } from '../../src/shared/document/reading.ts'
import type { Failure } from '../../src/shared/failure/failure.ts'
import type { Job } from '../../src/shared/job/job.ts'
import type { Metrics } from '../../src/shared/job/metrics.ts'
import type { LibraryNotice } from '../../src/shared/library/notice.ts'
import type { Watch } from '../../src/shared/library/watch.ts'
import type { Story, StorySummary } from '../../src/shared/story/story.ts'
import { documentHandlers } from './fake-documents.ts'
import { FakeFailure, missing } from './fake-failure.ts'
import { createFakeGrid } from './fake-grid.ts'
import { listLibrary } from './fake-library.ts'
import { createFakeQueue } from './fake-queue.ts'
import { createFakeStories } from './fake-stories.ts'
import type { FakeDocument } from './sample-document.ts'
import { sampleFiles } from './sample-files.ts'
import { sampleMetrics, sampleStorage } from './sample-metrics.ts'

export interface FakeEngineOptions {
  readonly shell?: 'desktop' | 'browser'
  readonly jobs?: readonly Job[]
  readonly stories?: readonly Story[]
  /** Further stories that exist only as entries of the library. */
  readonly summaries?: readonly StorySummary[]
  /** Documents that can be read, each with its job. */
  readonly documents?: readonly FakeDocument[]
  /** Documents that exist only as entries of the library. */
  readonly documentSummaries?: readonly DocumentSummary[]
  readonly samples?: readonly Sample[]
  readonly openJobId?: string
  readonly language?: string
  /** Commands that fail, with what they say. */
  readonly failing?: Partial<Record<CommandName, Failure>>
  readonly connected?: boolean
  readonly queuePaused?: boolean
  readonly notices?: readonly LibraryNotice[]
  readonly watches?: readonly Watch[]
  readonly metrics?: Metrics
  /** How long an answer takes. */
  readonly latencyMs?: number
  /** How long a whole job takes; 0 leaves new jobs queued. */
  readonly jobMs?: number
  /** Share of the bytes at which an upload stays for ever. */
  readonly uploadStaysAt?: number
}

export interface FakeEngine {
  readonly bridge: StoryglassBridge
  emit(event: EngineEvent): void
  connection(connected: boolean): void
  /** Every command so far, for tests. */
  readonly asked: { readonly name: CommandName; readonly input: unknown }[]
}

export function createFakeEngine(options: FakeEngineOptions = {}): FakeEngine {
  const { latencyMs = 30, jobMs = 9000 } = options
  const listeners = new Map<EventName, Set<(payload: never) => void>>()
  const connectionListeners = new Set<(connected: boolean) => void>()
  const asked: FakeEngine['asked'] = []
  const emit = (event: EngineEvent): void => {
    for (const listener of listeners.get(event.name) ?? []) listener(event.payload as never)
  }
  const stories = createFakeStories(options.stories ?? [], options.summaries ?? [], emit)
  const documents = options.documents ?? []
  const queue = createFakeQueue({
    jobs: [...(options.jobs ?? []), ...documents.map(({ job }) => job)],
    paused: options.queuePaused ?? false,
    jobMs,
    latencyMs,
    emit,
    tellStory: stories.tell,
  })
  const handlers: { [Name in CommandName]: (input: CommandInput<Name>) => CommandOutput<Name> } = {
    'watches/list': () => ({ watches: [...(options.watches ?? [])] }),
    'watches/pick': () => ({ offered: options.shell === 'desktop', watch: null }),
    'watches/remove': () => ({}),
    'app/info': () => ({
      version: '0.1.0',
      language: options.language ?? 'en',
      shell: options.shell ?? 'browser',
      platform: 'linux',
      stories: stories.summaries.length,
      activeJobs: queue.count(),
      openJobId: options.openJobId ?? null,
      notices: [...(options.notices ?? [])],
    }),
    'app/set-language': ({ language }) => {
      emit({ name: 'app/language', payload: { language } })
      return {}
    },
    'library/dismiss-notice': () => ({}),
    'readings/list': () => ({ readings: [] }),
    'readings/forget': () => ({}),
    'library/mark': () => ({}),
    'library/tags': () => ({ tags: [] }),
    'library/list': (input) => listLibrary(stories.summaries, options.documentSummaries ?? [], input),
    'samples/list': () => ({ samples: [...(options.samples ?? sampleFiles)] }),
    'sources/pick': () => ({ sources: [] }),
    'sources/join': ({ handles }) => ({ source: { handle: handles.join(), name: handles.join(), bytes: 1 } }),
    'sources/paste': ({ name, text }) => ({ source: { handle: name, name, bytes: text.length } }),
    'metrics/get': () => options.metrics ?? sampleMetrics,
    'storage/get': () => sampleStorage,
    ...queue.handlers,
    ...stories.handlers,
    // Nothing is known of its tables, so that no question is understood.
    'ask/tables': () => ({ tables: [] }),
    'ask/answer': ({ asked: given }) => ({
      understanding: { text: 'text' in given ? given.text : '', question: null, spans: [], assumed: [] },
      answer: null,
    }),
    'ask/explain': () => {
      throw missing('No row stands behind this mark.')
    },
    ...createFakeGrid(stories.find).handlers,
    ...documentHandlers(documents, {
      createJob: queue.create,
      deleted: (id) => emit({ name: 'document/deleted', payload: { id } }),
    }),
  }

  const invoke = async <Name extends CommandName>(
    name: Name,
    input: CommandInput<Name>,
  ): Promise<CommandResult<CommandOutput<Name>>> => {
    asked.push({ name, input })
    await new Promise((resolve) => setTimeout(resolve, latencyMs))
    const failure = options.failing?.[name]
    if (failure !== undefined) return { ok: false, failure }
    try {
      const handle: (given: CommandInput<Name>) => CommandOutput<Name> = handlers[name]
      return { ok: true, output: handle(input) }
    } catch (error) {
      if (error instanceof FakeFailure) return { ok: false, failure: error.failure }
      throw error
    }
  }

  const bridge: StoryglassBridge = {
    shell: options.shell ?? 'browser',
    invoke,
    subscribe<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void) {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener))
      return () => set.delete(listener)
    },
    async adoptFile(file, onProgress) {
      const until = options.uploadStaysAt ?? 1
      for (let share = 0; share <= until; share += 0.04) {
        onProgress?.(share)
        await new Promise((resolve) => setTimeout(resolve, latencyMs))
      }
      if (options.uploadStaysAt !== undefined) await new Promise(() => undefined)
      return { ok: true, output: { handle: file.name, name: file.name, bytes: file.size } }
    },
    assetAddress: documentAssetAddress,
    onConnection(listener) {
      connectionListeners.add(listener)
      listener(options.connected ?? true)
      return () => connectionListeners.delete(listener)
    },
  }
  return {
    bridge,
    emit,
    asked,
    connection: (connected) => {
      for (const listener of connectionListeners) listener(connected)
    },
  }
}
