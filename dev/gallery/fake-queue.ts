/** The commands about jobs, answered from memory; jobs run by the clock. */
import type { CommandInput, CommandName, CommandOutput } from '../../src/shared/contract/commands.ts'
import type { EngineEvent } from '../../src/shared/contract/events.ts'
import type { Job } from '../../src/shared/job/job.ts'
import type { QueueState } from '../../src/shared/job/queue.ts'
import { pipelineStages, stageShare } from '../../src/shared/job/stage.ts'
import type { Story } from '../../src/shared/story/story.ts'
import { missing } from './fake-failure.ts'
import { factsAt } from './sample-facts.ts'
import { sampleFiles } from './sample-files.ts'
import { jobOf, runningAt } from './sample-jobs.ts'

type QueueCommand = Extract<CommandName, `jobs/${string}` | `queue/${string}`>

export interface FakeQueueOptions {
  readonly jobs: readonly Job[]
  readonly paused: boolean
  /** How long a whole job takes; 0 leaves new jobs queued. */
  readonly jobMs: number
  readonly latencyMs: number
  readonly emit: (event: EngineEvent) => void
  /** What comes of a job. */
  readonly tellStory: (jobId: string) => Story
}

export interface FakeQueue {
  readonly handlers: { [Name in QueueCommand]: (input: CommandInput<Name>) => CommandOutput<Name> }
  readonly count: () => number
  /** A new job, which begins at once. */
  readonly create: (source: Pick<Job['source'], 'name' | 'bytes' | 'origin'>) => Job
}

/** What opens any protected document here. */
export const documentPassword = 'open sesame'

export function createFakeQueue({
  jobs: given,
  paused: pausedFirst,
  jobMs,
  latencyMs,
  emit,
  tellStory,
}: FakeQueueOptions): FakeQueue {
  const jobs = new Map(given.map((job) => [job.id, job]))
  let counter = 0
  const changed = (job: Job): void => {
    jobs.set(job.id, job)
    emit({ name: 'job/changed', payload: { job } })
    const facts = factsAt(job)
    if (facts !== null) emit({ name: 'job/facts', payload: { id: job.id, facts } })
    emit({ name: 'queue/changed', payload: queueState() })
  }
  const needJob = (id: string): Job => {
    const job = jobs.get(id)
    if (job === undefined) throw missing('There is no job at this address.')
    return job
  }
  const run = (id: string): void => {
    const begun = Date.now()
    const step = (): void => {
      const job = jobs.get(id)
      if (job === undefined || (job.status !== 'queued' && job.status !== 'processing')) return
      const share = (Date.now() - begun) / jobMs
      if (share >= 1) {
        const story = tellStory(id)
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

  let paused = pausedFirst
  const queueState = (): QueueState => {
    const count = (status: Job['status']): number => [...jobs.values()].filter((job) => job.status === status).length
    return { paused, queued: count('queued'), processing: count('processing'), failed: count('failed') }
  }
  const edited = (id: string, change: Partial<Job>): { job: Job } => {
    const job: Job = { ...needJob(id), ...change }
    changed(job)
    return { job }
  }

  const create: FakeQueue['create'] = (source) => {
    counter += 1
    const job = jobOf({ id: `job-${counter}`, source: { sha256: 'ef'.repeat(32), kind: 'csv', ...source } })
    changed(job)
    if (jobMs > 0) run(job.id)
    return job
  }

  const handlers: FakeQueue['handlers'] = {
    'jobs/create': ({ source }) => {
      const sample = 'sample' in source ? sampleFiles.find(({ id }) => id === source.sample) : undefined
      const name = sample?.name ?? ('handle' in source ? source.handle : 'file.csv')
      const job = create({ name, bytes: sample?.bytes ?? 1_000_000 })
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
    'jobs/facts': ({ id }) => ({ facts: factsAt(needJob(id)) }),
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
  }
  return { handlers, create, count: () => jobs.size }
}
