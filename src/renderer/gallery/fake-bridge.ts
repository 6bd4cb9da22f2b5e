/** An engine that is none: answers from memory, and runs jobs by the clock. For the gallery and for tests. */
import type { CommandResult, StoryglassBridge } from '../../shared/contract/bridge.ts'
import type { CommandInput, CommandName, CommandOutput, Sample } from '../../shared/contract/commands.ts'
import type { EngineEvent, EventName, EventPayload } from '../../shared/contract/events.ts'
import type { DocumentSummary } from '../../shared/document/reading.ts'
import { describeFailure, type Failure } from '../../shared/failure/failure.ts'
import type { Job } from '../../shared/job/job.ts'
import type { Metrics } from '../../shared/job/metrics.ts'
import type { QueueState } from '../../shared/job/queue.ts'
import { pipelineStages, stageShare } from '../../shared/job/stage.ts'
import type { LibraryNotice } from '../../shared/library/notice.ts'
import type { Story, StorySummary } from '../../shared/story/story.ts'
import { listLibrary, marked } from './fake-library.ts'
import { sampleFiles } from './sample-files.ts'
import { jobOf, runningAt } from './sample-jobs.ts'
import { sampleMetrics, sampleStorage } from './sample-metrics.ts'
import { sampleStory } from './sample-story.ts'
import { summaryOf } from './sample-variants.ts'

export interface FakeEngineOptions {
  readonly shell?: 'desktop' | 'browser'
  readonly jobs?: readonly Job[]
  readonly stories?: readonly Story[]
  /** Further stories that exist only as entries of the library. */
  readonly summaries?: readonly StorySummary[]
  /** Documents that exist only as entries of the library. */
  readonly documentSummaries?: readonly DocumentSummary[]
  readonly samples?: readonly Sample[]
  readonly openJobId?: string
  /** Commands that fail, with what they say. */
  readonly failing?: Partial<Record<CommandName, Failure>>
  readonly connected?: boolean
  readonly queuePaused?: boolean
  readonly notices?: readonly LibraryNotice[]
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

/** What opens any protected document here. */
export const documentPassword = 'open sesame'

export function createFakeEngine(options: FakeEngineOptions = {}): FakeEngine {
  const { latencyMs = 30, jobMs = 9000 } = options
  const listeners = new Map<EventName, Set<(payload: never) => void>>()
  const connectionListeners = new Set<(connected: boolean) => void>()
  const jobs = new Map((options.jobs ?? []).map((job) => [job.id, job]))
  const stories = new Map((options.stories ?? []).map((story) => [story.id, story]))
  const summaries: StorySummary[] = [
    ...[...stories.values()].map((story) => summaryOf(story, `job-of-${story.id}`)),
    ...(options.summaries ?? []),
  ]
  const asked: FakeEngine['asked'] = []
  let counter = 0

  const emit = (event: EngineEvent): void => {
    for (const listener of listeners.get(event.name) ?? []) listener(event.payload as never)
  }
  const changed = (job: Job): void => {
    jobs.set(job.id, job)
    emit({ name: 'job/changed', payload: { job } })
    emit({ name: 'queue/changed', payload: queueState() })
  }
  const needJob = (id: string): Job => {
    const job = jobs.get(id)
    if (job === undefined) throw missing('There is no job at this address.')
    return job
  }
  const needStory = (id: string): Story => {
    const story =
      stories.get(id) ?? (summaries.some((summary) => summary.id === id) ? { ...sampleStory, id } : undefined)
    if (story === undefined) throw missing('There is no story at this address.')
    return story
  }

  const run = (id: string): void => {
    const begun = Date.now()
    const step = (): void => {
      const job = jobs.get(id)
      if (job === undefined || (job.status !== 'queued' && job.status !== 'processing')) return
      const share = (Date.now() - begun) / jobMs
      if (share >= 1) {
        const story = { ...sampleStory, id: `story-${id}`, createdAt: new Date().toISOString() }
        stories.set(story.id, story)
        summaries.unshift(summaryOf(story, id))
        emit({ name: 'story/saved', payload: { story: summaryOf(story, id) } })
        changed({
          ...job,
          status: 'completed',
          percent: 100,
          storyId: story.id,
          finishedAt: new Date().toISOString(),
          secondsLeft: null,
        })
        return
      }
      let from = 0
      for (const stage of pipelineStages.story) {
        const to = from + stageShare[job.pipeline][stage] / 100
        if (share < to) {
          const fraction = (share - from) / (to - from)
          changed(
            runningAt(id, stage, fraction, {
              source: job.source,
              createdAt: job.createdAt,
              secondsLeft: share > 0.2 ? ((1 - share) * jobMs) / 1000 : null,
              units: stage === 'convert' ? { done: Math.round(fraction * 9864), total: 9864, unit: 'rows' } : null,
            }),
          )
          break
        }
        from = to
      }
      setTimeout(step, 120)
    }
    setTimeout(step, 120)
  }

  let paused = options.queuePaused ?? false
  const queueState = (): QueueState => {
    const count = (status: Job['status']): number => [...jobs.values()].filter((job) => job.status === status).length
    return { paused, queued: count('queued'), processing: count('processing'), failed: count('failed') }
  }
  const edited = (id: string, change: Partial<Job>): { job: Job } => {
    const job: Job = { ...needJob(id), ...change }
    changed(job)
    return { job }
  }

  const handlers: { [Name in CommandName]: (input: CommandInput<Name>) => CommandOutput<Name> } = {
    'app/info': () => ({
      version: '0.1.0',
      shell: options.shell ?? 'browser',
      platform: 'linux',
      stories: summaries.length,
      activeJobs: jobs.size,
      openJobId: options.openJobId ?? null,
      notices: [...(options.notices ?? [])],
    }),
    'library/dismiss-notice': () => ({}),
    ...documentHandlers(),
    'library/list': (input) => listLibrary(summaries, options.documentSummaries ?? [], input),
    'samples/list': () => ({ samples: [...(options.samples ?? sampleFiles)] }),
    'sources/pick': () => ({ sources: [] }),
    'jobs/create': ({ source }) => {
      counter += 1
      const sample = 'sample' in source ? sampleFiles.find(({ id }) => id === source.sample) : undefined
      const id = `job-${counter}`
      const name = sample?.name ?? ('handle' in source ? source.handle : 'file.csv')
      const job = jobOf({
        id,
        source: { name, bytes: sample?.bytes ?? 1_000_000, sha256: 'ef'.repeat(32), kind: 'csv' },
      })
      changed(job)
      if (jobMs > 0) run(id)
      return { job, outcome: 'created', earlierStoryId: null }
    },
    'jobs/list': ({ statuses = [], search = '', order = 'newest', limit = 100, offset = 0 }) => {
      const rank = { processing: 0, queued: 1, completed: 2, failed: 2, cancelled: 2 } as const
      const word = search.toLowerCase()
      const all = [...jobs.values()]
        .filter((job) => statuses.length === 0 || statuses.includes(job.status))
        .filter((job) => job.source.name.toLowerCase().includes(word))
        .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
      const pressure = { urgent: 0, high: 1, normal: 2, low: 3 } as const
      const place = (job: Job): number =>
        rank[job.status] * 100 + (job.status === 'queued' ? Number(job.paused) * 10 + pressure[job.priority] : 0)
      if (order === 'queue') all.sort((a, b) => place(a) - place(b))
      return { jobs: all.slice(offset, offset + limit), total: all.length }
    },
    'jobs/get': ({ id }) => ({ job: needJob(id) }),
    'jobs/cancel': ({ id }) => {
      const job: Job = { ...needJob(id), status: 'cancelled', canRetry: true, finishedAt: new Date().toISOString() }
      changed(job)
      return { job }
    },
    'jobs/retry': ({ id }) => {
      const before = needJob(id)
      const job: Job = { ...before, status: 'queued', failure: null, canRetry: false, attempt: before.attempt + 1 }
      changed(job)
      if (jobMs > 0) run(id)
      return { job }
    },
    'jobs/unlock': ({ id, password }) => {
      const { failure } = needJob(id)
      if (password === documentPassword) return edited(id, { status: 'queued', failure: null, canRetry: false })
      setTimeout(() => {
        const at = new Date().toISOString()
        edited(id, { status: 'failed', canRetry: true, failure: failure === null ? null : { ...failure, at } })
      }, 4 * latencyMs)
      return edited(id, { status: 'processing', failure: null, canRetry: false })
    },
    'jobs/prioritize': ({ id, priority }) => edited(id, { priority }),
    'jobs/pause': ({ id }) => edited(id, { paused: true, status: 'queued' }),
    'jobs/resume': ({ id }) => edited(id, { paused: false }),
    'jobs/run-next': ({ id }) => edited(id, {}),
    'jobs/retry-failed': () => {
      const failed = [...jobs.values()].filter(({ status }) => status === 'failed')
      return { jobs: failed.map(({ id }) => edited(id, { status: 'queued', failure: null, canRetry: false }).job) }
    },
    'jobs/clean': ({ dryRun = true }) => {
      const ids = [...jobs.values()].filter(({ status }) => status === 'cancelled').map(({ id }) => id)
      if (!dryRun) {
        for (const id of ids) {
          jobs.delete(id)
          emit({ name: 'job/removed', payload: { id } })
        }
      }
      return { jobIds: ids, bytes: 2_400_000 * ids.length, dryRun }
    },
    'queue/get': () => queueState(),
    'queue/set-paused': (given) => {
      paused = given.paused
      emit({ name: 'queue/changed', payload: queueState() })
      return queueState()
    },
    'metrics/get': () => options.metrics ?? sampleMetrics,
    'storage/get': () => sampleStorage,
    'stories/list': ({ search = '', limit = 100, offset = 0 }) => {
      const word = search.toLowerCase()
      const found = summaries
        .filter((story) => `${story.title} ${story.subtitle} ${story.sourceName}`.toLowerCase().includes(word))
        .map((story) =>
          word === '' ? story : { ...story, snippet: marked(`${story.subtitle} ${story.title}`, search) },
        )
      return { stories: found.slice(offset, offset + limit), total: found.length }
    },
    'stories/get': ({ id }) => ({ story: needStory(id), jobId: `job-of-${id}` }),
    'stories/delete': ({ id }) => {
      stories.delete(id)
      summaries.splice(0, summaries.length, ...summaries.filter((summary) => summary.id !== id))
      emit({ name: 'story/deleted', payload: { id } })
      return {}
    },
    'stories/verify': ({ id }) => ({ ...needStory(id).verified, failed: [] }),
    'stories/export': ({ id, format }) => ({ saved: { name: `${needStory(id).title}.${format}`, downloadUrl: null } }),
    'evidence/run': ({ storyId, insightId, query }) => {
      const story = needStory(storyId)
      const insight = [...story.findings, ...story.facts, ...story.leads, ...story.quality].find(
        ({ id }) => id === insightId,
      )
      const chart = story.charts.find((one) => one.insight === insightId)
      const sql = insight?.evidence.sql[query] ?? ''
      if (chart !== undefined && query === 0) {
        return {
          columns: chart.data.columns,
          rows: chart.data.rows.slice(0, 100),
          sql,
          truncated: chart.data.rows.length > 100,
        }
      }
      const values = insight?.evidence.values ?? {}
      return { columns: Object.keys(values), rows: [Object.values(values)], sql, truncated: false }
    },
    'tables/page': ({ storyId, offset, limit }) => {
      const table = needStory(storyId).tables[0]
      const total = table?.rows ?? 0
      const columns = table?.columns.map(({ name }) => name) ?? []
      const rows = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, index) => [
        `2023-01-${String(((offset + index) % 28) + 1).padStart(2, '0')}`,
        ['Harbour', 'Station', 'Market Square'][(offset + index) % 3] ?? '',
        ['Coffee', 'Bakery', 'Lunch'][index % 3] ?? '',
        (offset + index) % 317,
        index % 11 === 0 ? null : Math.round((offset + index) * 3.7) / 10,
      ])
      return { columns, rows, total }
    },
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

type DocumentCommand = Extract<CommandName, `documents/${string}`>

function documentHandlers(): { [Name in DocumentCommand]: (input: CommandInput<Name>) => CommandOutput<Name> } {
  const nowhere = (): never => {
    throw missing('This document is not here.')
  }
  return {
    'documents/get': nowhere,
    'documents/page': nowhere,
    'documents/search': nowhere,
    'documents/delete': nowhere,
    'documents/tell-table': nowhere,
    'documents/export': nowhere,
  }
}

class FakeFailure extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

function missing(message: string): FakeFailure {
  return new FakeFailure({
    ...describeFailure('file_missing', { name: 'It' }),
    message,
    hint: 'It may have been deleted.',
  })
}
